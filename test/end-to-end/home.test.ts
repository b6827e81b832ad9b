import { afterAll, beforeAll, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { PracticeRun } from '../support/practice-run.ts'
import { startPracticeRun } from '../support/practice-run.ts'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(() => run.stop())

it('an issue is claimed from App Home, which then shows it as mine, and a handover is accepted there', async () => {
  const [anna, ben, felix] = [run.as(PEOPLE.anna), run.as(PEOPLE.ben), run.as(PEOPLE.felix)]
  const homeOf = (actor: typeof ben) => run.slack.visibleText((actor.home() ?? { blocks: [] }) as never)
  await anna.command('/cx', 'flag Seen from home', CHANNELS.support)
  await run.form(anna)
  await anna.fill('Journey stage', 'Pay')
  await anna.submit()
  await run.dm(ben, 'Claim')
  await ben.openHome()
  await run.slack.waitFor(() => homeOf(ben).includes('To claim'), { what: 'the home with something to claim' })
  await ben.press('home', 'Claim')
  await run.slack.waitFor(() => homeOf(ben).includes('Ben (Billing) answers'), { what: 'the issue as mine' })
  expect(homeOf(ben)).not.toContain('To claim')
  await ben.press('home', 'Hand over or consult')
  await run.form(ben)
  await ben.fill('Department', 'Sales')
  await ben.fill('Reason', 'Capacity')
  await ben.fill('What do you need from them?', 'Please take it.')
  expect(await ben.submit()).toEqual({ kind: 'closed' })
  await run.dm(felix, 'Accept')
  await felix.openHome()
  await run.slack.waitFor(() => homeOf(felix).includes('To accept'), { what: 'the home with something to accept' })
  await felix.press('home', 'Accept')
  await run.slack.waitFor(() => homeOf(felix).includes('(Sales) answers'), { what: 'the issue as mine' })
})
