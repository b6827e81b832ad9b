import { afterAll, beforeAll, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { PracticeRun } from '../../support/practice-run.ts'
import { startPracticeRun } from '../../support/practice-run.ts'
import { chooseWay } from '../../support/slack/hand-over-form.ts'

type Actor = ReturnType<PracticeRun['as']>

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(() => run.stop())

const P = PEOPLE
const as = (id: string): Actor => run.as(id)

const send = async (actor: Actor, fields: Readonly<Record<string, string>>) => {
  await run.form(actor)
  for (const [field, value] of Object.entries(fields)) await actor.fill(field, value)
  return actor.submit()
}

/** The newest direct message about an issue that has this button. */
const messageTo = (actor: Actor, issue: string, button: string) =>
  run.slack.waitFor(
    () => actor.dms().findLast(({ visible, buttons }) => visible.includes(issue) && buttons.includes(button)),
    { what: `${issue} with ${button}` },
  )

const inCouncil = (issue: string, button: string) =>
  run.slack.waitFor(
    () =>
      as(P.chloe)
        .messages(CHANNELS.council)
        .findLast(({ visible, buttons }) => visible.includes(issue) && buttons.includes(button)),
    { what: `${issue} in the council's channel with ${button}` },
  )

const handOver = async (from: string, issue: string, department: string, need: string) => {
  await as(from).press(await messageTo(as(from), issue, 'Hand over or consult'), 'Hand over or consult')
  await chooseWay(run.slack, as(from), 'Hand over')
  return send(as(from), {
    Department: department,
    Reason: 'Needs their expertise',
    'What do you need from them?': need,
  })
}

/** Flagged by Anna at Pay, claimed by Ben of Billing, accepted by Felix of Sales and then by Carla of Product. */
const wentTwice = async (words: string): Promise<string> => {
  const anna = as(P.anna)
  const before = new Set(anna.dms().map(({ ts }) => ts))
  await anna.command('/cx', `flag ${words}`, CHANNELS.support)
  await send(anna, { Customer: 'Nordwind', 'Journey stage': 'Pay' })
  const receipt = () => anna.dms().find(({ ts, buttons }) => !before.has(ts) && buttons.includes('Withdraw'))
  const issue = /CX-\d+/.exec((await run.slack.waitFor(receipt, { what: 'the receipt' }))?.visible ?? '')?.[0] ?? ''
  await as(P.ben).press(await messageTo(as(P.ben), issue, 'Claim'), 'Claim')
  await handOver(P.ben, issue, 'Sales', 'The contract says another price.')
  await as(P.felix).press(await messageTo(as(P.felix), issue, 'Accept'), 'Accept')
  await handOver(P.felix, issue, 'Product', 'The contract is right, the plan is not.')
  await as(P.carla).press(await messageTo(as(P.carla), issue, 'Accept'), 'Accept')
  return issue
}

it('a third hop goes to the council: the lead speaks, the chair names somebody, who answers at once and may not be able to', async () => {
  const [chloe, ravi, carla, ben, dina] = [P.chloe, P.ravi, P.carla, P.ben, P.dina].map(as) as [
    Actor,
    Actor,
    Actor,
    Actor,
    Actor,
  ]
  const issue = await wentTwice('Charged twice for March')
  expect((await handOver(P.carla, issue, 'IT', 'Only the old system knows.')).kind).toBe('updated')
  expect(await run.form(carla)).toContain(`${issue} stays with you for now.`)
  await carla.close()
  const asked = await inCouncil(issue, 'Someone else')
  for (const words of [
    `Where should ${issue} end?`,
    'Nordwind has waited',
    'Billing: The contract says another price.',
    'Sales: The contract is right, the plan is not.',
    'Product: Only the old system knows.',
    'Carla Mendes answers until you choose: chair alone, or two of you for the same person.',
  ])
    expect(asked.visible).toContain(words)
  expect(asked.visible).toMatch(/Billing .* → Sales .* → Product .* → \?/)
  expect(asked.buttons).toEqual(['Ravi Menon, IT', 'Omar Haddad, Support', 'Ben, Billing', 'Someone else', 'See all'])

  await ravi.press(await messageTo(ravi, issue, 'Tell the council'), 'Tell the council')
  await send(ravi, { 'What should the council know?': 'We switched that system off in May.' })
  await run.reads(() => chloe.messages(CHANNELS.council), 'We switched that system off in May.')

  await dina.press(asked, 'Ben, Billing', { asSeen: true })
  await run.reads(() => dina.ephemerals(), 'is for the council to choose')
  await carla.press(asked, 'Ben, Billing', { asSeen: true })
  await run.reads(() => carla.ephemerals(), `Product has ${issue} now, so its people leave the choice to others.`)
  await chloe.press(await inCouncil(issue, 'Someone else'), 'Ben, Billing')
  const named = await messageTo(ben, issue, "I can't")
  expect(named.visible).toContain(`The council named you: ${issue} is yours now`)
  await run.reads(() => chloe.messages(CHANNELS.council), `The council chose Ben (Billing) for ${issue}: Chloé Martin.`)
  await run.reads(() => carla.dms(), 'chose Ben (Billing)')

  await ben.press(named, "I can't")
  await send(ben, { Reason: 'I am on leave from tomorrow.' })
  const again = await inCouncil(issue, 'Someone else')
  expect(again.visible).toContain('Billing: I am on leave from tomorrow.')
  expect(again.visible).toContain('Ben answers until you choose')

  await ravi.openHome()
  await run.slack.waitFor(() => run.slack.visibleText((ravi.home() ?? { blocks: [] }) as never).includes(issue), {
    what: 'what waits for Ravi',
  })
  await ravi.press('home', 'Decide')
  await send(ravi, { 'Who should answer for it?': P.sana, Reason: 'She has the access.' })
  await run.reads(() => chloe.messages(CHANNELS.council), 'So far: Ravi Menon for Sana Iqbal.')
})

it('two members whose departments do not hold it choose together, and only the council moves it from then on', async () => {
  const [chloe, lou, ravi, ben] = [P.chloe, P.lou, P.ravi, P.ben].map(as) as [Actor, Actor, Actor, Actor]
  const issue = await wentTwice('The refund never came')
  await handOver(P.carla, issue, 'Billing', 'Please refund it.')
  await as(P.carla).close()
  const asked = await inCouncil(issue, 'Someone else')
  await lou.press(asked, 'Someone else')
  expect(await send(lou, { 'Who should answer for it?': P.guest, Reason: 'Why not.' })).toMatchObject({
    kind: 'errors',
  })
  await lou.fill('Who should answer for it?', P.ben)
  expect(await lou.submit()).toEqual({ kind: 'closed' })
  await run.reads(() => chloe.messages(CHANNELS.council), 'So far: Lou Jensen for Ben.')
  await ravi.press(asked, 'Someone else')
  await send(ravi, { 'Who should answer for it?': P.ben, Reason: 'He knows the customer.' })
  await messageTo(ben, issue, "I can't")
  await run.reads(
    () => chloe.messages(CHANNELS.council),
    `The council chose Ben (Billing) for ${issue}: Lou Jensen and Ravi Menon.`,
  )

  await chloe.press(asked, 'Someone else', { asSeen: true })
  await run.reads(() => chloe.ephemerals(), `${issue} is decided already: Ben answers for it.`)
  await handOver(P.ben, issue, 'IT', 'Not us after all.')
  expect((await inCouncil(issue, 'Someone else')).visible).toContain('Ben (Billing) wanted to hand it to IT')
  const { answer } = await ben.command('/cx', `show ${issue}`, CHANNELS.billing)
  for (const words of ['Lou Jensen voted for Ben.', 'Ravi Menon voted for Ben.', 'Product 1 min → Billing 1 min'])
    expect(answer?.text).toContain(words)
})
