import type { IssueStory, TimelineEntry } from '#application/read-models.ts'
import type { PersonId } from '#domain/council.ts'
import type { HandoverEnded, IssueEventKind } from '#domain/issue/events.ts'
import { councilReasons, departmentName } from '../labels.ts'
import { somebody, somebodyFirst, withDepartment } from '../people.ts'
import { actorOf, type Teller } from './telling.ts'

type Entry<K extends IssueEventKind> = Extract<TimelineEntry, { kind: K }>

/** “Omar and Ida”, “Omar, Ida and Lou”. */
export const listed = (names: readonly string[]): string => {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** Who voted for the one who was chosen, each with their last vote. */
export const votersFor = ({ timeline }: IssueStory, id: string, person: PersonId): readonly PersonId[] => {
  const latest = new Map<PersonId, PersonId>()
  for (const entry of timeline)
    if (entry.kind === 'voted' && entry.id === id && entry.actor !== undefined) latest.set(entry.actor, entry.person)
  return [...latest].filter(([, named]) => named === person).map(([voter]) => voter)
}

const cancelled: Readonly<Record<HandoverEnded, string>> = {
  resolved: 'the issue was resolved.',
  withdrawn: 'the issue was withdrawn.',
  closed: 'the issue was closed.',
  merged: 'the issue was merged.',
}

const opened: Teller<'decision_opened'> = (entry, about) => {
  const { to, why, review } = entry
  if (to === undefined) return 'The council chooses again who answers for it.'
  const then = review ? 'It is urgent, so it moves at once.' : 'Nothing moved; the council decides.'
  return `${actorOf(entry, about)} wanted to hand it to ${departmentName(about.council, to)}, but ${councilReasons[why]}. ${then}`
}

const decided = ({ id, to, owner, before }: Entry<'decided'>, about: Parameters<Teller<'decided'>>[1]): string => {
  const { story } = about
  const who = withDepartment(about, owner, to)
  const voters = listed(votersFor(story, id, owner).map((voter) => somebody(story, voter)))
  const by = voters === '' ? '' : ` (${voters})`
  return owner === before
    ? `The council${by} left it with ${who}.`
    : `The council${by} chose ${who}, who answers for it now.`
}

/** How a decision of the council is told. */
export const decidingTellers: {
  readonly [K in
    | 'decision_opened'
    | 'voted'
    | 'lead_spoke'
    | 'decided'
    | 'moved_at_once'
    | 'named_cannot'
    | 'decision_cancelled']: Teller<K>
} = {
  decision_opened: opened,
  voted: (entry, about) => `${actorOf(entry, about)} voted for ${somebody(about.story, entry.person)}.`,
  lead_spoke: (entry, about) => `${withDepartment(about, entry.actor, entry.department)} told the council:`,
  decided: (entry, about) => decided(entry, about),
  moved_at_once: (entry, about) =>
    `${withDepartment(about, entry.owner, entry.to)} answers for it at once, because it is urgent; the council looks at it afterwards.`,
  named_cannot: (entry, about) =>
    `${somebodyFirst(about.story, entry.actor)} was named and cannot take it; they answer until the council has chosen.`,
  decision_cancelled: ({ why }) => `Nothing is left for the council to choose: ${cancelled[why]}`,
}
