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

const consulting = (about: About, number: number, step: string): ReminderItem => {
  const [consult] = about.story.issue.consults
  return itemOf(about, number, { reasons: [{ kind: 'consult', state: `${consult?.id}|${step}` }] })
}

/** A message of reminders with something of each kind in it. */
export const sampleReminders = (): Reminders => {
  const lives = sampleLives()
  const { asked, askedBack, askedFirst, claimed, consulted, handed, resolved, unrouted, closed, moved, waiting } = lives
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
      consulting(consulted, 61, 'half'),
      consulting(askedBack, 62, 'back'),
      asking(askedFirst, 60, 'question'),
      asking({ ...resolved, story: promised }, 54, 'promise'),
      asking(resolved, 61, 'untold'),
      asking(unrouted, 55, 'unrouted', true),
      asking(lives.stopped, 60, 'decision', true),
      asking(waiting, 59, 'wait'),
      itemOf(moved, 56, { snoozedUntil: new Date('2026-11-18T08:00:00Z') }),
      itemOf(closed, 57, {}),
    ],
  }
}
