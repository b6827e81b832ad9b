import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { PracticeRun } from '../../support/practice-run.ts'
import { startPracticeRun } from '../../support/practice-run.ts'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun('http', { rhythm: '* * * * * *' })
})
afterAll(() => run.stop())

const patiently = { timeout: 20_000 }

type Actor = ReturnType<PracticeRun['as']>

const fillIn = async (actor: Actor, values: Readonly<Record<string, string>>) => {
  await run.form(actor)
  for (const [label, value] of Object.entries(values)) await actor.fill(label, value)
  return actor.submit()
}

/** Anna flags at a stage; answers the number. */
const flagAt = async (stage: string, words: string): Promise<string> => {
  const anna = run.as(PEOPLE.anna)
  const receipts = () => anna.dms().filter((dm) => dm.visible.includes('It is CX-'))
  const before = receipts().length
  await anna.command('/cx', `flag ${words}`, CHANNELS.support)
  expect(await fillIn(anna, { Customer: 'Alto', 'Journey stage': stage })).toEqual({ kind: 'closed' })
  const receipt = await run.slack.waitFor(() => (receipts().length > before ? receipts().at(-1) : undefined), patiently)
  return /CX-\d+/.exec(receipt?.visible ?? '')?.[0] ?? ''
}

const dmAbout = (actor: Actor, words: string, button: string) =>
  run.slack.waitFor(() => actor.dms().findLast((dm) => dm.visible.includes(words) && dm.buttons.includes(button)), {
    ...patiently,
    what: `${words} with ${button}`,
  })

const says = async (actor: Actor, text: string): Promise<string> =>
  `${(await actor.command('/cx', text, CHANNELS.council)).answer?.text}`

describe('somebody who goes away', () => {
  it('is told what happens, has the cover asked instead, and is asked again when back', async () => {
    const [felix, mia] = [run.as(PEOPLE.felix), run.as(PEOPLE.mia)]
    const answer = await says(felix, 'away until 2099-01-02 cover @mia')
    expect(answer).toMatch(
      /until the end of Friday, 2 January 2099\. Until then new issues go to Mia Rossi, or the next who is here\./,
    )
    expect(answer).toContain('/cx back ends it')
    const covered = await flagAt('Renew', 'Wants to renew')
    const asked = await dmAbout(mia, covered, 'Claim')
    expect(asked?.visible).toContain('you cover for Felix Brandt')
    expect(await says(felix, 'back')).toContain('Welcome back')
    await dmAbout(felix, await flagAt('Renew', 'Renew again'), 'Claim')
    expect(await says(felix, 'back')).toContain('You are not away')
  })

  it.each([
    ['away until yesterday', 'That day has passed'],
    ['away until sometime', 'I do not understand that day'],
    ['away Friday', 'Write it like /cx away'],
    ['away cover @tom', 'Tom Nguyen is away too'],
    ['away cover @felix', 'You cannot cover for yourself'],
    ['away cover @gil.guest', 'I do not know a full member'],
    ['away until 2099-01-01 cover @nobody', 'I do not know a full member'],
  ])('reads a clear sentence to “/cx %s”, and is still asked', async (text, sentence) => {
    const felix = run.as(PEOPLE.felix)
    expect(await says(felix, text)).toContain(sentence)
    expect(await says(felix, 'back')).toContain('You are not away')
  })

  it('reads nothing of this as a guest', async () => {
    const guest = run.as(PEOPLE.guest)
    expect((await guest.command('/cx', 'away until Friday', CHANNELS.support)).answer?.text).toContain('guest')
    expect((await guest.command('/cx', 'away whenever', CHANNELS.support)).answer?.text).toContain('guest')
  })
})

