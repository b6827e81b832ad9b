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

type Actor = ReturnType<PracticeRun['as']>

const person = (name: keyof typeof PEOPLE): Actor => run.as(PEOPLE[name])

const matches = (visible: string | undefined, words: string | RegExp): boolean =>
  visible !== undefined && (typeof words === 'string' ? visible.includes(words) : words.test(visible))

const sends = async (actor: Actor, values: Readonly<Record<string, string>>) => {
  await run.form(actor)
  for (const [label, value] of Object.entries(values)) await actor.fill(label, value)
  return actor.submit()
}

const modalOf = (actor: Actor): string => run.slack.visibleText((actor.modal() ?? { blocks: [] }) as never)

/** The newest direct message that says this and has this button, once it is there. */
const dm = (actor: Actor, words: string | RegExp, button: string) =>
  run.slack.waitFor(
    () => actor.dms().findLast((post) => matches(post.visible, words) && post.buttons.includes(button)),
    {
      timeout: 20_000,
      what: `${words} with ${button}`,
    },
  )

/** An issue that Anna flagged and Ben of Billing answers for. */
const claimed = async (words: string): Promise<string> => {
  const [anna, ben] = [person('anna'), person('ben')]
  const before = new Set(ben.dms().map(({ ts }) => ts))
  await anna.command('/cx', `flag ${words}`, CHANNELS.support)
  await sends(anna, { Customer: 'Alto', 'Journey stage': 'Pay' })
  const asked = await run.slack.waitFor(
    () => ben.dms().find(({ ts, buttons }) => !before.has(ts) && buttons.includes('Claim')),
    { what: 'the ask' },
  )
  await ben.press(asked, 'Claim')
  const number = /CX-\d+/.exec(asked.visible)?.[0] ?? ''
  await dm(ben, `${number} is yours now`, 'Resolve')
  return number
}

const card = (number: string) => () =>
  person('chloe')
    .messages(CHANNELS.billing)
    .find((post) => post.visible.startsWith(number))

const cardSays = (number: string, words: string | RegExp) =>
  run.slack.waitFor(() => (matches(card(number)()?.visible, words) ? card(number)() : undefined), {
    what: `a card with ${words}`,
  })

const openWay = async (number: string, way: Parameters<typeof chooseWay>[2]) => {
  const ben = person('ben')
  await ben.press(await dm(ben, `${number} is yours now`, 'Hand over or consult'), 'Hand over or consult')
  await chooseWay(run.slack, ben, way)
}

describe('a question to another department', () => {
  it('is asked back, answered, and moves no accountability', async () => {
    const [ben, mia] = [person('ben'), person('mia')]
    const number = await claimed('Charged twice')
    await ben.press(await dm(ben, `${number} is yours now`, 'Hand over or consult'), 'Hand over or consult')
    expect(
      await sends(ben, { 'Who could answer?': 'Mia Rossi', 'What do you want to know?': 'Is it signed?' }),
    ).toEqual({
      kind: 'closed',
    })
    const asked = await dm(mia, 'can you help Ben', 'Answer')
    expect(asked.visible).toMatch(/Is it signed\?[\s\S]*By .* please\. Ben answers for it all the while\./)
    await cardSays(number, /Mia Rossi \(Sales\) is asked since [\s\S]*\[No longer needed\]/)
    await mia.press(asked, 'Ask back')
    expect(await sends(mia, { 'What do you need to know first?': 'Which contract?' })).toEqual({ kind: 'closed' })
    await cardSays(number, /Mia Rossi \(Sales\) asked back on .* and waits for Ben/)
    await ben.press(await dm(ben, 'Which contract?', 'Answer'), 'Answer')
    expect(await sends(ben, { 'Your answer': 'The one of March.' })).toEqual({ kind: 'closed' })
    await mia.press(await dm(mia, /Which contract\?[\s\S]*The one of March\./, 'Answer'), 'Answer')
    expect(await sends(mia, { 'Your answer': 'Signed on Monday.' })).toEqual({ kind: 'closed' })
    await dm(ben, 'Signed on Monday.', 'Consult again')
    await cardSays(number, /^(?![\s\S]*Mia Rossi)[\s\S]*Ben \(Billing\) answers for this/)
    const story = () => person('chloe').thread(CHANNELS.billing, card(number)()?.ts ?? '')
    for (const words of ['Is it signed?', 'Which contract?', 'The one of March.', 'Signed on Monday.'])
      await run.reads(story, words)
    await run.reads(() => mia.dms(), 'Thank you. ')
  })

  it('waits in App Home with the buttons that end it, and is called off by one press on the card', async () => {
    const [ben, dina] = [person('ben'), person('dina')]
    const number = await claimed('Called off')
    await ben.command('/cx', `consult ${number} @dina Is it a known bug?`, CHANNELS.billing)
    await dm(dina, 'Is it a known bug?', 'Answer')
    await dina.openHome()
    const home = () => run.slack.visibleText((dina.home() ?? { blocks: [] }) as never)
    await run.slack.waitFor(() => home().includes('You are asked a question. Can you answer it?'), { what: 'a home' })
    expect(home()).toMatch(/\[Answer\] \[Ask back\]/)
    await ben.press(await cardSays(number, 'Dina Cohen (Product) is asked since'), 'No longer needed')
    await run.reads(() => dina.dms(), 'No longer needed.')
    await cardSays(number, /^(?![\s\S]*Dina Cohen)/)
    await dina.openHome()
    await run.slack.waitFor(() => !home().includes('You are asked a question.'), { what: 'an empty home' })
  })

  it('to the owner, a colleague, a guest or somebody of no department is refused at the field; nothing is asked', async () => {
    const ben = person('ben')
    const number = await claimed('Whom to ask')
    await openWay(number, 'Consult')
    for (const [name, sentence] of [
      ['Ben', /answers for .* already/],
      ['Lou Jensen', /is of Billing too/],
      ['Gil Freelance', /is a guest here/],
      ['Grace Lindholm', /is in no department of the council/],
    ] as const)
      expect(
        await sends(ben, { 'Who could answer?': name, 'What do you want to know?': 'Is it signed?' }),
      ).toMatchObject({
        kind: 'errors',
        errors: { 'Who could answer?': expect.stringMatching(sentence) },
      })
    await ben.close()
    await cardSays(number, /^(?![\s\S]*is asked since)/)
  })

  it('to a stranger, or about an issue that is over, is refused in a sentence', async () => {
    const ben = person('ben')
    const number = await claimed('Over')
    const says = async (text: string) => `${(await ben.command('/cx', text, CHANNELS.billing)).answer?.text}`
    expect(await says(`consult ${number} <@${PEOPLE.stranger}> Hello?`)).toContain('works for another company')
    expect(await says(`consult ${number}`)).toContain('Which issue, whom, and what?')
    await ben.press(await dm(ben, `${number} is yours now`, 'Resolve'), 'Resolve')
    await sends(ben, { 'What was done': 'Refunded.' })
    await dm(ben, number, 'Close the loop')
    expect(await says(`consult ${number} @mia Is it signed?`)).toMatch(/resolved/)
  })

  it('to somebody who is away offers who stands in for them', async () => {
    const [ben, felix] = [person('ben'), person('felix')]
    const number = await claimed('Away')
    await felix.command('/cx', 'away until 2099-01-02 cover @mia', CHANNELS.sales)
    await openWay(number, 'Consult')
    const values = { 'Who could answer?': 'Felix Brandt', 'What do you want to know?': 'Is it renewed?' }
    expect(await sends(ben, values)).toEqual({ kind: 'updated' })
    expect(await run.form(ben)).toContain('Felix Brandt is away right now. Mia Rossi stands in')
    expect(await ben.submit()).toEqual({ kind: 'closed' })
    await dm(person('mia'), 'Is it renewed?', 'Answer')
    await felix.command('/cx', 'back', CHANNELS.sales)
  })
})

