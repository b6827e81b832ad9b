import type { About } from '#application/messages/message.ts'
import { segmentsOf } from '#domain/time-ledger/segments.ts'
import type { TimeCause } from '#domain/time-ledger/standing.ts'
import { type Share, sharesOf } from '#domain/time-ledger/time-spent.ts'
import { departmentName } from '../labels.ts'
import { shortSpan } from './durations.ts'

/** What is shorter is not worth a word where there is more to tell. */
const leastTold = 15 * 60_000

const hour = 3_600_000

/** “waiting on an approval”, “being worked on”: what time went to, whoever had it. */
export const causeOfTime = (cause: TimeCause): string => {
  switch (cause) {
    case 'unclaimed':
      return 'without an owner'
    case 'handover_pending':
      return 'on its way between departments'
    case 'working':
      return 'being worked on'
    case 'waiting_customer':
      return 'with the customer'
    case 'waiting_department':
      return 'waiting on another department'
    case 'waiting_approval':
      return 'waiting on an approval'
    case 'waiting_vendor':
      return 'waiting on a vendor'
  }
}

/** “with Support”, “waiting on Billing”, “with the customer”: what a share of the time went to. */
const phrase = ({ cause, department }: Share, { council }: Pick<About, 'council'>): string => {
  const name = department === undefined ? undefined : departmentName(council, department)
  if (name === undefined) return causeOfTime(cause)
  if (cause === 'unclaimed') return `without an owner at ${name}`
  if (cause === 'working') return `with ${name}`
  return cause === 'waiting_department' ? `waiting on ${name}` : causeOfTime(cause)
}

const sharesIn = ({ story, council, now }: About): readonly Share[] =>
  sharesOf(council, segmentsOf(story.timeline, now))

/** True once more can be told than that one department has had it all the time. */
const isWorthTelling = (shares: readonly Share[]): boolean =>
  shares.some(({ cause }) => cause !== 'unclaimed' && cause !== 'working') ||
  shares.filter(({ cause }) => cause === 'working').length > 1

const sentence = (pieces: readonly string[]): string => {
  const said = pieces.join(', ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** As much working time as it was, in hours: a day of theirs has fewer than 24. */
const inHours = (ms: number): string => (ms < hour ? shortSpan(ms) : `${Math.round(ms / hour)} h`)

/**
 * “With Support 3 h, waiting on Billing 2 d, with the customer 1 d”: where an issue's time went, in wall time, the `most` that
 * took longest in the order in which they came; undefined while there is nothing to tell.
 */
export const timeSpent = (about: About, most: number): string | undefined => {
  const shares = sharesIn(about).filter(({ wall }) => wall >= leastTold)
  if (!isWorthTelling(shares)) return undefined
  const longest = new Set(shares.toSorted((a, b) => b.wall - a.wall).slice(0, most))
  return sentence(
    shares.filter((share) => longest.has(share)).map((share) => `${phrase(share, about)} ${shortSpan(share.wall)}`),
  )
}

/** The same in working time of whoever had to act. */
export const workingTimeSpent = (about: About): string | undefined => {
  const shares = sharesIn(about).filter(({ working }) => working >= leastTold)
  if (!isWorthTelling(shares)) return undefined
  return `In working hours: ${shares.map((share) => `${phrase(share, about)} ${inHours(share.working)}`).join(', ')}`
}