describe('an issue passed to a colleague', () => {
  it('is asked for in a form, accepted with one press, and stays where it is', async () => {
    const [ben, lou] = [run.as(PEOPLE.ben), run.as(PEOPLE.lou)]
    const number = await flagAt('Pay', 'Charged twice')
    await ben.press((await dmAbout(ben, number, 'Claim')) ?? '', 'Claim')
    await ben.press((await dmAbout(ben, number, 'Pass to a colleague')) ?? '', 'Pass to a colleague')
    expect(await fillIn(ben, { Colleague: 'Lou Jensen', Note: 'The refund is half done.' })).toEqual({ kind: 'closed' })
    const asked = await dmAbout(lou, number, 'Accept')
    expect(asked?.visible).toContain('take it over from Ben'.replace('it', number))
    expect(asked?.visible).toContain('The refund is half done.')
    const card = () => lou.messages(CHANNELS.billing).find((post) => post.visible.startsWith(number))
    await run.slack.waitFor(() => card()?.visible.includes('Lou Jensen was asked to take it over'), patiently)
    await lou.press(asked ?? '', 'Accept')
    await run.slack.waitFor(() => card()?.visible.includes('Lou Jensen (Billing) answers for this'), patiently)
    await dmAbout(lou, `${number} is yours now`, 'Resolve')
    await run.reads(() => ben.dms(), 'took it over from Ben')
    expect(await says(ben, `pass ${number}`)).toContain('Only the owner')
    expect(await says(ben, 'pass it')).toContain('Which issue?')
  })

  it('comes back with the reason when it is returned', async () => {
    const [ben, lou] = [run.as(PEOPLE.ben), run.as(PEOPLE.lou)]
    const number = await flagAt('Pay', 'Another one')
    await ben.press((await dmAbout(ben, number, 'Claim')) ?? '', 'Claim')
    await dmAbout(ben, `${number} is yours now`, 'Resolve')
    await ben.command('/cx', `pass ${number}`, CHANNELS.billing)
    expect(await fillIn(ben, { Colleague: 'Lou Jensen' })).toEqual({ kind: 'closed' })
    await lou.press((await dmAbout(lou, number, 'Return it')) ?? '', 'Return it')
    expect(await fillIn(lou, { Reason: 'I am off tomorrow.' })).toEqual({ kind: 'closed' })
    const returned = await dmAbout(ben, 'so you still answer for it', 'Pass to a colleague')
    expect(returned?.visible).toContain('I am off tomorrow.')
  })
})

describe('somebody who leaves', () => {
  it('the channel of a department leaves a list to lead and chair that empties with one press each', async () => {
    const [dina, carla, chloe] = [run.as(PEOPLE.dina), run.as(PEOPLE.carla), run.as(PEOPLE.chloe)]
    const number = await flagAt('Use', 'It is slow')
    await dina.press((await dmAbout(dina, number, 'Claim')) ?? '', 'Claim')
    await dmAbout(dina, `${number} is yours now`, 'Resolve')
    await dina.leave(CHANNELS.product)
    const list = await dmAbout(chloe, 'Dina Cohen has left the channel of Product', 'Give to Carla Mendes')
    expect(list?.visible).toContain(`${number} · Alto`)
    expect(list?.visible).toMatch(/Onboard: accountable owner[\s\S]*Use: accountable owner/)
    await chloe.press(list ?? '', 'Give to Carla Mendes')
    await dmAbout(carla, `${number} is yours now`, 'Resolve')
    await carla.press(
      (await dmAbout(carla, 'Onboard: accountable owner', 'Name Carla Mendes')) ?? '',
      'Name Carla Mendes',
    )
    const last = await dmAbout(carla, '1 place in the journey map in Product still names Dina', 'Name Carla Mendes')
    await carla.press(last ?? '', 'Name Carla Mendes')
    await run.reads(() => chloe.dms(), 'Everything of Dina Cohen in Product is in other hands now.')
    const covered = await flagAt('Use', 'It is slow again')
    await dmAbout(carla, covered, 'Claim')
    expect(await says(chloe, `show ${number}`)).toContain('gave it to Carla Mendes (Product), who answers for it now')
  })

  it('the company is asked for nothing any more, and what waited for them goes to the next', async () => {
    const [jonas, anna, omar] = [run.as(PEOPLE.jonas), run.as(PEOPLE.anna), run.as(PEOPLE.omar)]
    await jonas.command('/cx', 'flag Cannot log in', CHANNELS.support)
    await fillIn(jonas, { 'Journey stage': 'Get help' })
    const asked = await run.slack.waitFor(
      () => anna.dms().findLast((dm) => dm.visible.includes('Cannot log in') && dm.buttons.includes('Claim')),
      patiently,
    )
    const number = /CX-\d+/.exec(asked?.visible ?? '')?.[0] ?? ''
    await run.slack.updatePerson(PEOPLE.anna, { deleted: true })
    const next = await dmAbout(jonas, number, 'Claim')
    expect(next?.visible).toContain('not here any more')
    const list = await dmAbout(omar, 'the Slack account is deactivated', 'Name Jonas Krüger')
    expect(list?.visible).toContain('The council file also names Anna as')
  })
})
