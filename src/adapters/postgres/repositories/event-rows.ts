import { z } from 'zod'
import type { IssueEvent } from '#domain/issue/events.ts'
import { consultFacts } from './moving/consult-facts.ts'

const date = z.coerce.date()
const ask = z.object({
  round: z.number(),
  person: z.string(),
  role: z.enum(['owner', 'backup', 'lead', 'chair', 'cover']),
  at: date,
})
const closing = z.object({
  outcome: z.enum(['told', 'could_not_be_told']),
  at: date,
  by: z.string(),
  attempts: z.number(),
  explainedAgain: z.enum(['yes', 'no', 'not_asked']),
  satisfaction: z.number().exactOptional(),
})
const moves = z.object({
  held: z.array(z.string()),
  attempts: z.number(),
  hops: z.number(),
  bounces: z.number(),
  refusals: z.number(),
  notOurs: z.number(),
})
const inherited = moves.pick({ held: true, attempts: true, refusals: true })
const text = z.string()
const maybe = text.exactOptional()
const fact = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...shape })

const placed = { id: text, from: text, to: text, owner: text, before: text }

/** What the JSON column of an event holds, by kind. */
const facts = z.discriminatedUnion('kind', [
  fact('flagged', {
    severity: text,
    audience: text,
    stage: maybe,
    department: maybe,
    region: maybe,
    via: text,
    linkedTo: z.number().exactOptional(),
    inherited: inherited.exactOptional(),
  }),
  fact('followed', { person: text }),
  fact('unfollowed', { person: text }),
  fact('edited', { severity: maybe, stage: maybe, customer: maybe, region: maybe }),
  fact('details_added', { severity: text, stage: maybe, department: maybe, region: maybe }),
  fact('words_shared', {}),
  fact('asked', { ask, department: text, why: text, gap: z.boolean(), coverFor: maybe }),
  fact('unrouted', { suggestions: z.array(text) }),
  fact('nobody_reachable', { department: text }),
  fact('not_ours', { from: text, to: text, council: z.boolean() }),
  fact('claimed', { owner: text, department: text, from: maybe, via: text }),
  fact('released', { owner: text }),
  fact('next_step_set', { by: date }),
  fact('promised', { by: date }),
  fact('promise_kept', { by: date }),
  fact('handover_asked', { id: text, from: text, to: text, asked: text, reason: text, verdict: text }),
  fact('what_changed_said', { id: text }),
  fact('decision_opened', { id: text, from: text, to: maybe, reason: maybe, why: text, review: z.boolean() }),
  fact('voted', { id: text, person: text }),
  fact('lead_spoke', { id: text, department: text }),
  fact('decided', placed),
  fact('moved_at_once', placed),
  fact('named_cannot', { id: text, department: text }),
  fact('decision_cancelled', { id: text, why: text }),
  fact('handover_accepted', { id: text, from: text, to: text, owner: text, bounce: z.boolean() }),
  fact('handover_returned', { id: text, from: text, to: text }),
  fact('handover_cancelled', { id: text, to: text, why: text }),
  ...consultFacts,
  fact('brief_edited', {}),
  fact('dont_ask_said', {}),
  fact('handover_question', { id: text, asked: text }),
  fact('handover_question_answered', { id: text }),
  fact('handover_lead_asked', { id: text, to: text, asked: text }),
  fact('handover_expired', { id: text, from: text, to: text }),
  fact('handover_taken_back', { id: text, to: text }),
  fact('pass_asked', { id: text, department: text, asked: text, why: text }),
  fact('pass_accepted', { id: text, department: text, from: text, owner: text }),
  fact('pass_declined', { id: text, department: text, why: text }),
  fact('pass_cancelled', { id: text, department: text, why: text }),
  fact('waiting_started', { on: text, department: maybe, until: date.exactOptional(), question: z.boolean() }),
  fact('waiting_continued', { on: text, until: date }),
  fact('waiting_ended', { on: text, why: text }),
  fact('resolved', { originStage: maybe, originDepartment: maybe }),
  fact('closed', { closing }),
  fact('reopened', { owner: maybe }),
  fact('withdrawn', {}),
  fact('merged', { into: z.number() }),
  fact('merged_from', { number: z.number(), moves, followers: z.array(text), severity: maybe }),
  fact('linked', { to: z.number(), moves: inherited }),
  fact('updated', { via: text }),
  fact('reminded', {
    of: text.default('unclaimed'),
    state: text.default(''),
    again: z.number().default(0),
    person: maybe,
  }),
  fact('snoozed', { person: text, until: date }),
  fact('held', {}),
  fact('hold_lifted', {}),
  fact('words_erased', { why: text, count: z.number(), whole: z.boolean() }),
])

/** The ids and codes of an event as its JSON column keeps them: without time, people who acted and words. */
export const toData = ({
  at: _at,
  actor: _actor,
  onBehalfOf: _owner,
  words: _words,
  kind: _kind,
  ...data
}: IssueEvent) => JSON.parse(JSON.stringify(data))

/** The event's own facts, read back; throws when the column does not hold what its kind says. */
export const toFact = (kind: string, data: unknown): z.infer<typeof facts> =>
  facts.parse({ kind, ...(typeof data === 'object' ? data : {}) })
