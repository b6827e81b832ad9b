import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { eventually } from '../../support/eventually.ts'
import { claimed, forgetReminders, kinds, openForm, submit } from '../../support/failpoints/acts.ts'
import { patience } from '../../support/failpoints/workplace.ts'
import { openReplicas, type Replicas } from '../../support/replicas/replicas.ts'
import { expectSlackToTakeAll } from '../../support/slack/audit.ts'

let stand: Replicas

beforeAll(async () => {
  stand = await openReplicas()
  await stand.start()
}, patience)
afterAll(async () => {
  await stand.close()
  expectSlackToTakeAll(stand.slack)
})

const ben = () => stand.as(PEOPLE.ben)

const card = (number: number, words: RegExp) =>
  eventually(async () => {
    const found = ben()
      .messages(CHANNELS.billing)
      .find(({ visible, buttons }) => visible.includes(`CX-${number} · `) && buttons.includes('Update'))
    return found && words.test(found.visible) ? found : undefined
  }, patience)

const reminder = (words: string) =>
  eventually(async () => {
    const last = ben()
      .dms()
      .findLast(({ visible }) => /for you:|your reminders|these reminders/i.test(visible))
    return last?.visible.includes(words) ? last : undefined
  }, patience)

/** The day of waking up has come, a minute ago. */
const wakesUp = async (number: number) => {
  await forgetReminders(stand)
  await stand.rows(
    'UPDATE issue SET waiting_until = last_update_at, next_look_at = last_update_at WHERE number = $1',
    number,
  )
}

describe('an issue that waits, in the practice workspace', () => {
  it('says so on its card from the dots, is asked about once when it wakes up, and moves again', async () => {
    const number = await claimed(stand)
    const dots = await card(number, /answers for this/)
    await openForm(stand, ben(), () => ben().choose(dots, '…', 'Waiting on…'))
    await ben().fill('What does it wait on?', 'An approval')
    expect(await ben().submit()).toMatchObject({
      kind: 'errors',
      errors: { 'For what?': 'Please say what has to be approved, and by whom.' },
    })
    await ben().fill('What does it wait on?', 'A department')
    expect(await ben().submit()).toMatchObject({
      kind: 'errors',
      errors: { 'Which department?': 'Please choose the department it waits on.' },
    })
    await ben().fill('What does it wait on?', 'The customer')
    await ben().fill('For what?', 'Which invoice is it?')
    await submit(ben())
    await card(number, /Waiting on the customer since \w+: “Which invoice is it\?”; wakes up on /)
    const moved = await stand.rows(
      "SELECT deadline_at > flagged_at + interval '7 days' AS later FROM issue WHERE number = $1",
      number,
    )
    expect(moved).toEqual([{ later: true }])
    await wakesUp(number)
    const asked = await reminder('Does it still wait?')
    expect(asked.visible).toMatch(/\[Moving again\] \[Still waiting\] \[See all\] \[Snooze\]/)
    await openForm(stand, ben(), () => ben().press(asked, 'Still waiting'))
    await submit(ben())
    await reminder('Nothing is left of these reminders. Thank you.')
    await stand.quiet()
    await wakesUp(number)
    await ben().press(await reminder('Does it still wait?'), 'Moving again')
    await reminder('Nothing is left of these reminders. Thank you.')
    const isMoving = async () => !(await card(number, /answers for this/)).buttons.includes('Moving again')
    await eventually(isMoving, patience)
    expect((await kinds(stand, number)).filter((kind) => kind.startsWith('waiting'))).toEqual([
      'waiting_started',
      'waiting_continued',
      'waiting_ended',
    ])
  }, 180_000)

  it('is said to wait by /cx wait, moves again on the card, and only its owner says so', async () => {
    const number = await claimed(stand)
    const anna = stand.as(PEOPLE.anna)
    const refused = await anna.command('/cx', `wait CX-${number}`, CHANNELS.support)
    expect(refused.answer?.text).toContain(
      `Only the owner of CX-${number}, their lead or the chair can say what it waits on`,
    )
    const none = await ben().command('/cx', 'wait', CHANNELS.billing)
    expect(none.answer?.text).toContain('Which issue? Write its number, like /cx wait CX-42.')
    await openForm(stand, ben(), () => ben().command('/cx', `wait CX-${number}`, CHANNELS.billing))
    await ben().fill('What does it wait on?', 'A vendor')
    await ben().fill('For what?', 'The bank: a receipt')
    await submit(ben())
    const waits = await card(number, /Waiting on a vendor since \w+: “The bank: a receipt”/)
    await ben().press(waits, 'Moving again')
    await eventually(async () => (await kinds(stand, number)).at(-1) === 'waiting_ended', patience)
    await ben().press(waits, 'Moving again', { asSeen: true })
    await eventually(
      async () =>
        ben()
          .ephemerals()
          .some(({ visible }) => visible.includes(`CX-${number} waits on nothing now`)),
      patience,
    )
  }, 180_000)
})
