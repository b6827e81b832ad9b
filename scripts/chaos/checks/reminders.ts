import type { History } from './history.ts'
import type { Broken } from './watch.ts'

/** What the council of a run allows. */
export const remindersPerDay = 99

/** What the ledger of reminders proves or disproves. */
export const checkReminders = ({ reminders, batches, posts, timelines }: History): Broken[] => {
  const sent = reminders.filter((row) => row.sent)
  const known = new Set(posts.map(({ key }) => key))
  const told = new Set(
    [...timelines].flatMap(([issue, timeline]) =>
      timeline
        .filter(({ kind }) => kind === 'reminded')
        .map(({ data }) => `${issue} ${data.of} ${data.state} ${data.again} ${data.person ?? 'council'}`),
    ),
  )
  const name = ({ issue, kind, state, again, person }: (typeof sent)[number]): string =>
    `${issue} ${kind} ${state} ${again} ${person}`
  const names = sent.map(name)
  const rows = new Set(names)
  return [
    ...names
      .filter((one, at) => names.indexOf(one) !== at)
      .map((evidence) => ({ promise: 'each reminder is said at most once', evidence })),
    ...[...told]
      .filter((one) => !rows.has(one))
      .map((evidence) => ({ promise: 'each reminder that a timeline tells of is in the ledger, sent', evidence })),
    ...sent
      .filter(({ post }) => post === null || !known.has(post))
      .map((row) => ({ promise: 'a reminder stands in a message of its person', evidence: name(row) })),
    ...sent
      .filter((row) => !told.has(name(row)))
      .map((row) => ({ promise: 'a timeline tells of each reminder', evidence: name(row) })),
    ...batches
      .filter(({ number }) => number > remindersPerDay)
      .map(({ person, number }) => ({
        promise: 'nobody is reminded more often than a day may bring',
        evidence: `${person}: ${number}`,
      })),
  ]
}
