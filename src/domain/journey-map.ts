import type { Council, JourneyStage, MapCell, PersonId } from './council.ts'
import { departmentOf, stageOf } from './council.ts'
import { matchName } from './customers/match-name.ts'
import { DomainError } from './errors.ts'

export type AskedRole = 'owner' | 'backup' | 'lead' | 'chair' | 'cover'

export type Candidate = { readonly person: PersonId; readonly role: AskedRole }

/** Where an issue belongs and who is asked, in order; `gap` is true when no cell of the map names an owner for it. */
export type Place = {
  readonly department: string
  readonly stage?: string
  readonly gap: boolean
  readonly chain: readonly Candidate[]
  /** Not asked here, though the chain or a cover may name them. */
  readonly without?: PersonId
}

const once = (candidates: readonly (Candidate | undefined)[]): readonly Candidate[] => {
  const seen = new Set<PersonId>()
  return candidates.filter((candidate) => {
    if (candidate === undefined || seen.has(candidate.person)) return false
    seen.add(candidate.person)
    return true
  }) as readonly Candidate[]
}

/** The cell of a stage for a department: the one of the customer's region, else the one for all regions, if there is one. */
export const cellOf = (
  stage: JourneyStage | undefined,
  department: string,
  region: string | undefined,
): MapCell | undefined => {
  const cells = stage?.owners.filter((cell) => cell.department === department) ?? []
  const wanted = region === undefined ? undefined : matchName(region)
  const own = cells.find((cell) => cell.region !== undefined && matchName(cell.region) === wanted)
  return own ?? cells.find((cell) => cell.region === undefined)
}

/** The regions that cells of the map name, each once. */
export const regionsOf = (council: Council): readonly string[] => {
  const named = council.journey.flatMap((stage) => stage.owners.map((cell) => cell.region))
  const regions = named.filter((region) => region !== undefined)
  return [...new Map(regions.map((region) => [matchName(region), region])).values()]
}

/**
 * The chain of people to ask at a place: the owner of the cell (of the customer's region, where cells name one), its
 * backup, the department's lead, the chair; each once.
 * Throws `department_unknown` when the council has no such department.
 */
export const placeAt = (
  council: Council,
  department: string,
  stage: string | undefined,
  region: string | undefined,
): Place => {
  const team = departmentOf(council, department)
  if (!team) throw new DomainError('department_unknown', {}, { field: 'department' })
  const cell = cellOf(stageOf(council, stage), department, region)
  return {
    department,
    ...(stage === undefined ? {} : { stage }),
    gap: cell === undefined,
    chain: once([
      cell && { person: cell.owner, role: 'owner' },
      cell?.backup === undefined ? undefined : { person: cell.backup, role: 'backup' },
      { person: team.lead, role: 'lead' },
      { person: council.chair, role: 'chair' },
    ]),
  }
}

/** Everybody who works for a department: its members, its lead, and whom the cell of the stage names; each once. */
export const colleaguesFor = (
  council: Council,
  department: string,
  stage: string | undefined,
  region: string | undefined,
): readonly PersonId[] => {
  const team = departmentOf(council, department)
  const cell = cellOf(stageOf(council, stage), department, region)
  const all = [cell?.backup, cell?.owner, ...(team?.members ?? []), team?.lead]
  return [...new Set(all.filter((person) => person !== undefined))]
}

/** What is known of where an issue belongs. */
export type Wish = { readonly stage?: string; readonly department?: string; readonly region?: string }

/**
 * Where the map sends an issue: stage and department to that cell; a stage alone to its lead department; a department
 * alone to its lead; neither to nowhere (undefined). Throws `stage_unknown` or `department_unknown` when the council no
 * longer has the one that was chosen.
 */
export const placeFor = (council: Council, wish: Wish): Place | undefined => {
  const stage = stageOf(council, wish.stage)
  if (wish.stage !== undefined && !stage) throw new DomainError('stage_unknown', {}, { field: 'stage' })
  if (wish.department !== undefined) return placeAt(council, wish.department, wish.stage, wish.region)
  return stage && placeAt(council, stage.leadDepartment, stage.key, wish.region)
}