describe('hands', () => {
  it('are offered instead of a handover for lack of them, and work along while the owner stays', async () => {
    const [ben, sana] = [person('ben'), person('sana')]
    const number = await claimed('Too much')
    await openWay(number, 'Hand over')
    await ben.fill('Reason', 'Capacity')
    await run.slack.waitFor(() => modalOf(ben).includes('Short of hands?'), { what: 'the offer' })
    await ben.fill('What do you need from them?', 'Reset the account.')
    await ben.press('modal', 'Ask for hands')
    await run.slack.waitFor(() => ben.modal()?.fields.some(({ label }) => label === 'Who could lend a hand?'), {
      what: 'the form for hands',
    })
    await ben.fill('Who could lend a hand?', 'Sana Iqbal')
    expect(await ben.submit()).toEqual({ kind: 'closed' })
    const asked = await dm(sana, 'can you lend a hand', "I'll help")
    expect(asked.visible).toContain('Reset the account.')
    await sana.press(asked, "I'll help")
    await cardSays(number, /Ben \(Billing\) answers for this[\s\S]*Sana Iqbal \(IT\) helps since/)
    await dm(ben, 'Sana Iqbal (IT) helps with it from now on.', 'Done helping')
    await sana.press(await dm(sana, 'You help with', 'Done helping'), 'Done helping')
    await cardSays(number, /^(?![\s\S]*Sana Iqbal)/)
    await run.reads(() => ben.dms(), 'is done helping.')
  })

  it('that nobody can give are refused with a reason, and a department’s lead can be asked instead', async () => {
    const [ben, sana, carla] = [person('ben'), person('sana'), person('carla')]
    const number = await claimed('No hands')
    await openWay(number, 'Ask for hands')
    await sends(ben, { 'Who could lend a hand?': 'Sana Iqbal', 'What do you need from them?': 'Look at the log.' })
    await sana.press(await dm(sana, 'Look at the log.', "Can't help"), "Can't help")
    expect(await sends(sana, { 'Why not?': 'I am off tomorrow.' })).toEqual({ kind: 'closed' })
    await ben.press(await dm(ben, 'I am off tomorrow.', 'Ask for hands'), 'Ask for hands')
    await run.form(ben)
    await openedFor(ben)
    await ben.fill('Who could lend a hand?', '')
    await ben.fill('Or which department?', 'Product')
    expect(await ben.submit()).toEqual({ kind: 'closed' })
    await dm(carla, 'Look at the log.', "I'll help")
  })
})

const openedFor = (actor: Actor) =>
  run.slack.waitFor(() => actor.modal()?.fields.some(({ label }) => label === 'Or which department?'), {
    what: 'the form for hands',
  })
