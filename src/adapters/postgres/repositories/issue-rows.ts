import type { Closing, Issue, IssueState } from '#domain/issue/issue.ts'
import type { WaitCause } from '#domain/issue/wait.ts'
import type { AskedRole } from '#domain/journey-map.ts'
import type { Severity } from '#domain/severity.ts'
import type { Issue as IssueRow } from '../generated/client.ts'
import { present } from '../optional.ts'
import { type OpenRows, toConsult, toDecision, toHandover } from './moving/open-rows.ts'

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

const movesOf = ({ held, attempts, hops, bounces, refusals, notOurs }: IssueRow): Issue['moves'] => ({
  held,
  attempts,
  hops,
  bounces,
  refusals,
  notOurs,
})

const waitOf = (row: IssueRow): Issue['wait'] | undefined =>
  row.waitingOn === null || row.waitingSince === null
    ? undefined
    : {
        on: row.waitingOn as WaitCause,
        ...present({ department: row.waitingDepartment, until: row.waitingUntil }),
        since: row.waitingSince,
        question: row.waitingQuestion,
      }

const movingOf = (row: IssueRow, open: OpenRows) => ({
  moves: movesOf(row),
  consults: (open.consults ?? []).map(toConsult),
  consulted: row.consulted,
  placedByCouncil: row.placedByCouncil,
  ...present({
    handover: open.handover ? toHandover(open.handover) : undefined,
    wait: waitOf(row),
    customerWaited: row.customerWaited === 0 ? undefined : row.customerWaited,
    decision: open.decision ? toDecision(open.decision) : undefined,
  }),
})

/** The issue that a row says, with what is open of it in other tables. */
export const toIssue = (row: IssueRow, open: OpenRows): Issue => ({
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
  ...movingOf(row, open),
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

const sourceColumns = (source: Issue['source']) => ({
  sourceChannel: source?.channel ?? null,
  sourceTs: source?.ts ?? null,
  sourceLink: source?.link ?? null,
})

const askColumns = (ask: Issue['ask']) => ({
  askedPerson: ask?.person ?? null,
  askedRole: ask?.role ?? null,
  askedAt: ask?.at ?? null,
})

const waitColumns = ({ wait, customerWaited = 0 }: Issue) => ({
  customerWaited,
  waitingOn: wait?.on ?? null,
  waitingDepartment: wait?.department ?? null,
  waitingSince: wait?.since ?? null,
  waitingUntil: wait?.until ?? null,
  waitingQuestion: wait?.question ?? false,
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
  ...sourceColumns(issue.source),
  asks: issue.asks,
  ...askColumns(issue.ask),
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
  consulted: [...issue.consulted],
  ...waitColumns(issue),
  placedByCouncil: issue.placedByCouncil,
  links: [...issue.links],
  onHold: issue.onHold,
  card: issue.card,
  takeOverSince: issue.takeOver?.since ?? null,
  takeOverAsked: [...(issue.takeOver?.asked ?? [])],
  followers: [...issue.followers],
})
