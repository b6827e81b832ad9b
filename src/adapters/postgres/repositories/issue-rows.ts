import type { Closing, Handover, HandoverReason, Issue, IssueState } from '#domain/issue/issue.ts'
import type { AskedRole } from '#domain/journey-map.ts'
import type { Severity } from '#domain/severity.ts'
import type { Handover as HandoverRow, Issue as IssueRow } from '../generated/client.ts'
import { present } from '../optional.ts'

type ClosingColumns = Pick<
  IssueRow,
  'outcome' | 'toldAt' | 'toldBy' | 'toldAttempts' | 'explainedAgain' | 'satisfaction'
>

/** How the loop was closed, if it was. */
export const closingOf = (row: ClosingColumns): Closing | undefined =>
  row.outcome === null || row.toldAt === null || row.toldBy === null
    ? undefined
    : {
        outcome: row.outcome as Closing['outcome'],
        at: row.toldAt,
        by: row.toldBy,
        attempts: row.toldAttempts ?? 1,
        explainedAgain: (row.explainedAgain ?? 'not_asked') as Closing['explainedAgain'],
        ...present({ satisfaction: row.satisfaction }),
      }

const askOf = (row: IssueRow): Issue['ask'] | undefined =>
  row.askedPerson === null || row.askedRole === null || row.askedAt === null
    ? undefined
    : { round: row.asks, person: row.askedPerson, role: row.askedRole as AskedRole, at: row.askedAt }

const sourceOf = (row: IssueRow): Issue['source'] | undefined =>
  row.sourceChannel === null || row.sourceTs === null
    ? undefined
    : { channel: row.sourceChannel, ts: row.sourceTs, ...present({ link: row.sourceLink }) }

const toHandover = (row: HandoverRow): Handover => ({
  id: row.id,
  from: row.from,
  to: row.to,
  askedBy: row.askedBy,
  asked: row.asked,
  reason: row.reason as HandoverReason,
  verdict: row.verdict as Handover['verdict'],
  ...present({ pass: row.pass as Handover['pass'] | null }),
  at: row.at,
  dueAt: row.dueAt,
})

const movesOf = ({ held, attempts, hops, bounces, refusals, notOurs }: IssueRow): Issue['moves'] => ({
  held,
  attempts,
  hops,
  bounces,
  refusals,
  notOurs,
})

/** The issue that a row and its pending handover say. */
export const toIssue = (row: IssueRow, handover: HandoverRow | null | undefined): Issue => ({
  number: row.number,
  state: row.state as IssueState,
  audience: row.audience as Issue['audience'],
  wordsShared: row.wordsShared,
  severity: row.severity as Severity,
  strictestSeverity: row.strictestSeverity as Severity,
  flaggedBy: row.flaggedBy,
  flaggedAt: row.flaggedAt,
  deadlineAt: row.deadlineAt,
  asks: row.asks,
  lastUpdateAt: row.lastUpdateAt,
  moves: movesOf(row),
  links: row.links,
  onHold: row.onHold,
  card: row.card,
  followers: row.followers,
  version: row.version,
  eventCount: row.eventCount,
  lastEventAt: row.lastEventAt,
  ...present({
    customer: row.customerId,
    region: row.region,
    stage: row.stage,
    department: row.department,
    source: sourceOf(row),
    ask: askOf(row),
    routeBy: row.routeBy,
    owner: row.owner,
    claimedAt: row.claimedAt,
    nextStepBy: row.nextStepBy,
    promiseBy: row.promiseBy,
    takeOver: row.takeOverSince === null ? undefined : { since: row.takeOverSince, asked: row.takeOverAsked },
    handover: handover ? toHandover(handover) : undefined,
    resolvedAt: row.resolvedAt,
    closing: closingOf(row),
    closedAt: row.closedAt,
    mergedInto: row.mergedInto,
    linkedTo: row.linkedTo,
  }),
})

const closingColumns = (closing: Closing | undefined) => ({
  outcome: closing?.outcome ?? null,
  toldAt: closing?.at ?? null,
  toldBy: closing?.by ?? null,
  toldAttempts: closing?.attempts ?? null,
  explainedAgain: closing?.explainedAgain ?? null,
  satisfaction: closing?.satisfaction ?? null,
})

/** The columns of an issue, but for its key, version and count of events. */
export const toColumns = (issue: Issue) => ({
  state: issue.state,
  audience: issue.audience,
  wordsShared: issue.wordsShared,
  severity: issue.severity,
  strictestSeverity: issue.strictestSeverity,
  customerId: issue.customer ?? null,
  region: issue.region ?? null,
  stage: issue.stage ?? null,
  department: issue.department ?? null,
  flaggedBy: issue.flaggedBy,
  flaggedAt: issue.flaggedAt,
  deadlineAt: issue.deadlineAt,
  sourceChannel: issue.source?.channel ?? null,
  sourceTs: issue.source?.ts ?? null,
  sourceLink: issue.source?.link ?? null,
  asks: issue.asks,
  askedPerson: issue.ask?.person ?? null,
  askedRole: issue.ask?.role ?? null,
  askedAt: issue.ask?.at ?? null,
  routeBy: issue.routeBy ?? null,
  owner: issue.owner ?? null,
  claimedAt: issue.claimedAt ?? null,
  nextStepBy: issue.nextStepBy ?? null,
  promiseBy: issue.promiseBy ?? null,
  lastUpdateAt: issue.lastUpdateAt,
  lastEventAt: issue.lastEventAt,
  ...issue.moves,
  held: [...issue.moves.held],
  resolvedAt: issue.resolvedAt ?? null,
  closedAt: issue.closedAt ?? null,
  ...closingColumns(issue.closing),
  mergedInto: issue.mergedInto ?? null,
  linkedTo: issue.linkedTo ?? null,
  links: [...issue.links],
  onHold: issue.onHold,
  card: issue.card,
  takeOverSince: issue.takeOver?.since ?? null,
  takeOverAsked: [...(issue.takeOver?.asked ?? [])],
  followers: [...issue.followers],
})
