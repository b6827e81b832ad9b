import type { CustomerStory, SharedCustomer } from '#application/use-cases/customers/view-customer.ts'
import { customerSide } from '#domain/customers/customer-side.ts'
import { sampleCouncil as council } from '../council.ts'
import { sampleLives } from '../lives.ts'
import { sampleLines } from '../views.ts'

/** A customer with an issue that is open and one that was closed. */
export const sampleCustomer = (): CustomerStory => {
  const { moved, closed } = sampleLives()
  return {
    kind: 'one',
    customer: { id: 'c-1', name: 'Nordwind & Söhne <GmbH>', key: 'N-1', tier: 'gold', region: 'EU' },
    issues: [moved.story, closed.story],
    counts: { open: 2, over: 4 },
    similar: sampleLines().slice(0, 2),
    council,
    now: moved.now,
    readerZone: 'Europe/Berlin',
  }
}

/** The same from their side. */
export const sampleSides = (): SharedCustomer => ({
  council,
  sides: sampleCustomer().issues.map(({ issue, timeline }) =>
    customerSide(issue, timeline, council.calendar.timeZone, sampleLives().moved.now),
  ),
})
