import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { PracticeRun } from '../support/practice-run.ts'
import { startPracticeRun } from '../support/practice-run.ts'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(() => run.stop())

const claimedByBen = async (words: string) => {
  const [anna, ben] = [run.as(PEOPLE.anna), run.as(PEOPLE.ben)]
  await anna.command('/cx', `flag ${words}`, CHANNELS.support)
  await run.form(anna)
  await anna.fill('Customer', 'Nordwind')
  await anna.fill('Journey stage', 'Pay')
  expect(await anna.submit()).toEqual({ kind: 'closed' })
  const ask = await run.reads(() => ben.dms(), words)
  const number = /CX-\d+/.exec(ask.visible)?.[0] ?? ''
  await ben.press(ask, 'Claim')
  const mine = await run.reads(() => ben.dms(), `${number} is yours now`)
  const card = async () => {
    const claimed = () =>
      ben
        .messages(CHANNELS.billing)
        .find(({ visible, buttons }) => visible.includes(`${number} · Nordwind`) && buttons.includes('Update'))
    return (await run.slack.waitFor(claimed, { what: 'the card of a claimed issue' })) as NonNullable<
      ReturnType<typeof claimed>
    >
  }
  return { anna, ben, number, mine, card }
}

describe('an issue that changes', () => {
  it('says on its card what the next step is, what was promised, and in its thread what is new', async () => {
    const { ben, mine, card, number } = await claimedByBen('Charged twice')
    await ben.press(mine, 'Promise to the customer')
    await run.form(ben)
    await ben.fill('What was promised?', 'We call back')
    await ben.fill('By when?', '2099-01-05')
    await ben.fill('At what time?', '14:00')
    expect(await ben.submit()).toEqual({ kind: 'closed' })
    await ben.choose(await card(), '…', 'Next step by')
    await run.form(ben)
    await ben.fill('Next step', 'Refund sent')
    await ben.fill('Next step by', '2099-01-04')
    expect(await ben.submit()).toEqual({ kind: 'closed' })
    await run.reads(
      () => ben.messages(CHANNELS.billing),
      'Promised to the customer by 5 January 2099 14:00: We call back',
    )
    await run.reads(() => ben.messages(CHANNELS.billing), 'Next: Refund sent, by 4 January 2099.')
    const { answer } = await ben.command('/cx', `update ${number} The bank confirmed it.`, CHANNELS.billing)
    expect(answer?.text).toContain(`Noted in the story of ${number}.`)
    const again = await ben.command('/cx', `update ${number}`, CHANNELS.billing)
    expect(again.answer?.text).toContain('Which issue, and what is new?')
  })

  it('is edited where it stands; one that was closed meanwhile says so in the form, and nothing typed is lost', async () => {
    const { anna, ben, number, mine, card } = await claimedByBen('Wrong invoice')
    await anna.choose(await card(), '…', 'Edit')
    await run.form(anna)
    await anna.fill('Severity', 'Urgent')
    await ben.press(mine, 'Resolve')
    await run.form(ben)
    await ben.fill('What was done', 'Refunded.')
    await ben.submit()
    await ben.press(await run.reads(() => ben.dms(), `${number} is resolved`), 'Close the loop')
    await run.form(ben)
    await ben.fill('What was the customer told?', 'All is well.')
    await ben.submit()
    await run.reads(() => ben.messages(CHANNELS.billing), 'Closed, customer told')
    expect(await anna.submit()).toMatchObject({
      kind: 'errors',
      errors: { Customer: expect.stringContaining(`${number} is closed`) },
    })
    await anna.close()
  })

  it('is followed and unfollowed, and taken back by the chair with a reason that all of them read', async () => {
    const { anna, number, card } = await claimedByBen('Follow me')
    const [mia, chloe] = [run.as(PEOPLE.mia), run.as(PEOPLE.chloe)]
    const followed = await mia.command('/cx', `follow ${number}`, CHANNELS.support)
    expect(followed.answer?.text).toContain(`You follow ${number} now.`)
    const receipt = await run.reads(() => mia.dms(), `${number} tells of this already; you follow it now.`)
    await mia.press(receipt, 'Unfollow')
    await run.reads(() => [{ visible: run.slack.visibleText(mia.modal() ?? { blocks: [] }) } as never], 'any more')
    await mia.close()
    await chloe.press(await card(), 'See all')
    await run.form(chloe)
    await chloe.choose('modal', '…', 'Withdraw')
    await run.slack.waitFor(() => chloe.modal()?.fields.some(({ label }) => label === 'Reason'))
    await chloe.fill('Reason', 'It was a drill.')
    expect(await chloe.submit()).toEqual({ kind: 'closed' })
    await run.reads(() => anna.dms(), 'It was a drill.')
    expect(mia.dms().some((dm) => dm.visible.includes('drill'))).toBe(false)
    const { answer } = await anna.command('/cx', `update ${number} Hello?`, CHANNELS.support)
    expect(answer?.text).toContain(`${number} was taken back`)
  })
})
