import type { About } from '#application/messages/message.ts'
import type { ReminderItem, Reminders } from '#application/messages/reminders.ts'
import type { ReminderKind } from '#domain/reminders/reminder.ts'
import type { Hostile } from './hostile.ts'

const kinds: readonly ReminderKind[] = [
  ...(['unclaimed', 'quiet', 'untold', 'handover', 'question', 'promise', 'unrouted', 'wait', 'decision'] as const),
]

const consultsOf = ({ story }: About) =>
  story.issue.consults.flatMap(({ id }) =>
    ['half', 'owner'].map((step) => ({ kind: 'consult' as const, state: `${id}||${step}` })),
  )

/** What a message of reminders says of an issue. */
const itemOf = (about: About, number: number, more: Partial<ReminderItem> = {}): ReminderItem => ({
  ...about,
  story: { ...about.story, issue: { ...about.story.issue, number } },
  reasons: [],
  along: false,
  ...more,
})

/** A message of reminders to Ben. */
const toBen = ({ council, now }: About, items: readonly ReminderItem[]): Reminders => ({
  kind: 'reminders',
  person: 'U0BEN',
  name: 'Ben',
  council,
  now,
  newest: true,
  items,
})

/** Messages with all that can be asked, more of it than fits, and what is over, about issues like this one. */
export const remindersOf = ({ about, name }: Hostile): readonly Reminders[] => {
  const { story, now } = about
  const promised = { ...about, story: { ...story, issue: { ...story.issue, promiseBy: now } } }
  const many = (along: boolean, first: number, count: number) =>
    Array.from({ length: count }, (_, i) =>
      itemOf(promised, first + i, {
        reasons: [...kinds.map((kind) => ({ kind, state: '' })), ...consultsOf(promised)],
        along,
      }),
    )
  const over = [itemOf(about, 91), itemOf(about, 92, { snoozedUntil: new Date(now.getTime() + 1e9) })]
  const all = toBen(about, [...many(false, 1, 8), ...many(true, 20, 30), ...over])
  return [
    { ...all, name },
    toBen(about, [...many(false, 1, 1), ...over]),
    toBen(about, over),
    toBen(about, over.slice(0, 1)),
    { ...all, newest: false },
  ]
}
