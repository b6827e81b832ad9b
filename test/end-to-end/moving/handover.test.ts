import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { PracticeRun } from '../../support/practice-run.ts'
import { startPracticeRun } from '../../support/practice-run.ts'
import { chooseWay } from '../../support/slack/hand-over-form.ts'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(() => run.stop())

const patiently = { timeout: 20_000 }

type Actor = ReturnType<PracticeRun['as']>

const fillIn = async (actor: Actor, values: Readonly<Record<string, string>>) => {
  await run.form(actor)
  for (const [label, value] of Object.entries(values)) await actor.fill(label, value)
  return actor.submit()
}

const dmAbout = async (actor: Actor, words: string, button: string) => {
  const found = () => actor.dms().findLast((dm) => dm.visible.includes(words) && dm.buttons.includes(button))
  const dm = await run.slack.waitFor(found, { ...patiently, what: `${words} with ${button}` })
  if (!dm) throw new Error(words)
  return dm
}

/** Anna flags at Pay, and Ben of Billing claims it; answers the number. */
const claimedByBen = async (words: string): Promise<string> => {
  const [anna, ben] = [run.as(PEOPLE.anna), run.as(PEOPLE.ben)]
  await anna.command('/cx', `flag ${words}`, CHANNELS.support)
  expect(await fillIn(anna, { Customer: 'Alto', 'Journey stage': 'Pay' })).toEqual({ kind: 'closed' })
  const ask = await dmAbout(ben, words, 'Claim')
  await ben.press(ask, 'Claim')
  const number = /CX-\d+/.exec(ask.visible)?.[0] ?? ''
  await dmAbout(ben, `${number} is yours now`, 'Resolve')
  return number
}

const handOver = async (number: string, more: Readonly<Record<string, string>> = {}) => {
  const ben = run.as(PEOPLE.ben)
  await ben.press(await dmAbout(ben, number, 'Hand over or consult'), 'Hand over or consult')
  await chooseWay(run.slack, ben, 'Hand over')
  const said = { Department: 'Sales', Reason: 'Needs their expertise', 'What do you need from them?': 'Say the price.' }
  return fillIn(ben, { ...said, ...more })
}

const card = (number: string, channel: string): string =>
  run
    .as(PEOPLE.chloe)
    .messages(channel)
    .findLast((post) => post.visible.startsWith(number))?.visible ?? ''

describe('a handover', () => {
  it('brings the whole brief, is asked about in place, answered there, and accepted', async () => {
    const [ben, felix] = [run.as(PEOPLE.ben), run.as(PEOPLE.felix)]
    const number = await claimedByBen('The contract says 40, the invoice 45')
    await ben.command('/cx', `update ${number} We checked the invoice run.`, CHANNELS.billing)
    await run.reads(() => ben.messages(CHANNELS.billing), 'We checked the invoice run.')
    await ben.press(await dmAbout(ben, number, 'Hand over or consult'), 'Hand over or consult')
    await chooseWay(run.slack, ben, 'Hand over')
    await run.form(ben)
    const form = JSON.stringify(ben.modal())
    expect(form).toContain('The contract says 40, the invoice 45')
    expect(form).toContain('We checked the invoice run.')
    await ben.close()
    const brief = 'Alto pays 40 by contract.\n\nThe invoice run took 45.'
    expect(await handOver(number, { Brief: brief, "Please don't ask again": 'Invoice number' })).toEqual({
      kind: 'closed',
    })
    const asked = await dmAbout(felix, number, 'Accept')
    for (const words of ['Say the price.', 'Alto pays 40 by contract.', "Please don't ask again: Invoice number"])
      expect(asked.visible).toContain(words)
    expect(asked.buttons).toEqual(['Accept', 'Ask first', 'Return it', 'See all'])
    await run.slack.waitFor(
      () => card(number, CHANNELS.billing).includes("Please don't ask again: Invoice number"),
      patiently,
    )

    await felix.press(asked, 'Ask first')
    expect(await fillIn(felix, { Question: 'Which year is the contract of?' })).toEqual({ kind: 'closed' })
    const question = await dmAbout(ben, 'Which year is the contract of?', 'Answer')
    expect(question.visible).toContain('The time of Sales stands still until you answer')
    await run.slack.waitFor(() => card(number, CHANNELS.billing).includes('waits for the answer'), patiently)
    const still = await dmAbout(felix, 'stands still', 'Accept')
    expect(still.buttons).toEqual(['Accept', 'Return it', 'See all'])
    await ben.press(question, 'Answer')
    expect(await run.form(ben)).toContain('Which year is the contract of?')
    expect(await fillIn(ben, { Answer: 'Of 2025.' })).toEqual({ kind: 'closed' })
    const answer = await dmAbout(felix, 'answered your question', 'Accept')
    expect(answer.visible).toContain('Of 2025.')
    await felix.press(answer, 'Accept')
    await dmAbout(felix, `${number} is yours now`, 'Resolve')
    await run.reads(() => ben.dms(), 'Felix Brandt (Sales) accepted it')
  })

  it('is taken back while nobody has answered, and whoever was asked has nothing left to do', async () => {
    const [ben, felix] = [run.as(PEOPLE.ben), run.as(PEOPLE.felix)]
    const number = await claimedByBen('Sent to the wrong place')
    await handOver(number)
    const asked = await dmAbout(felix, number, 'Accept')
    await ben.press(await run.card(ben, CHANNELS.billing, 'Take back'), 'Take back')
    const over = () =>
      felix.dms().find(({ visible }) => visible.includes(`Nothing is left to do for you with ${number}`))
    expect((await run.slack.waitFor(over, patiently))?.ts).toBe(asked.ts)
    await felix.press(asked, 'Accept', { asSeen: true })
    await run.reads(() => felix.ephemerals(), 'is settled already')
    expect(card(number, CHANNELS.billing)).toContain('Ben')
  })

  it('is cancelled when the owner resolves it meanwhile, and a form that was open says so', async () => {
    const [ben, felix] = [run.as(PEOPLE.ben), run.as(PEOPLE.felix)]
    const number = await claimedByBen('Solved in between')
    await handOver(number)
    await felix.press(await dmAbout(felix, number, 'Accept'), 'Ask first')
    await run.form(felix)
    await ben.press(await dmAbout(ben, number, 'Resolve'), 'Resolve')
    expect(await fillIn(ben, { 'What was done': 'Credited it.' })).toEqual({ kind: 'closed' })
    await run.reads(() => felix.dms(), `${number} was resolved; nothing is left to accept`)
    await felix.fill('Question', 'Still needed?')
    expect(JSON.stringify(await felix.submit())).toContain('is settled already')
  })
})
