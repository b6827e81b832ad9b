import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { eventually } from '../support/eventually.ts'
import { claimed, flagged, forgetReminders, makeReminderDue } from '../support/failpoints/acts.ts'
import { patience } from '../support/failpoints/workplace.ts'
import { openReplicas, type Replicas } from '../support/replicas/replicas.ts'
import { expectSlackToTakeAll } from '../support/slack/audit.ts'

let stand: Replicas

// On a Wednesday at 10:00 in New York, where Ben is.
beforeAll(async () => {
  stand = await openReplicas()
  await stand.start()
}, patience)
afterAll(async () => {
  await stand.close()
  expectSlackToTakeAll(stand.slack)
})

const ben = () => stand.as(PEOPLE.ben)

const reminders = () =>
  ben()
    .dms()
    .filter(({ visible }) => /for you:|your reminders|these reminders/i.test(visible))

/** The newest message of reminders, once it says this. */
const newest = (words: string) =>
  eventually(async () => {
    const last = reminders().at(-1)
    return last?.visible.includes(words) ? last : undefined
  }, patience)

/** Lets the time of everything that waits come. */
const timePasses = () => stand.rows('UPDATE reminder SET send_at = due_at WHERE send_at IS NOT NULL')

/** Nobody has said anything about a claimed issue for days, and in the same moment another was asked for hours ago. */
const timePassed = (quiet: number, unclaimed = 0) =>
  stand.rows(
    `UPDATE issue SET next_look_at = flagged_at, last_update_at = last_update_at - interval '5 days',
       asked_at = CASE WHEN number = $2 THEN asked_at - interval '150 minutes' ELSE asked_at END
     WHERE number IN ($1, $2)`,
    quiet,
    unclaimed,
  )

describe('reminders in the practice workspace', () => {
  it('come in one message, with the buttons that end each thing and Snooze', async () => {
    const quiet = await claimed(stand)
    const waiting = await flagged(stand)
    await forgetReminders(stand)
    await timePassed(quiet, waiting)
    const { visible } = await newest('Ben, 2 issues wait for you:')
    expect(visible).toMatch(
      /You were asked \d h ago, and it still waits for an owner. Can you take it\?\n\[Claim\] \[Not ours\] \[See all\] \[Snooze\]/,
    )
    expect(visible).toMatch(
      /Nothing was heard of it for \d days. What is the next step, and by when\?\n\[Add update\] \[Today\] \[Tomorrow\] \[Friday\] \[A date\] \[Resolve\] \[See all\] \[Snooze\]/,
    )
    await ben().press(await newest('What is the next step'), 'Friday')
    await newest(`Settled: Ben (Billing) answers for CX-${quiet} now.`)
  }, 120_000)

  it('a snoozed one says until when, comes again once, and is over when it is claimed from there', async () => {
    const number = await flagged(stand)
    await forgetReminders(stand)
    await makeReminderDue(stand, number)
    const message = await newest(`Ben, CX-${number} waits for you:`)
    const told = await ben().choose(message, 'Snooze', 'Tomorrow')
    expect(told).toMatchObject({ ok: true })
    await newest(`CX-${number}: snoozed until Thursday 09:00.`)
    await timePasses()
    const again = await newest(`Ben, CX-${number} waits for you:`)
    expect(again.ts).not.toBe(message.ts)
    await stand.quiet()
    const before = ben()
      .dms()
      .find(({ ts }) => ts === message.ts)
    expect(before).toMatchObject({ visible: 'These reminders went on in a newer message below.', buttons: [] })
    await ben().press(again, 'Claim')
    await newest('Nothing is left of these reminders. Thank you.')
  }, 120_000)

  it('an answer of the owner in the thread of the card is an update: nobody is reminded', async () => {
    const number = await claimed(stand)
    await forgetReminders(stand)
    const [card] = await stand.rows('SELECT channel, ts FROM post WHERE key = $1', `card:${number}:1`)
    await ben().post(CHANNELS.billing, 'The bank is looking into it.', { thread: card?.ts })
    await timePassed(number)
    await eventually(async () => {
      const [found] = await stand.rows(
        "SELECT data FROM issue_event WHERE kind = 'updated' AND issue_number = $1",
        number,
      )
      return found?.data.via === 'thread'
    }, patience)
    await stand.quiet()
    expect(reminders().some(({ visible }) => visible.includes(`CX-${number} `))).toBe(false)
    const said = await ben().command('/cx', `show CX-${number}`, CHANNELS.billing)
    expect(said.answer?.text).toContain('Ben answered in its thread.')
  }, 120_000)
})
