import { z } from 'zod'
import type { Consult } from '#domain/issue/consult-facts.ts'
import type { CouncilDecision, CouncilWhy, Handover, HandoverReason, Vote } from '#domain/issue/issue.ts'
import type {
  Consult as ConsultRow,
  CouncilDecision as DecisionRow,
  Handover as HandoverRow,
} from '../../generated/client.ts'
import { present } from '../../optional.ts'
import { inFields } from '../../sql.ts'

/** What is open of an issue in tables of its own, as PostgreSQL's JSON says it: the times are texts. */
export type OpenColumns = {
  readonly handover: Record<string, unknown> | null
  readonly consults: readonly Record<string, unknown>[] | null
  readonly decision: Record<string, unknown> | null
}

/** The same as rows. */
export type OpenRows = {
  readonly handover?: HandoverRow
  readonly consults?: readonly ConsultRow[]
  readonly decision?: DecisionRow
}

/** What is open of the issue `i`, for a list of columns. */
export const openColumns = `(SELECT to_jsonb(h) FROM handover h
    WHERE h.workspace_id = i.workspace_id AND h.issue_number = i.number AND h.state = 'pending') AS handover,
  (SELECT jsonb_agg(to_jsonb(c) ORDER BY c.at, c.id) FROM consult c
    WHERE c.workspace_id = i.workspace_id AND c.issue_number = i.number AND c.state <> 'ended') AS consults,
  (SELECT to_jsonb(d) FROM council_decision d
    WHERE d.workspace_id = i.workspace_id AND d.issue_number = i.number AND d.state = 'open') AS decision`

const time = (value: unknown): Date | null => (value === null || value === undefined ? null : new Date(String(value)))

const row = <T>(columns: Record<string, unknown>, times: readonly string[]): T => {
  const { fromDepartment: from, toDepartment: to, ...rest } = inFields<Record<string, unknown>>(columns)
  const instants = Object.fromEntries(times.map((name) => [name, time(rest[name])]))
  return { ...rest, from, to, ...instants } as T
}

/** The rows that the columns hold. */
export const openRows = ({ handover, consults, decision }: OpenColumns): OpenRows =>
  present({
    handover:
      handover &&
      row<HandoverRow>(handover, ['at', 'dueAt', 'questionAt', 'questionAnsweredAt', 'leadAskedAt', 'settledAt']),
    consults: consults?.map((one) => row<ConsultRow>(one, ['at', 'since', 'dueAt', 'settledAt'])),
    decision: decision && row<DecisionRow>(decision, ['at', 'speakBy', 'settledAt']),
  })

const questionOf = ({ questionBy: by, questionTo: to, questionAt: at, ...row }: HandoverRow) =>
  by === null || to === null || at === null
    ? undefined
    : { by, to, at, ...present({ answeredAt: row.questionAnsweredAt }) }

const leadAskedOf = ({ leadAsked: person, leadAskedAt: at }: HandoverRow) =>
  person === null || at === null ? undefined : { person, at }

/** The handover that a row says. */
export const toHandover = (handover: HandoverRow): Handover => ({
  id: handover.id,
  from: handover.from,
  to: handover.to,
  askedBy: handover.askedBy,
  asked: handover.asked,
  reason: handover.reason as HandoverReason,
  verdict: handover.verdict as Handover['verdict'],
  ...present({
    pass: handover.pass as Handover['pass'] | null,
    question: questionOf(handover),
    leadAsked: leadAskedOf(handover),
  }),
  at: handover.at,
  dueAt: handover.dueAt,
})

/** The columns of a handover, but for its key and how it ended. */
export const ofHandover = ({ from, to, question, leadAsked, pass, ...handover }: Handover) => ({
  ...handover,
  fromDepartment: from,
  toDepartment: to,
  pass: pass ?? null,
  questionBy: question?.by ?? null,
  questionTo: question?.to ?? null,
  questionAt: question?.at ?? null,
  questionAnsweredAt: question?.answeredAt ?? null,
  leadAsked: leadAsked?.person ?? null,
  leadAskedAt: leadAsked?.at ?? null,
})

/** The consult that a row says. */
export const toConsult = (consult: ConsultRow): Consult => ({
  id: consult.id,
  kind: consult.kind as Consult['kind'],
  state: consult.state as Consult['state'],
  department: consult.department,
  asked: consult.asked,
  askedBy: consult.askedBy,
  at: consult.at,
  since: consult.since,
  dueAt: consult.dueAt,
})

const votes = z.array(z.object({ by: z.string(), person: z.string(), at: z.coerce.date() }))

const votesOf = (column: unknown): readonly Vote[] => votes.parse(column)

/** The decision that a row says. */
export const toDecision = (decision: DecisionRow): CouncilDecision => ({
  id: decision.id,
  why: decision.why as CouncilWhy,
  from: decision.from,
  ...present({ to: decision.to, reason: decision.reason as HandoverReason | null }),
  askedBy: decision.askedBy,
  at: decision.at,
  speakBy: decision.speakBy,
  votes: votesOf(decision.votes),
  review: decision.review,
})

/** The columns of a decision, but for its key and how it ended. */
export const ofDecision = ({ from, to, reason, ...decision }: CouncilDecision) => ({
  ...decision,
  fromDepartment: from,
  toDepartment: to ?? null,
  reason: reason ?? null,
})
