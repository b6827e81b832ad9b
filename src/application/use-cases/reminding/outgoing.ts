import type { Council } from '#domain/council.ts'
import type { Circumstances } from '#domain/decisions/decision.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Plan, Waiting } from '#domain/reminders/batch.ts'
import { type LedgerRow, theCouncil } from '#domain/reminders/reminder.ts'
import { notBefore } from '../../change-issue.ts'
import type { PostDraft } from '../../messages/message.ts'
import { batchKey, type Sending } from '../../reminders/ledger.ts'

type Planned = { readonly waiting: Waiting; readonly plan: Plan }

/** The key of the message about one issue in the council's channel. */
const councilKey = ({ issue, state }: LedgerRow): string => `reminder:${issue}:${state}`

const keyFor = ({ waiting: { person }, plan: { message } }: Planned, row: LedgerRow): string =>
  message ? batchKey(person, message.day, message.number) : councilKey(row)

const eventOf = ({ kind, state, person, again }: LedgerRow, at: Date): IssueEvent => ({
  kind: 'reminded',
  at,
  of: kind,
  state,
  again,
  ...(person === theCouncil ? {} : { person }),
})

/** What the ledger and the timelines note of these plans. */
export const sendingOf = (
  planned: readonly Planned[],
  issues: ReadonlyMap<number, Issue>,
  { now }: Circumstances,
): Sending => {
  const rows = planned.flatMap(({ plan }) => plan.send)
  const told = [...Map.groupBy(rows, ({ issue }) => issue)].flatMap(([number, ofIssue]) => {
    const issue = issues.get(number)
    return issue ? [{ issue, events: ofIssue.map((row) => eventOf(row, notBefore(issue, now))) }] : []
  })
  return {
    at: now,
    messages: planned.flatMap(({ waiting: { person }, plan: { message } }) =>
      message ? [{ person, ...message }] : [],
    ),
    sent: planned.flatMap((one) => one.plan.send.map((row) => ({ row, post: keyFor(one, row) }))),
    along: planned.flatMap((one) => one.plan.along.map((row) => ({ row, post: keyFor(one, row) }))),
    settled: planned.flatMap(({ plan }) => plan.settled),
    later: planned.flatMap(({ plan }) => plan.later),
    told,
  }
}

const councilPost = (row: LedgerRow, council: Council): PostDraft => ({
  key: councilKey(row),
  issue: row.issue,
  subject:
    row.kind === 'decision'
      ? { kind: 'decision', id: row.state.replace(/:.*/, ''), again: true }
      : { kind: 'council_ask', round: Number.parseInt(row.state, 10) },
  place: council.channel,
  live: true,
})

/** The messages that these plans send. */
export const postsOf = (planned: readonly Planned[], council: Council): readonly PostDraft[] =>
  planned.flatMap(({ waiting: { person }, plan: { message, send } }): readonly PostDraft[] => {
    if (!message) return send.map((row) => councilPost(row, council))
    const key = batchKey(person, message.day, message.number)
    return [{ key, subject: { kind: 'reminders', person }, place: person, live: true }]
  })
