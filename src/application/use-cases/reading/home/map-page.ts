import type { Council, JourneyStage, PersonId } from '#domain/council.ts'
import type { Person } from '#domain/people.ts'
import type { MapPage, MapPerson, MapStage } from '../../../home.ts'

/** How many stages a page of the map has at the most. */
const stagesShown = 8

type People = ReadonlyMap<PersonId, Person>

const personOf = (people: People, id: PersonId, now: Date): MapPerson => {
  const person = people.get(id)
  if (!person) return { standing: 'unknown' }
  const { name, kind, awayUntil } = person
  if (kind !== 'member') return { name, standing: 'gone' }
  return awayUntil !== undefined && awayUntil > now
    ? { name, standing: 'away', until: awayUntil }
    : { name, standing: 'here' }
}

const gapsOf = ({ departments }: Council, { owners }: JourneyStage): readonly string[] =>
  departments.map(({ key }) => key).filter((key) => owners.every(({ department }) => department !== key))

const stageShown = (council: Council, stage: JourneyStage, people: People, now: Date): MapStage => ({
  name: stage.name,
  lead: stage.leadDepartment,
  places: stage.owners.map(({ department, region, owner, backup }) => ({
    department,
    ...(region === undefined ? {} : { region }),
    owner: personOf(people, owner, now),
    ...(backup === undefined ? {} : { backup: personOf(people, backup, now) }),
  })),
  gaps: gapsOf(council, stage),
})

/** The stages of the journey map from the one behind `before` others on. */
export const mapPage = (council: Council, people: People, now: Date, before: number): MapPage => {
  const stages = council.journey.length
  const from = before < stages ? before - (before % stagesShown) : 0
  return {
    shown: council.journey.slice(from, from + stagesShown).map((stage) => stageShown(council, stage, people, now)),
    before: from,
    stages,
    gaps: council.journey.reduce((sum, stage) => sum + gapsOf(council, stage).length, 0),
  }
}
