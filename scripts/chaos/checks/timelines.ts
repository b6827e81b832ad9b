import type { EventRow, History, IssueRow } from './history.ts'
import type { Broken } from './watch.ts'

const asks = /^(?:handover|pass)_asked$/
const settles = /^(?:handover_(?:accepted|returned|cancelled|expired|taken_back)|pass_(?:accepted|declined|cancelled))$/

/** Given by a lead at once, without having been asked for; from whoever had it. */
const isGiven = (kind: string, data: EventRow['data'], owner: string | undefined): boolean =>
  kind === 'pass_accepted' && data.from === owner

/** The owner after each event, and what no timeline may say. */
const replayOwner = (timeline: readonly EventRow[]) => {
  let owner: string | undefined
  let pending: string | undefined
  const wrong: string[] = []
  for (const { seq, kind, data } of timeline) {
    const complain = (what: string): void => void wrong.push(`event ${seq} ${kind}: ${what}`)
    if (kind === 'claimed' && owner !== undefined) complain(`${owner} has it already`)
    if (
      ['released', 'handover_asked', 'pass_asked', 'pass_accepted', 'resolved', 'closed'].includes(kind) &&
      owner === undefined
    )
      complain('nobody has it')
    if (asks.test(kind) && pending !== undefined) complain('another handover is pending')
    if (settles.test(kind) && data.id !== pending && !isGiven(kind, data, owner)) complain('it was not pending')
    if (asks.test(kind)) pending = `${data.id}`
    if (settles.test(kind) && data.id === pending) pending = undefined
    if (['claimed', 'handover_accepted', 'pass_accepted'].includes(kind)) owner = `${data.owner}`
    if (kind === 'released' || kind === 'withdrawn') owner = undefined
    if (kind === 'reopened') owner = typeof data.owner === 'string' ? data.owner : undefined
  }
  return { owner, wrong }
}

type Counts = { attempts: number; hops: number; bounces: number; refusals: number; not_ours: number }

/** What another issue brought along when it was merged into this one or linked with it. */
const bring = (data: EventRow['data'], held: Set<unknown>, count: Counts): void => {
  const { held: theirs = [], notOurs = 0, ...more } = (data.moves ?? {}) as Record<string, number> & { held?: string[] }
  for (const department of theirs) held.add(department)
  count.attempts += more.attempts ?? 0
  count.hops += more.hops ?? 0
  count.bounces += more.bounces ?? 0
  count.refusals += more.refusals ?? 0
  count.not_ours += notOurs
}

/** The same counts again, from nothing but the timeline. */
const recount = (timeline: readonly EventRow[]) => {
  const held = new Set<unknown>()
  const count: Counts = { attempts: 0, hops: 0, bounces: 0, refusals: 0, not_ours: 0 }
  for (const { kind, data } of timeline) {
    if (kind === 'merged_from' || kind === 'linked') bring(data, held, count)
    const refused = ['not_ours', 'handover_returned', 'handover_expired'].includes(kind)
    if (kind === 'handover_accepted') {
      count.hops += 1
      if (held.has(data.to)) count.bounces += 1
      held.add(data.to)
    }
    if (refused || kind === 'handover_accepted' || (kind === 'claimed' && data.from !== undefined)) count.attempts += 1
    if (refused) count.refusals += 1
    if (kind === 'not_ours') count.not_ours += 1
    if (['asked', 'nobody_reachable', 'claimed'].includes(kind)) held.add(data.department)
  }
  return { held: [...held], ...count }
}

const countsOf = ({ held, attempts, hops, bounces, refusals, not_ours }: IssueRow) => ({
  held,
  attempts,
  hops,
  bounces,
  refusals,
  not_ours,
})

const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
]

type Need = (holds: boolean, promise: string, evidence: () => string) => void

const checkSequence = (issue: IssueRow, timeline: readonly EventRow[], need: Need): void => {
  const kinds = timeline.map(({ kind }) => kind)
  need(
    timeline.every(({ seq }, at) => seq === at + 1) && timeline.length === issue.event_count,
    'a timeline has no gaps',
    () => `${timeline.map(({ seq }) => seq)} of ${issue.event_count}`,
  )
  need(
    timeline.every(({ at }, i) => i === 0 || at >= (timeline[i - 1]?.at ?? at)),
    'a timeline never goes back',
    () => `${timeline.map(({ at }) => at.toISOString())}`,
  )
  need(kinds[0] === 'flagged' && kinds.lastIndexOf('flagged') === 0, 'an issue is flagged once', () => `${kinds}`)
}

/** A merged issue goes on in another, and so does whose it was. */
const checkOwner = (issue: IssueRow, timeline: readonly EventRow[], need: Need): void => {
  const { owner, wrong } = replayOwner(timeline)
  const kinds = timeline.map(({ kind }) => kind)
  need(wrong.length === 0, 'exactly one owner at every instant', () => `${wrong} in ${kinds}`)
  const known = issue.owner ?? undefined
  need(owner === known, 'the owner is whom the timeline says', () => `${known}, not ${owner}`)
  const owned = ['claimed', 'resolved', 'closed'].includes(issue.state)
  need(
    issue.state === 'merged' || (known !== undefined) === owned,
    'exactly one owner at every instant',
    () => `${issue.state}: ${known}`,
  )
}

const checkCounts = (issue: IssueRow, timeline: readonly EventRow[], need: Need): void => {
  const again = JSON.stringify(recount(timeline))
  const counts = JSON.stringify(countsOf(issue))
  const kinds = timeline.map(({ kind }) => kind)
  need(again === counts, 'counters equal a recount', () => `${counts}, not ${again} in ${kinds}`)
  const rounds = timeline
    .filter(({ kind }) => kind === 'asked')
    .map(({ data }) => (data.ask as { round: number }).round)
  need(
    rounds.every((round, at) => round === at + 1) && rounds.length === issue.asks,
    'one ask per round',
    () => `${rounds} of ${issue.asks}`,
  )
}

const checkReminded = (_: IssueRow, timeline: readonly EventRow[], need: Need): void => {
  const reminded = timeline
    .filter(({ kind }) => kind === 'reminded')
    .map(({ data }) => `${data.of} ${data.state} ${data.again} ${data.person}`)
  need(repeated(reminded).length === 0, 'nobody is reminded twice of the same', () => `${repeated(reminded)}`)
}

const ofIssue = (issue: IssueRow, timeline: readonly EventRow[]): Broken[] => {
  const broken: Broken[] = []
  const need: Need = (holds, promise, evidence) => {
    if (!holds) broken.push({ promise, evidence: `CX-${issue.number}: ${evidence()}` })
  }
  for (const check of [checkSequence, checkOwner, checkCounts, checkReminded]) check(issue, timeline, need)
  return broken
}

/** What the timelines prove or disprove. */
export const checkTimelines = ({ issues, timelines }: History): Broken[] =>
  issues.flatMap((issue) => ofIssue(issue, timelines.get(issue.number) ?? []))
