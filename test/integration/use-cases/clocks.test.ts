import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Product } from '../../support/product.ts'
import { startProduct } from '../../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

it('a timeline never goes back in time, though each step is decided by a clock four minutes off from the last', async () => {
  const { use, act, setClock, story } = product
  const start = new Date('2026-11-17T09:00:00Z').getTime()
  let steps = 0
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    steps += 1
    setClock(new Date(start + steps * 1_000 + (steps % 2) * 240_000))
    return work()
  }
  const flag = (person: string) =>
    use.flagIssue({
      ...act(person),
      text: 'Charged twice.',
      via: 'reaction',
      restricted: false,
      stage: 'pay',
      source: { channel: 'C0SUPPORT', ts: '1700000000.000001' },
    })
  const { number } = await step(() => flag('U0ANNA'))
  await step(() => flag('U0JONAS'))
  await step(() => use.addDetails({ ...act('U0ANNA'), number, severity: 'high', customer: 'Alto', stage: 'pay' }))
  await step(() => use.claimIssue({ ...act('U0BEN'), number, via: 'button' }))
  await step(() => use.setNextStep({ ...act('U0BEN'), number, day: 'tomorrow' }))
  await step(() => use.handOver({ ...act('U0BEN'), number, to: 'sales', reason: 'expertise', need: 'The price.' }))
  const handover = (await product.issue(number)).handover?.id ?? ''
  await step(() => use.acceptHandover({ ...act('U0FELIX'), number, handover }))
  await step(() => use.resolveIssue({ ...act('U0FELIX'), number, whatWasDone: 'Refunded.' }))
  await step(() => use.reopenIssue({ ...act('U0ANNA'), number, stillWrong: 'It came back.' }))

  const { timeline } = await story(number)
  const times = timeline.map(({ at }) => at.getTime())
  expect(timeline.length).toBeGreaterThanOrEqual(9)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})
