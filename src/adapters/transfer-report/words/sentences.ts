import type { TransferAudit } from '#domain/transfer-audit/transfer-audit.ts'
import { nameShown } from './names.ts'
import { counted, ofAll, percent, period, whole } from './numbers.ts'

/** How long a name may be in a sentence. */
const longest = 40

/** “17,181 cases, 72 teams, opened 29 Feb to 2 May 2016”. */
export const scopeSaid = ({ figures, teams, opened, moved }: TransferAudit): string => {
  const when = opened ? `opened ${period(opened)}` : moved ? `moved ${period(moved)}` : undefined
  return [counted(figures.cases, 'case'), counted(teams, 'team'), ...(when === undefined ? [] : [when])].join(', ')
}

/** The one thing to know, in a sentence. */
export const gistSaid = ({ figures: { cases, casesWithHop, casesWithReturn } }: TransferAudit): string => {
  if (casesWithHop === 0) return 'No case was handed over.'
  const moved = `${ofAll(casesWithHop, cases, cases === 1 ? 'case' : 'cases')} ${casesWithHop === 1 ? 'was' : 'were'} handed over`
  if (casesWithReturn === 0) return `${moved}, and none came back.`
  return `${moved}; ${whole(casesWithReturn)} came back to a team that had ${casesWithReturn === 1 ? 'it' : 'them'} before.`
}

/** What returns were good for; undefined when there were none. */
export const returnsSaid = ({ figures: { returns, returnsToResolver } }: TransferAudit): string | undefined =>
  returns === 0
    ? undefined
    : `${ofAll(returnsToResolver, returns, 'returns')} went to the team that resolved the case in the end.`

/** How often the first team was the right one. */
export const firstTeamSaid = ({ figures }: TransferAudit): string => {
  const { firstResolves, cases, firstResolvesAfterHop, casesWithHop } = figures
  const all = `The team that had a case first resolved ${ofAll(firstResolves, cases, 'cases')}.`
  if (casesWithHop === 0) return all
  return `${all} Of the cases that were handed over, ${ofAll(firstResolvesAfterHop, casesWithHop)} ended with the first team after all.`
}

const hopsSaid = (n: number): string => (n === 1 ? 'a handover' : `${whole(n)} handovers`)

/** What the guard would have met, in sentences. */
export const guardSaid = ({ figures, maxHops }: TransferAudit): readonly string[] => [
  `It would have said nothing on ${ofAll(figures.untouched, figures.cases, 'cases')}.`,
  ...(figures.asked > 0
    ? [
        `It would have asked “What has changed?” on ${counted(figures.asked, 'case')}, when ${figures.asked === 1 ? 'it' : 'each'} first went back to a team that had had it.`,
      ]
    : []),
  ...(figures.casesForCouncil > 0
    ? [
        `It would have brought ${counted(figures.casesForCouncil, 'case')} before the council, after ${hopsSaid(maxHops)}${maxHops > 2 ? ' or at a second return' : ''}. ${figures.casesForCouncil === 1 ? 'It was' : 'They were'} handed over ${whole(figures.hopsForCouncil)} more times instead.`,
      ]
    : []),
]

const fromPairs = ({ pairs: [pair] }: TransferAudit): readonly string[] => {
  if (!pair) return []
  const [a, b] = pair.between.map((name) => nameShown(name, longest))
  return [
    `Begin with ${a} and ${b}: ${counted(pair.cases, 'case')} went back and forth between them. Look at five of these together and agree on one sentence: who keeps what.`,
  ]
}

const fromReturns = ({ figures: { returns, returnsToResolver } }: TransferAudit): readonly string[] =>
  returns >= 20 && returnsToResolver * 3 >= returns
    ? [
        `Do not forbid returns: ${percent(returnsToResolver, returns)} of them found the team that resolved the case. Ask “What has changed?” instead.`,
      ]
    : []

const fromFirstTeams = ({ figures: { casesWithHop, firstResolvesAfterHop } }: TransferAudit): readonly string[] =>
  firstResolvesAfterHop > 0
    ? [
        `Consult before you hand over: ${whole(firstResolvesAfterHop)} of ${whole(casesWithHop)} cases that were handed over ended where they began. A question might have kept them there.`,
      ]
    : []

/** What to do with all this, a sentence each, the first thing first. */
export const nextSteps = (audit: TransferAudit): readonly string[] => {
  if (audit.figures.casesWithHop === 0)
    return ['Nothing is sent around in this file. Try one of a busier month, or of all departments.']
  return [
    ...fromPairs(audit),
    ...fromReturns(audit),
    ...fromFirstTeams(audit),
    'See how the bot asks, reminds and decides, without Slack: npm start.',
  ]
}

/** What has to be borne in mind with figures of the past. */
export const caution =
  'These are counts of what was recorded. They say where to look, not who is at fault: who gets the hard cases hands over more. What the guard would have met is no forecast of what it would have saved.'
