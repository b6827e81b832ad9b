import type { Digest, DigestNumber } from '#domain/week/digest.ts'
import type { Headline } from '#domain/week/digest-headline.ts'
import { counted, shortSpan } from './time/durations.ts'
import { causeOfTime } from './time/spent.ts'

type Counting = Extract<Headline, { count: number }>['kind']

const headlines: Readonly<Record<Exclude<Headline['kind'], Counting>, string>> = {
  fewer_sent_around: 'fewer customers were sent around.',
  more_sent_around: 'more customers were sent around.',
  more_told_in_time: 'more customers were told in time.',
  fewer_told_in_time: 'fewer customers were told in time.',
  fewer_explained_again: 'fewer customers had to explain again.',
  more_explained_again: 'more customers had to explain again.',
  met_together: 'all three goals are met.',
  quiet: 'a quiet one.',
}

const heads = (headline: Headline): string => {
  switch (headline.kind) {
    case 'told':
      return `${counted(headline.count, 'customer was', 'customers were')} told.`
    case 'waiting':
      return `${counted(headline.count, 'issue needs', 'issues need')} an owner.`
    case 'flagged':
      return `${counted(headline.count, 'issue was', 'issues were')} flagged.`
    default:
      return headlines[headline.kind]
  }
}

/** “Week 47: fewer customers were sent around. 2 issues need an owner.” */
export const digestHeadline = ({ week, headline, needsSomeone }: Digest, preview = false): string => {
  const waiting = needsSomeone.issues.length + needsSomeone.more
  const also = waiting === 0 || headline.kind === 'waiting' ? '' : ` ${heads({ kind: 'waiting', count: waiting })}`
  const said = preview && headline.kind === 'quiet' ? 'nothing much happened.' : heads(headline)
  return `${preview ? 'The last seven days' : `Week ${week}`}: ${said}${also}`
}

const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`

const verdict = ({ verdict: said, basis, goal, now }: DigestNumber, tooFew: string): string => {
  if (now.n === 0 && said === 'too_few') return `goal ${percent(goal)}`
  const words = { met: 'met', not_yet: 'not yet', too_few: tooFew }[said]
  const rests = basis?.weeks === 4 ? `, ${basis.x} of ${basis.n} in four weeks` : ''
  return `goal ${percent(goal)}: ${words}${rests}`
}

const before = ({ before: then, trend }: DigestNumber): string => {
  if (then.n === 0) return ''
  const now = { better: ', now better', worse: ', now worse', same: '' }[trend]
  return ` · the week before ${then.x} of ${then.n}${now}`
}

/** “Told in time 24 of 30”, or that there was no case to count. */
const share = (name: string, { now }: DigestNumber): string =>
  now.n === 0 ? `${name}: no case yet` : `${name} ${now.x} of ${now.n}`

const answers = (number: Digest['explainedAgain']): string => {
  const { x, n } = number.now
  const closed = `${number.closed} closed`
  if (n > 0) return `Explained again ${x} of ${counted(n, 'answer')}, ${closed}`
  return number.closed === 0 ? share('Explained again', number) : `Explained again: no answer yet, ${closed}`
}

/** The three shared numbers, each as what is counted and what is said of it. */
export const digestNumbers = ({
  toldInTime,
  sentAround,
  explainedAgain,
}: Digest): readonly (readonly [string, string])[] => [
  [share('Told in time', toldInTime), ` (${verdict(toldInTime, 'too few issues')})${before(toldInTime)}`],
  [share('Sent around', sentAround), ` (${verdict(sentAround, 'too few issues')})${before(sentAround)}`],
  [answers(explainedAgain), ` (${verdict(explainedAgain, 'too few answers')})${before(explainedAgain)}`],
]

/** Whether the three goals are met: together or not at all. */
export const digestTogether = ({ together }: Digest): string =>
  `Together: ${{ met: 'met', not_yet: 'not yet', too_few: 'too few cases to say' }[together]}`

/** What moved in the week, with the week before beside it. */
export const digestMoves = ({ hops, bounces, flagged, closed }: Digest): string =>
  [
    `Flagged ${flagged.now} (the week before ${flagged.before}), closed ${closed.now} (${closed.before}).`,
    `Handed over ${hops.now} (${hops.before}), back to where it was ${bounces.now} (${bounces.before}).`,
  ].join(' ')

/** What is shorter is not worth a word in a week. */
const leastTold = 3_600_000

/**
 * “Where the time went: being worked on 42 d (30 issues), waiting on an approval 8 d (5)”, in wall time, most first; undefined
 * while no issue was open.
 */
export const digestTime = ({ timeSpent = [] }: Partial<Pick<Digest, 'timeSpent'>>): string | undefined => {
  const told = timeSpent.filter(({ wall }) => wall >= leastTold)
  if (told.length === 0) return undefined
  const pieces = told.map(
    ({ cause, wall, issues }, i) =>
      `${causeOfTime(cause)} ${shortSpan(wall)} (${i === 0 ? counted(issues, 'issue') : issues})`,
  )
  return `Where the time went: ${pieces.join(', ')}.`
}
