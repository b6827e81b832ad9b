import { afterAll, beforeAll, expect, it } from 'vitest'
import { renderBounces } from '#adapters/slack/blocks/bounces/bounces.ts'
import { type Product, startProduct } from '../../support/product.ts'
import { wordsIn } from '../../support/slack-limits.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

/** Billing asks two departments, which say no, and then a third: it is for the council. */
const undecided = async (): Promise<number> => {
  const { use, act, issue } = product
  const { number } = await use.flagIssue({
    ...act('U0ANNA'),
    text: 'We were charged twice for March.',
    via: 'command',
    restricted: false,
    customer: 'Nordwind',
    stage: 'pay',
  })
  await use.claimIssue({ ...act('U0BEN'), number, via: 'button' })
  const wish = { ...act('U0BEN'), number, reason: 'expertise', need: 'The contract.' } as const
  for (const to of ['sales', 'product']) {
    await use.handOver({ ...wish, to })
    const { handover } = await issue(number)
    const by = act(handover?.asked ?? '')
    await use.returnHandover({ ...by, number, handover: handover?.id ?? '', reason: 'It is the charge.' })
  }
  await use.handOver({ ...wish, to: 'it' })
  return number
}

const decide = async (number: number, person: string): Promise<void> => {
  const { decision } = await product.issue(number)
  await product.use.voteOnIssue({
    ...product.act(product.council.chair),
    number,
    decision: decision?.id ?? '',
    named: person,
  })
}

it('the report of bounces tells what the council decided, whether it held, and which wish it did not follow', async () => {
  const [followed, elsewhere, cannot, open] = [
    await undecided(),
    await undecided(),
    await undecided(),
    await undecided(),
  ]
  await decide(followed, 'U0RAVI')
  await decide(elsewhere, 'U0BEN')
  await decide(cannot, 'U0IVO')
  const { use, act } = product
  await use.cannotTakeIt({ ...act('U0IVO'), number: cannot, reason: 'I know nothing of charges.' })
  await use.resolveIssue({ ...act('U0BEN'), number: elsewhere, whatWasDone: 'Paid back.' })
  const told = await use.viewBounces({ ...act('U0BEN'), weeks: 1 })
  expect(told.report.decided).toEqual([
    { number: followed, to: 'it', held: 'so_far' },
    { number: elsewhere, to: 'billing', held: 'held' },
    { number: cannot, to: 'it', held: 'not' },
  ])
  expect(told.report.stopped).toEqual([{ number: elsewhere, to: 'it', by: 'council' }])
  expect(told.report.sentAround.map(({ number }) => number)).toEqual([followed, elsewhere, cannot, open])
  const said = wordsIn(renderBounces(told).blocks)
  expect(said).toContain(`CX-${elsewhere} Nordwind: the council did not send it to IT`)
  expect(said).toContain(`CX-${cannot} Nordwind: IT; it did not stay there`)
})
