import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { PracticeRun } from '../support/practice-run.ts'
import { startPracticeRun } from '../support/practice-run.ts'
import { chooseWay } from '../support/slack/hand-over-form.ts'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(() => run.stop())

const flagAtPay = async (words: string) => {
  const anna = run.as(PEOPLE.anna)
  const receipts = () => anna.dms().filter((dm) => dm.visible.includes('It is CX-') || dm.visible.includes('withdr'))
  const before = receipts().length
  await anna.command('/cx', `flag ${words}`, CHANNELS.support)
  await run.form(anna)
  await anna.fill('Customer', 'Alto')
  await anna.fill('Journey stage', 'Pay')
  expect(await anna.submit()).toEqual({ kind: 'closed' })
  const receipt = await run.slack.waitFor(() => receipts().length > before && receipts().at(-1), {
    what: 'the receipt',
  })
  return { anna, number: /CX-\d+/.exec((receipt || { visible: '' }).visible)?.[0] ?? '' }
}

describe('what people do when it was not theirs, too early or too late', () => {
  it('asks the department named by Not ours, then the chair, who routes it with one press', async () => {
    const [ben, felix, chloe] = [run.as(PEOPLE.ben), run.as(PEOPLE.felix), run.as(PEOPLE.chloe)]
    await flagAtPay('Whose is this?')
    await ben.press(await run.dm(ben, 'Not ours'), 'Not ours')
    await run.form(ben)
    await ben.fill('Department', 'Sales')
    await ben.fill('Reason', 'It is about the contract.')
    expect(await ben.submit()).toEqual({ kind: 'closed' })
    await felix.press(await run.dm(felix, 'Not ours'), 'Not ours')
    await run.form(felix)
    await felix.fill('Department', 'Billing')
    await felix.fill('Reason', 'No, it is the invoice.')
    expect(await felix.submit()).toEqual({ kind: 'closed' })
    const route = await run.dm(chloe, 'Route')
    expect(route.buttons).toContain('Support')
    expect(route.buttons).not.toContain('Billing')
    await chloe.press(route, 'Support')
    const omar = run.as(PEOPLE.omar)
    await omar.press(await run.dm(omar, 'Claim'), 'Claim')
    await run.dm(omar, 'Release')
  })

  it('releases a fresh claim, and lets the flagger withdraw what nobody claimed', async () => {
    const ben = run.as(PEOPLE.ben)
    const { anna, number } = await flagAtPay('Released and withdrawn')
    await ben.press(await run.reads(() => ben.dms(), number), 'Claim')
    await ben.press(await run.reads(() => ben.dms(), `${number} is yours now`), 'Release')
    const receipt = await run.slack.waitFor(() =>
      anna.dms().find((dm) => dm.visible.includes(`It is ${number}`) && dm.buttons.includes('Withdraw')),
    )
    await anna.press(receipt, 'Withdraw')
    await run.reads(() => run.as(PEOPLE.chloe).messages(CHANNELS.billing), `withdr`)
    const { answer } = await ben.command('/cx', `claim ${number}`, CHANNELS.billing)
    expect(answer?.text).toContain('taken back')
  })

  it('asks what has changed before an issue goes back, keeping what was typed, and leaves a third hop to the council', async () => {
    const [ben, omar, lou, chloe] = [run.as(PEOPLE.ben), run.as(PEOPLE.omar), run.as(PEOPLE.lou), run.as(PEOPLE.chloe)]
    const { number } = await flagAtPay('Back and forth')
    await ben.press(await run.reads(() => ben.dms(), number), 'Claim')
    const handOver = async (actor: typeof ben, to: string) => {
      await actor.press(await run.reads(() => actor.dms(), `${number} is yours now`), 'Hand over or consult')
      await chooseWay(run.slack, actor, 'Hand over')
      await actor.fill('Department', to)
      await actor.fill('Reason', 'Needs their expertise')
      await actor.fill('What do you need from them?', 'Please look at the refund.')
      return actor.submit()
    }
    expect(await handOver(ben, 'Support')).toEqual({ kind: 'closed' })
    await omar.press(await run.dm(omar, 'Accept').catch(() => run.dm(run.as(PEOPLE.anna), 'Accept')), 'Accept')
    expect(await handOver(omar, 'Billing')).toEqual({ kind: 'updated' })
    const asked = await run.form(omar)
    expect(asked).toMatch(/Billing held this before.*Please look at the refund/s)
    await omar.fill('What has changed?', 'The contract was found.')
    expect(await omar.submit()).toEqual({ kind: 'closed' })
    await ben.press(await run.dm(ben, 'Accept'), 'Accept')
    await run.slack.settled({ quietFor: 300 })
    expect(await handOver(ben, 'Product')).toEqual({ kind: 'updated' })
    expect(await run.form(ben)).toContain('council')
    await ben.close()
    await run.reads(() => chloe.messages(CHANNELS.council), `Where should ${number} end?`)
    expect(lou).toBeDefined()
  })

  it('says at the field what is missing, and nothing typed is lost', async () => {
    const { anna, number } = await flagAtPay('Wrong input')
    const ben = run.as(PEOPLE.ben)
    await ben.press(await run.reads(() => ben.dms(), number), 'Claim')
    await ben.press(await run.reads(() => ben.dms(), `${number} is yours now`), 'Resolve')
    await run.form(ben)
    await ben.fill('What was done', 'Refunded.')
    await ben.submit()
    await ben.press(await run.reads(() => ben.dms(), `${number} is resolved`), 'Close the loop')
    await run.form(ben)
    expect(await ben.submit({ unchecked: true })).toMatchObject({ kind: 'errors' })
    await ben.fill('Could not be told, because', 'The number is dead.')
    await ben.fill('When', '2099-01-01')
    expect(await ben.submit()).toMatchObject({
      kind: 'errors',
      errors: { When: expect.stringContaining('not come yet') },
    })
    await ben.close()
    const stranger = await anna.command('/cx', 'show CX-99999', CHANNELS.support)
    expect(stranger.answer?.text).toContain('CX-99999')
  })
})
