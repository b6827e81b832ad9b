import type { Message } from '#application/messages/message.ts'
import type { Digest, DigestNumber } from '#domain/week/digest.ts'
import type { Hostile } from './hostile.ts'
import { later } from './stories.ts'

const number: DigestNumber = {
  now: { x: 3, n: 30 },
  before: { x: 12, n: 28 },
  goal: 0.1,
  trend: 'better',
  verdict: 'met',
  basis: { x: 3, n: 30, weeks: 4 },
}

const numbers = [41, 42, 43, 44, 45]

const digest: Digest = {
  week: 47,
  period: { from: later(-168).toISOString(), to: later(0).toISOString() },
  headline: { kind: 'fewer_sent_around' },
  toldInTime: number,
  sentAround: number,
  explainedAgain: { ...number, closed: 27, tooFew: false },
  together: 'not_yet',
  needsSomeone: {
    issues: numbers.map((issue) => ({
      number: issue,
      reason: 'no_owner',
      since: later(-200).toISOString(),
      department: 'billing',
      restricted: false,
    })),
    more: 7,
  },
  hops: { now: 5, before: 7 },
  bounces: { now: 1, before: 2 },
  flagged: { now: 31, before: 28 },
  closed: { now: 27, before: 25 },
  timeSpent: (
    [
      'working',
      'waiting_approval',
      'unclaimed',
      'waiting_customer',
      'waiting_department',
      'waiting_vendor',
      'handover_pending',
    ] as const
  ).map((cause, i) => ({ cause, wall: (9 - i) * 86_400_000, working: (9 - i) * 28_800_000, issues: 9 - i })),
}

/** A digest that names customers and departments, as full as it can be. */
export const digestOf = ({ about: { story, council } }: Hostile): Extract<Message, { kind: 'digest' }> => ({
  kind: 'digest',
  digest,
  council,
  customers: Object.fromEntries(numbers.slice(0, 3).map((issue) => [issue, story.customerName ?? ''])),
})
