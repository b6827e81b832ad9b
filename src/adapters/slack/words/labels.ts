import { type Council, departmentOf, stageOf } from '#domain/council.ts'
import type { Closing, CouncilWhy, HandoverReason } from '#domain/issue/issue.ts'
import type { PerSeverity } from '#domain/severity.ts'

export const severityLabels: PerSeverity<string> = { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' }

/** One line each, so that two people choose the same. */
export const severityMeanings: PerSeverity<string> = {
  low: 'A wish or a small flaw; nobody is held up.',
  normal: 'Something is wrong; the customer can carry on.',
  high: 'The customer is held up, or their money is wrong.',
  urgent: 'The customer is stopped, or about to leave.',
}

export const reasonLabels: Readonly<Record<HandoverReason, string>> = {
  wrong_department: 'Wrong department',
  expertise: 'Needs their expertise',
  capacity: 'Capacity',
  away: 'Away',
  customer_asked: 'Customer asked',
}

/** The same in the middle of a sentence. */
export const reasonPhrases: Readonly<Record<HandoverReason, string>> = {
  wrong_department: 'it belongs there',
  expertise: 'it needs their expertise',
  capacity: 'there is no capacity left here',
  away: 'the owner will be away',
  customer_asked: 'the customer asked for them',
}

const possessive = (name: string): string => (name.endsWith('s') ? `${name}'` : `${name}'s`)

/** Why it once left a department for another one, as a clause. */
export const leftBecause = (reason: HandoverReason, receiver: string): string =>
  ({
    wrong_department: `it belongs with ${receiver}`,
    expertise: `it needs ${possessive(receiver)} expertise`,
    capacity: 'there was no capacity left',
    away: 'its owner was away',
    customer_asked: `the customer asked for ${receiver}`,
  })[reason]

/** The same, said to the one who is asked to take it over. */
export const reasonsToReceiver: Readonly<Record<HandoverReason, string>> = {
  wrong_department: 'They think it belongs with you.',
  expertise: 'It needs your expertise.',
  capacity: 'They have no capacity left for it.',
  away: 'Its owner will be away.',
  customer_asked: 'The customer asked for you.',
}

/** Why the council decides, as a clause. */
export const councilReasons: Readonly<Record<CouncilWhy, string>> = {
  max_hops: 'it has changed hands as often as one issue may',
  second_return: 'it would go back to a department for the second time',
  refused_twice: 'two departments have already said no',
  placed_by_council: 'the council has named who answers for it',
  named_cannot: 'the one whom the council named cannot take it',
}

export const explainedAgainLabels: Readonly<Record<Closing['explainedAgain'], string>> = {
  yes: 'Yes',
  no: 'No',
  not_asked: 'Not asked',
}

/** “sales_ops” as “Sales ops”: a key that nobody names any more, said as words. */
const asWords = (key: string): string => {
  const words = key.replaceAll(/[_-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A department's name; the words of its key where the council no longer has it. */
export const departmentName = (council: Council, key: string): string =>
  departmentOf(council, key)?.name ?? asWords(key)

/** A journey stage's name; the words of its key where the council no longer has it. */
export const stageName = (council: Council, key: string): string => stageOf(council, key)?.name ?? asWords(key)
