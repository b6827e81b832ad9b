import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { PracticeRun } from '../support/practice-run.ts'
import { startPracticeRun } from '../support/practice-run.ts'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(() => run.stop())

const flagAtPay = async (who: string, words: string) => {
  const actor = run.as(who)
  const receipts = () => actor.dms().filter((dm) => dm.visible.includes('It is CX-'))
  const before = receipts().length
  await actor.command('/cx', `flag ${words}`, CHANNELS.support)
  await run.form(actor)
  await actor.fill('Customer', 'Nordwind')
  await actor.fill('Journey stage', 'Pay')
  expect(await actor.submit()).toEqual({ kind: 'closed' })
  const receipt = await run.slack.waitFor(() => receipts().length > before && receipts().at(-1))
  return { receipt, number: /CX-\d+/.exec((receipt || { visible: '' }).visible)?.[0] ?? '' }
}

describe('the same problem, flagged twice', () => {
  it('is one story after one press: the second flagger follows, and the old card says where it goes on', async () => {
    const [ben, omar, chloe] = [run.as(PEOPLE.ben), run.as(PEOPLE.omar), run.as(PEOPLE.chloe)]
    const { number: first } = await flagAtPay(PEOPLE.anna, 'We were charged twice for March')
    await ben.press(await run.reads(() => ben.dms(), first), 'Claim')
    await run.reads(() => ben.dms(), `${first} is yours now`)
    const { number: second } = await flagAtPay(PEOPLE.omar, 'Charged twice for March, they say')
    const offer = await run.reads(() => omar.dms(), `It is ${second}`)
    expect(offer.visible).toMatch(
      new RegExp(`Nordwind has an open issue already: ${first} \\(.+ answers for it\\). Is it the same\\?`),
    )
    await omar.press(offer, `Same as ${first}`)
    await run.reads(() => omar.dms(), `${first} tells of this already; you follow it now.`)
    await run.reads(() => chloe.messages(CHANNELS.billing), `${second} goes on in ${first}`)
    await run.reads(() => ben.dms(), `merged ${second} into it: it tells of the same.`)
    const { answer } = await ben.command('/cx', `show ${first}`, CHANNELS.billing)
    expect(answer?.text).toContain('Charged twice for March, they say')
    const late = await ben.command('/cx', `claim ${second}`, CHANNELS.billing)
    expect(late.answer?.text).toContain(`${second} goes on in ${first}. Please use that one.`)
  })

  it('cannot be merged into itself, into nothing, nor by somebody it does not concern: each hears why, privately', async () => {
    const { number } = await flagAtPay(PEOPLE.anna, 'Alone')
    const say = async (who: string, text: string) =>
      (await run.as(who).command('/cx', text, CHANNELS.support)).answer?.text
    expect(await say(PEOPLE.anna, `merge ${number} ${number}`)).toContain(`That is ${number} itself.`)
    expect(await say(PEOPLE.anna, `merge ${number}`)).toContain('Which two issues?')
    expect(await say(PEOPLE.anna, `link ${number} CX-9999`)).toContain("I can't find CX-9999")
    const { number: other } = await flagAtPay(PEOPLE.omar, 'Something else')
    expect(await say(PEOPLE.ivo, `merge ${number} ${other}`)).toContain('can be merged by its owner')
    expect(await say(PEOPLE.anna, `link ${number} with ${other}`)).toContain(
      `${number} and ${other} name each other now.`,
    )
  })
})
