import type { Bounces } from '#application/use-cases/reading/view-bounces.ts'
import type { Pair } from '#domain/bounces/pairs.ts'
import type { Decided, Stopped } from '#domain/bounces/verdicts.ts'
import { issueName } from '#domain/issue/issue.ts'
import { fewestCases } from '#domain/transfer-audit/ping-pong.ts'
import { oneLine, shortened } from '../../blocks/kit/text.ts'
import { departmentName } from '../labels.ts'
import { pathInWords } from '../path.ts'
import { counted } from '../time/durations.ts'

/** How much of a customer's name and of a path there is room for. */
const room = { name: 60, path: 160 } as const

/** Said when `/cx bounces` got something that is no number of weeks. */
export const needsWeeks = (most: number): string =>
  `How many weeks back? Write a number from 1 to ${most}, like /cx bounces 8, or nothing for the last four.`

/** “Bounces of the last 4 weeks” */
export const bouncesTitle = ({ weeks }: Bounces): string =>
  weeks === 1 ? 'Bounces of the last week' : `Bounces of the last ${weeks} weeks`

/** What is said first: how many somebody tried to move, and how many of them were sent around. */
export const bouncesSummary = ({ report: { tried, sentAround } }: Bounces): string => {
  if (tried === 0) return 'Nobody tried to move an issue to another department.'
  const around = sentAround.length === 0 ? 'none of them' : `${sentAround.length} of them`
  const one =
    tried === 1 && sentAround.length === 1 ? 'and it was' : `${around} ${sentAround.length === 1 ? 'was' : 'were'}`
  return `Somebody tried to move ${counted(tried, 'issue')} to another department; ${one} sent around.`
}

/** What is said where no pair has enough issues. */
export const noPairs = `Two departments are named here when ${fewestCases} issues went between them.`

/** “Billing and Support: 7 issues, 2 of them back to where they had been” */
export const pairLine = ({ between: [a, b], issues, back }: Pair, { council }: Bounces): string => {
  const went = back === 0 ? 'none of them back' : `${back} of them back`
  return `${departmentName(council, a)} and ${departmentName(council, b)}: ${counted(issues, 'issue')}, ${went} to where they had been`
}

/** “CX-42 Nordwind” */
const named = (number: number, { stories }: Bounces): string => {
  const customer = stories.get(number)?.customerName
  return customer === undefined ? issueName(number) : `${issueName(number)} ${shortened(oneLine(customer), room.name)}`
}

/** “CX-42 Nordwind: Support → Billing → Support, 3 tries” */
export const aroundLine = ({ number, attempts }: { number: number; attempts: number }, bounces: Bounces): string => {
  const story = bounces.stories.get(number)
  const path = story === undefined ? undefined : pathInWords({ story, council: bounces.council })
  const tries = counted(attempts, 'try', 'tries')
  return `${named(number, bounces)}: ${path === undefined ? tries : `${shortened(path, room.path)}, ${tries}`}`
}

/** “CX-42 Nordwind: not back to Billing” */
export const stoppedLine = ({ number, to, by }: Stopped, bounces: Bounces): string => {
  const name = departmentName(bounces.council, to)
  return `${named(number, bounces)}: ${by === 'return' ? `not back to ${name}` : `the council did not send it to ${name}`}`
}

const stayed: Readonly<Record<Decided['held'], string>> = {
  held: 'it ended there',
  so_far: 'it is there so far',
  not: 'it did not stay there',
}

/** “CX-42 Nordwind: Sales Ops; it ended there” */
export const decidedLine = ({ number, to, held }: Decided, bounces: Bounces): string =>
  `${named(number, bounces)}: ${departmentName(bounces.council, to)}; ${stayed[held]}`
