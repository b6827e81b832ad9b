import { loadCouncil } from '#adapters/council-file/load-council.ts'
import { digestFinding } from '#adapters/doctor/digest.ts'
import { broken, counted, type Finding, look, ok } from '#adapters/doctor/finding.ts'
import { holidaysFindings } from '#adapters/doctor/holidays.ts'
import { servedWorkspaces } from '#adapters/postgres/inspect.ts'
import { nextSlot } from '#adapters/schedule.ts'
import type { Introduction } from '#adapters/slack/web/inspect/introduce.ts'
import { systemClock } from '#adapters/system.ts'
import type { Council } from '#domain/council.ts'
import { practiceCouncilFile } from '../practice.ts'
import { councilInForce } from '../verbs/reach-database.ts'
import type { Setting } from '../verbs/setting.ts'
import type { Opened } from './look-at-database.ts'
import { within } from './within.ts'

/** Milliseconds. */
const readWithin = 10_000

/** Which workspace is looked at: the token's; while Slack does not say, the only one of the database. */
export const workspaceAt = async (
  met: Introduction | Finding,
  opened: Opened | Finding,
): Promise<string | undefined> => {
  if (!('mark' in met)) return met.identity.teamId
  if ('mark' in opened) return undefined
  const served = await within(readWithin, () => servedWorkspaces(opened.query)).catch(() => [])
  return served.length === 1 ? served[0] : undefined
}

export type Convened = { readonly council: Council | undefined; readonly findings: readonly Finding[] }

const sizeOf = ({ departments, journey }: Council): string =>
  `${counted(departments.length, 'department')}, ${counted(journey.length, 'journey stage')}`

/** Why the council in force is not known, and what to do about it. */
type Unknown = { readonly why: string; readonly todo: string }

const noDatabase: Unknown = {
  why: 'Without the database nobody knows which one is in force.',
  todo: 'Put the database right, then look again.',
}
const noSlack: Unknown = {
  why: 'Without Slack nobody knows whose it is.',
  todo: 'Put Slack right, then look again.',
}
const unreadable: Unknown = {
  why: 'The one in force cannot be read from the database.',
  todo: 'Is another version of the bot running on it?',
}

/** The council of the file that the bot would begin with, when there is one and it is right. */
const fromFile = async ({ config, practice }: Setting, unknown?: Unknown): Promise<Convened> => {
  const file = config.councilFile ?? (practice ? practiceCouncilFile : undefined)
  const why = unknown?.why ?? 'None is in force yet.'
  if (file === undefined) {
    const todo = unknown?.todo ?? 'To make one: npm run council -- apply FILE'
    return { council: undefined, findings: [look('council', why, todo)] }
  }
  try {
    const council = await loadCouncil(file, async () => [])
    const todo = unknown?.todo ?? 'The bot applies it at its start.'
    return { council, findings: [look('council', `${why} What follows is about ${file}.`, todo)] }
  } catch (error) {
    const says = (error instanceof Error ? error.message : String(error)).replaceAll(/\n\s*/g, ' ')
    return { council: undefined, findings: [broken('council', `${says}.`, 'Put the file right.')] }
  }
}

/** The council to look at: the one in force, else the one that the configured file says. */
export const convene = async (
  setting: Setting,
  opened: Opened | Finding,
  workspaceId: string | undefined,
): Promise<Convened> => {
  if ('mark' in opened) return fromFile(setting, noDatabase)
  if (workspaceId === undefined) return fromFile(setting, noSlack)
  try {
    const council = await within(readWithin, () => councilInForce(opened.url, workspaceId))
    if (!council) return fromFile(setting)
    return { council, findings: [ok('council', `One is in force: ${sizeOf(council)}.`)] }
  } catch {
    return fromFile(setting, unreadable)
  }
}

/** When the council's next digest comes, and whether its holidays run out. */
export const lookAtTimes = (council: Council): readonly Finding[] => {
  const now = systemClock.now()
  const at = nextSlot(council.digest, council.calendar.timeZone, now)?.at
  return [digestFinding(council, at, now), ...holidaysFindings(council, now)]
}
