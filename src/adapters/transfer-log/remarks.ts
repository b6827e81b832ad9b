import type { Layout } from './columns/read-layout.ts'
import { quoted } from './mistake.ts'
import type { Stand } from './rows/stand.ts'

const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** Names like those that databases give, where people would write the name of a team. */
const looksLikeIds = (names: readonly string[]): boolean =>
  names.length > 1 && names.every((name) => /^[0-9a-f]{32}$|^\d{5,}$/.test(name))

/** Cases of a file of moves that all stand on one row tell nothing of transfers. */
const noMoves = (layout: Layout, { ways, counted: { rows } }: Stand): boolean =>
  layout.form === 'moves' && layout.at.from === undefined && rows >= 2 && ways.none()

const aboutRows = ({ counted: c, follower: { met }, ways }: Stand): readonly string[] => [
  ...(c.twice > 0
    ? [
        `${counted(c.twice, 'row')} of a case that had been read already: the first row of each counts. The first one is ${quoted(c.firstTwice)} on line ${c.firstTwiceLine.toLocaleString('en')}.`,
      ]
    : []),
  ...(met.repeated > 0 ? [`${counted(met.repeated, 'move')} stood there twice and counted once.`] : []),
  ...(c.withoutTeam > 0 ? [`${counted(c.withoutTeam, 'row')} without a team passed over.`] : []),
  ...(c.otherFields > 0 ? [`${counted(c.otherFields, 'row')} about other things than the team passed over.`] : []),
  ...(c.sorted > 0 ? [`The rows of ${counted(c.sorted, 'case')} were in no order and were put in order of time.`] : []),
  ...(met.gaps > 0
    ? [
        `${counted(met.gaps, 'move')} missing: a case left another team than the one it had come to. Each counts as a handover.`,
      ]
    : []),
  ...(ways.backwards() > 0
    ? [`${counted(ways.backwards(), 'case')} resolved before being opened: without a duration.`]
    : []),
]

const aboutList = ({ counted: c }: Stand): readonly string[] => [
  ...(c.onlyListed > 0 ? [`${counted(c.onlyListed, 'case')} only on the list of cases: without a handover.`] : []),
  ...(c.onlyMoved > 0 ? [`${counted(c.onlyMoved, 'case')} with handovers, but not on the list of cases.`] : []),
  ...(c.otherFirst > 0
    ? [`${counted(c.otherFirst, 'case')} with another first team on the list than in the moves: the moves count.`]
    : []),
]

/** What has to be known about a file to read its figures rightly; a sentence each. */
export const remarksOn = (layout: Layout, stand: Stand, list: boolean): readonly string[] => [
  ...(layout.form === 'moves' && layout.at.at === undefined
    ? ['No column of times: the rows of each case count in the order in which they stand.']
    : []),
  ...(layout.form === 'moves' && layout.at.from !== undefined && !list
    ? ['A case that never moved may have no row here. To count all cases, add the list of them: --cases FILE.']
    : []),
  ...layout.passedOver.map(
    ({ name, holds }) => `The column ${quoted(name)} is passed over: ${quoted(holds)} is no time that I can read.`,
  ),
  ...(noMoves(layout, stand)
    ? [
        'No case has more than one team: this looks like a list of cases, not like their history. What is needed is a row for each time a case came to a team: in ServiceNow the metric “Assignment Group” (metric_instance) or sys_audit, in Zendesk the “Updates history” of Explore.',
      ]
    : []),
  ...aboutRows(stand),
  ...(list ? aboutList(stand) : []),
  ...(looksLikeIds(stand.names.names())
    ? ['The teams are written as ids. For their names, export display values, or the names of the groups.']
    : []),
]
