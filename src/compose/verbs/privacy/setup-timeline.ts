import { changesBetween } from '#adapters/council-file/changes/changes-between.ts'
import type { Naming } from '#adapters/council-file/changes/said.ts'
import { counted } from '#adapters/doctor/finding.ts'
import { plain } from '#adapters/doctor/print.ts'
import type { SetupEvent } from '#application/privacy/privacy.ts'
import { type AppliedCouncil, viewSetup } from '#application/use-cases/privacy/view-setup.ts'
import { issueName } from '#domain/issue/issue.ts'
import type { Storage } from '../../storage.ts'
import { orStopped, type Terminal } from '../terminal.ts'
import { withStorage } from './with-storage.ts'

/** Something that was done to the workspace: when, by whom (null: from the command line), what, and the details. */
type Line = {
  readonly at: Date
  readonly kind: string
  readonly who: string | null
  readonly says: string
  readonly changes?: readonly string[]
  readonly data?: object
}

const keptOf = (kept: readonly number[]): string =>
  kept.length === 0 ? '' : `; kept, because on hold: ${kept.map(issueName).join(', ')}`

const erased = (texts: number, issues: number, kept: readonly number[]): string =>
  `${counted(texts, 'text')} in ${counted(issues, 'issue')}${keptOf(kept)}`

const saysOf = (event: SetupEvent): string => {
  switch (event.kind) {
    case 'person_erased':
      return `${event.person} was erased: ${erased(event.texts, event.issues, event.kept)}.`
    case 'customer_erased':
      return `A customer was erased: ${erased(event.texts, event.issues, event.kept)}.`
    case 'held':
      return `${issueName(event.issue)} was put on hold.`
    case 'hold_lifted':
      return `The hold of ${issueName(event.issue)} was lifted.`
  }
}

const ofEvent = (event: SetupEvent): Line => {
  const { at, kind, actor, ...data } = event
  return { at, kind, who: actor ?? null, says: saysOf(event), data }
}

const ofCouncil = ({ version, at, by, council, before }: AppliedCouncil, naming: Naming): Line => {
  const changes = before === undefined ? [] : changesBetween(before, council, naming)
  const size = `${counted(council.departments.length, 'department')}, ${counted(council.journey.length, 'journey stage')}`
  const says =
    before === undefined
      ? `The first council was applied: ${size}.`
      : `Version ${version} of the council was applied: ${counted(changes.length, 'change')}.`
  return {
    at,
    kind: 'council_applied',
    who: by ?? null,
    says,
    changes: changes.map((change) => `${change.part}: ${change.says}`),
    data: { version },
  }
}

/** How the people and channels that were ever named are called, as far as the bot has met them. */
const namingOf = async (storage: Storage, workspaceId: string): Promise<Naming> => {
  const where = { where: { workspaceId }, select: { id: true, name: true } } as const
  const [people, channels] = await Promise.all([
    storage.database.person.findMany(where),
    storage.database.channel.findMany(where),
  ])
  const names = new Map([
    ...people.map(({ id, name }): [string, string] => [id, `${name} (${id})`]),
    ...channels.map(({ id, name }): [string, string] => [id, `#${name} (${id})`]),
  ])
  const called = (id: string): string => names.get(id) ?? id
  return { person: called, channel: called }
}

/** Everything that was done to the workspace as a whole, in order. */
export const setupTimeline = async (json: boolean, terminal: Terminal): Promise<void> =>
  withStorage(terminal, async ({ storage, workspaceId }) => {
    const { councils, events } = await orStopped(viewSetup(storage.ports)(workspaceId), terminal.stopped)
    const naming = await namingOf(storage, workspaceId)
    const lines = [...councils.map((one) => ofCouncil(one, naming)), ...events.map(ofEvent)]
    for (const line of lines.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
      if (json) terminal.say(JSON.stringify(line))
      else {
        terminal.say(`${line.at.toISOString()}  ${plain(line.says)}${line.who === null ? '' : ` (${line.who})`}`)
        for (const change of line.changes ?? []) terminal.say(`    ${plain(change)}`)
      }
    }
  })
