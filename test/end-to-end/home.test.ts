import { afterAll, beforeAll, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { PracticeRun } from '../support/practice-run.ts'
import { startPracticeRun } from '../support/practice-run.ts'
import { chooseWay } from '../support/slack/hand-over-form.ts'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(() => run.stop())

type Actor = ReturnType<PracticeRun['as']>

const textOf = (actor: Actor): string => run.slack.visibleText((actor.home() ?? { blocks: [] }) as never)

const shows = (actor: Actor, words: string | RegExp) =>
  run.slack.waitFor(() => (typeof words === 'string' ? textOf(actor).includes(words) : words.test(textOf(actor))), {
    what: `a home with ${words}`,
  })

const hides = (actor: Actor, words: string) =>
  run.slack.waitFor(() => !textOf(actor).includes(words), { what: `a home without ${words}` })

/** Opens App Home and waits until it shows something. */
const opened = async (actor: Actor, words: string | RegExp) => {
  await actor.openHome()
  await shows(actor, words)
}

const flagged = async (words: string, fields: Readonly<Record<string, string>>): Promise<string> => {
  const anna = run.as(PEOPLE.anna)
  const before = new Set(anna.dms().map(({ ts }) => ts))
  await anna.command('/cx', `flag ${words}`, CHANNELS.support)
  await run.form(anna)
  for (const [field, value] of Object.entries(fields)) await anna.fill(field, value)
  await anna.submit()
  const receipt = () => anna.dms().find(({ ts, buttons }) => !before.has(ts) && buttons.includes('Withdraw'))
  const found = await run.slack.waitFor(receipt, { what: `the receipt of ${words}` })
  return /CX-\d+/.exec(found?.visible ?? '')?.[0] ?? ''
}

const fillAndSend = async (actor: Actor, fields: Readonly<Record<string, string>>) => {
  await run.form(actor)
  for (const [field, value] of Object.entries(fields)) await actor.fill(field, value)
  expect(await actor.submit()).toEqual({ kind: 'closed' })
}

it('an issue goes all its way from App Home: claimed, promised, resolved and closed', async () => {
  const ben = run.as(PEOPLE.ben)
  const issue = await flagged('Charged twice', { 'Journey stage': 'Pay', Customer: 'Nordwind' })
  await opened(ben, `${issue} · Nordwind`)
  expect(textOf(ben)).toContain('Can you take it?')
  await ben.press('home', 'Claim')
  await shows(ben, 'no next step yet')
  expect(textOf(ben)).toContain('Nothing is asked of you right now')
  await ben.choose('home', 'Next step by', '2099-01-01')
  await shows(ben, 'next step by')
  await ben.press('home', 'Resolve')
  await fillAndSend(ben, { 'What was done': 'Refunded.' })
  await shows(ben, 'Tell Nordwind, then close the loop.')
  await ben.press('home', 'Close the loop')
  await fillAndSend(ben, { 'What was the customer told?': 'You have it back.' })
  await hides(ben, issue)
})

it('what is not ours is said so, a handover is returned or accepted, and the unrouted is routed, each from App Home', async () => {
  const [ben, felix, carla, chloe] = [PEOPLE.ben, PEOPLE.felix, PEOPLE.carla, PEOPLE.chloe].map((id) => run.as(id)) as [
    Actor,
    Actor,
    Actor,
    Actor,
  ]
  const declined = await flagged('Not for billing', { 'Journey stage': 'Pay' })
  await opened(ben, declined)
  await ben.press('home', 'Not ours')
  await fillAndSend(ben, { Department: 'Sales', Reason: 'The contract.' })
  await hides(ben, declined)

  await opened(felix, declined)
  await felix.press('home', 'Claim')
  await shows(felix, /You answer · no next step yet/)
  await felix.press('home', 'Hand over or consult')
  await chooseWay(run.slack, felix, 'Hand over')
  await fillAndSend(felix, { Department: 'Product', Reason: 'Capacity', 'What do you need from them?': 'Please.' })
  await shows(felix, 'Product was asked to take over')
  await opened(carla, 'Can you take it over?')
  await carla.press('home', 'Return it')
  await fillAndSend(carla, { Reason: 'We are full, too.' })
  await hides(carla, declined)

  const unrouted = await flagged('Whose is it', {})
  await opened(chloe, unrouted)
  await chloe.press('home', 'Route')
  await fillAndSend(chloe, { Department: 'Billing' })
  await hides(chloe, unrouted)
})

it('a form that was opened from App Home brings it up to date in whichever process it is sent in', async () => {
  const ben = run.as(PEOPLE.ben)
  const issue = await flagged('Solved elsewhere', { 'Journey stage': 'Pay', Customer: 'Harbor' })
  await ben.command('/cx', `claim ${issue}`, CHANNELS.billing)
  await opened(ben, `${issue} · Harbor`)
  await ben.press('home', 'Resolve')
  await run.form(ben)
  await run.restart()
  await fillAndSend(ben, { 'What was done': 'Corrected.' })
  await shows(ben, 'Tell Harbor, then close the loop.')
})

it('a handover is accepted from App Home', async () => {
  const [ben, felix] = [run.as(PEOPLE.ben), run.as(PEOPLE.felix)]
  const issue = await flagged('Please take it', { 'Journey stage': 'Pay', Customer: 'Kestrel' })
  await ben.command('/cx', `claim ${issue}`, CHANNELS.billing)
  await opened(ben, `${issue} · Kestrel`)
  await ben.press('home', 'Hand over or consult')
  await chooseWay(run.slack, ben, 'Hand over')
  await fillAndSend(ben, { Department: 'Sales', Reason: 'Capacity', 'What do you need from them?': 'Please.' })
  await opened(felix, `${issue} · Kestrel`)
  await felix.press('home', 'Accept')
  await hides(felix, 'Can you take it over?')
})

it('filters, pages and the search stay as they are while one acts, and opening App Home begins anew', async () => {
  const [ben, jonas] = [run.as(PEOPLE.ben), run.as(PEOPLE.jonas)]
  const issues: string[] = []
  for (let i = 0; i < 14; i += 1)
    issues.push(await flagged(`Page of many ${i}`, { 'Journey stage': 'Pay', Customer: 'Alto', Severity: 'High' }))
  await opened(ben, 'Show all')
  await ben.choose('home', 'Severity', 'High')
  await shows(ben, 'Next page')
  const first = textOf(ben)
  await ben.press('home', 'Next page')
  await shows(ben, 'Previous page')
  const second = textOf(ben)
  for (const issue of issues) expect([first, second].filter((page) => page.includes(`${issue} ·`))).toHaveLength(1)
  await ben.press('home', 'Claim')
  await shows(ben, 'You answer · no next step yet')
  expect(textOf(ben)).toContain('Previous page')
  await ben.press('home', 'Previous page')
  await shows(ben, `${issues[0]} ·`)

  await jonas.openHome()
  await shows(jonas, 'Find an issue')
  await jonas.choose('home', 'Find an issue', `${issues[13]?.slice(3)}`)
  await shows(jonas, `${issues[13]} · Alto`)
  await jonas.choose('home', 'Find an issue', ' aLTo')
  await shows(jonas, 'Next page')
  await jonas.choose('home', 'Find an issue', 'Zanzibar')
  await shows(jonas, 'No open issue of a customer whose name begins like that.')
  await jonas.press('home', 'Back to what waits for me')
  await shows(jonas, 'Nothing is asked of you right now')
  await jonas.choose('home', 'Find an issue', 'Alto')
  await shows(jonas, 'Found')
  await opened(jonas, 'Nothing is asked of you right now')
})

it('the map with its gaps is for the chair and for admins, and for nobody else', async () => {
  const [chloe, ben] = [run.as(PEOPLE.chloe), run.as(PEOPLE.ben)]
  await opened(chloe, 'Find an issue')
  await chloe.choose('home', 'Show', 'The journey map')
  await shows(chloe, 'Who answers where')
  expect(textOf(chloe)).toMatch(/Billing.*\(leads\): Ben/s)
  expect(textOf(chloe)).toContain('Nobody named: ')
  expect(textOf(chloe)).toMatch(/\(away/)
  await opened(ben, 'Find an issue')
  await expect(ben.choose('home', 'Show', 'The journey map')).rejects.toThrow()
})
