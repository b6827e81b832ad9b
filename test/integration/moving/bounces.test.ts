import { afterAll, beforeAll, expect, it } from 'vitest'
import { renderBounces } from '#adapters/slack/blocks/bounces/bounces.ts'
import { timeTally } from '#domain/time-ledger/tally.ts'
import { type Product, startProduct } from '../../support/product.ts'
import { wordsIn } from '../../support/slack-limits.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const flagged = async (restricted: boolean) => {
  const { use, act } = product
  const input = { ...act('U0ANNA'), via: 'command' as const, restricted, customer: 'Nordwind', stage: 'pay' }
  const { number } = await use.flagIssue({ ...input, text: 'We were charged twice for March.' })
  await use.claimIssue({ ...act('U0BEN'), number, via: 'button' })
  return number
}

/** Billing asks Sales, which says no. */
const refused = async (restricted = false): Promise<number> => {
  const { use, act, issue } = product
  const number = await flagged(restricted)
  await use.handOver({ ...act('U0BEN'), number, to: 'sales', reason: 'expertise', need: 'The contract.' })
  const { handover } = await issue(number)
  const by = act(handover?.asked ?? '')
  await use.returnHandover({ ...by, number, handover: handover?.id ?? '', reason: 'It is the charge.' })
  return number
}

const seenBy = (person: string, weeks = 4) => product.use.viewBounces({ ...product.act(person), weeks })

it('the report of bounces counts the issues that its reader may see, in the weeks asked for', async () => {
  for (let i = 0; i < 5; i += 1) await refused()
  const hidden = await refused(true)
  const open = await seenBy('U0IVO')
  expect(open.report).toMatchObject({ tried: 5, pairs: [{ between: ['billing', 'sales'], issues: 5, back: 0 }] })
  const all = await seenBy('U0BEN')
  expect(all.report).toMatchObject({ tried: 6, pairs: [{ issues: 6 }] })
  const { asked } = (await product.story(hidden)).timeline.find(({ kind }) => kind === 'handover_asked') as never
  expect((await seenBy(asked)).report.tried).toBe(6)
  expect(wordsIn(renderBounces(all).blocks)).toContain('Billing and Sales: 6 issues, none of them back')
  product.setClock('2026-12-20T09:00:00Z')
  expect((await seenBy('U0BEN')).report.tried).toBe(0)
  expect((await seenBy('U0BEN', 5)).report.tried).toBe(6)
})

it('an issue that was tried to be moved twice is told with its path', async () => {
  product.setClock('2027-02-02T09:00:00Z')
  const number = await refused()
  const { use, act, issue } = product
  await use.handOver({ ...act('U0BEN'), number, to: 'support', reason: 'expertise', need: 'Please ask.' })
  const { handover } = await issue(number)
  await use.acceptHandover({ ...act(handover?.asked ?? ''), number, handover: handover?.id ?? '' })
  const told = await seenBy('U0IVO', 1)
  expect(told.report.sentAround).toEqual([{ number, attempts: 2 }])
  expect(wordsIn(renderBounces(told).blocks)).toContain(`CX-${number} Nordwind: Billing → Support, 2 tries`)
})

it('the digest tells where the time of all issues went, as their timelines say', async () => {
  product.setClock('2027-03-02T09:00:00Z')
  const { use, act, council, story } = product
  const number = await refused()
  await use.waitOn({ ...act('U0BEN'), number, on: 'vendor', what: 'The bank.' })
  const pending = await flagged(true)
  product.setClock('2027-03-03T09:00:00Z')
  await use.moveAgain({ ...act('U0BEN'), number })
  await use.handOver({ ...act('U0BEN'), number: pending, to: 'sales', reason: 'expertise', need: 'The contract.' })
  product.setClock('2027-03-05T09:00:00Z')
  const { digest } = await use.previewDigest(act(council.chair))
  const period = { from: new Date('2027-02-26T09:00:00Z'), to: new Date('2027-03-05T09:00:00Z') }
  const tally = timeTally(council, period)
  for (let n = 1; n <= pending; n += 1) tally.add((await story(n)).timeline)
  expect(digest.timeSpent).toEqual(tally.result())
  const hours = Object.fromEntries(
    digest.timeSpent.map(({ cause, wall, issues }) => [cause, [wall / 3_600_000, issues]]),
  )
  expect(hours).toMatchObject({ waiting_vendor: [24, 1], handover_pending: [48, 1] })
})
