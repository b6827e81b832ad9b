import type { About } from '#application/messages/message.ts'
import type { ReminderItem, Reminders } from '#application/messages/reminders.ts'
import type { ReminderKind } from '#domain/reminders/reminder.ts'
import { sampleCouncil } from './council.ts'
import { sampleLives } from './lives.ts'

const itemOf = (about: About, number: number, more: Partial<ReminderItem>): ReminderItem => ({
  ...about,
  story: { ...about.story, issue: { ...about.story.issue, number } },
  reasons: [],
  along: false,
  ...more,
})

const asking = (about: About, number: number, kind: ReminderKind, along = false): ReminderItem =>
  itemOf(about, number, { reasons: [{ kind, state: '' }], along })

/** A message of reminders with something of each kind in it. */
export const sampleReminders = (): Reminders => {
  const { asked, askedFirst, claimed, handed, resolved, unrouted, closed, moved, waiting } = sampleLives()
  const promised = { ...resolved.story, issue: { ...resolved.story.issue, promiseBy: resolved.now } }
  return {
    kind: 'reminders',
    person: 'U0BEN',
    name: 'Ben',
    council: sampleCouncil,
    now: handed.now,
    newest: true,
    items: [
      asking(asked, 51, 'unclaimed'),
      asking(claimed, 52, 'quiet'),
      asking(handed, 53, 'handover'),
      asking(askedFirst, 60, 'question'),
      asking({ ...resolved, story: promised }, 54, 'promise'),
      asking(resolved, 58, 'untold'),
      asking(unrouted, 55, 'unrouted', true),
      asking(waiting, 59, 'wait'),
      itemOf(moved, 56, { snoozedUntil: new Date('2026-11-18T08:00:00Z') }),
      itemOf(closed, 57, {}),
    ],
  }
}
