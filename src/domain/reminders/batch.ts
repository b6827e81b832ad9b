import type { PersonId } from '../council.ts'
import type { Circumstances } from '../decisions/decision.ts'
import type { Issue } from '../issue/issue.ts'
import { allowance, type Spent } from './budget.ts'
import { isCurrent } from './due.ts'
import { atAnyHour, hoursOf, reachableAt } from './hours.ts'
import type { LedgerRow } from './reminder.ts'

/** How many issues one message brings anew: each has its buttons, and Slack takes only so much in one message. */
export const mostInBatch = 6

/** What waits for one person, and what their last message still shows. */
export type Waiting = {
  readonly person: PersonId
  /** Rows of the ledger whose time has come. */
  readonly rows: readonly LedgerRow[]
  /** Rows that stand in the message before, and its key; none when there was none. */
  readonly before: readonly LedgerRow[]
  readonly messageBefore?: string
  readonly spent: readonly Spent[]
}

/** What becomes of what waits for a person. */
export type Plan = {
  /** Sent now, in this message of the day. */
  readonly send: readonly LedgerRow[]
  /** Still open in the message before: they come along. */
  readonly along: readonly LedgerRow[]
  readonly message: { readonly day: string; readonly number: number } | undefined
  /** Settled meanwhile: never sent. */
  readonly settled: readonly LedgerRow[]
  /** Put off. */
  readonly later: readonly { readonly row: LedgerRow; readonly at: Date }[]
  /** Nothing is known of their threads yet: they stay as they are. */
  readonly unread: readonly LedgerRow[]
}

type Known = { readonly row: LedgerRow; readonly issue: Issue }

const isUrgent = ({ issue }: Known): boolean => issue.severity === 'urgent'

/** What is urgent first, then what has waited longest; a message takes the first issues of that. */
const inOrder = (known: readonly Known[]): readonly Known[] =>
  known.toSorted((a, b) => Number(isUrgent(b)) - Number(isUrgent(a)) || a.row.dueAt.getTime() - b.row.dueAt.getTime())

const firstIssues = (known: readonly Known[]): ReadonlySet<number> =>
  new Set([...new Set(inOrder(known).map(({ issue }) => issue.number))].slice(0, mostInBatch))

const nothing: Omit<Plan, 'settled' | 'later' | 'unread'> = { send: [], along: [], message: undefined }

type Sorted = { readonly ready: readonly Known[] } & Pick<Plan, 'settled' | 'later' | 'unread'>

const sorted = (
  { person, rows }: Waiting,
  issues: ReadonlyMap<number, Issue>,
  circumstances: Circumstances,
  mayBeQuiet: (issue: Issue) => boolean,
): Sorted => {
  const known = rows.flatMap((row): readonly Known[] => {
    const issue = issues.get(row.issue)
    return issue && isCurrent(row, issue, circumstances) ? [{ row, issue }] : []
  })
  const open = new Set(known.map(({ row }) => row))
  const timed = known.map((one) => {
    const at = reachableAt(circumstances, person, atAnyHour(circumstances.council, one.issue, person))
    return { ...one, at: at ?? circumstances.now }
  })
  const now = timed.filter(({ at }) => at <= circumstances.now)
  const unread = now.filter(({ row, issue }) => row.kind === 'quiet' && !mayBeQuiet(issue))
  return {
    ready: now.filter((one) => !unread.includes(one)),
    settled: rows.filter((row) => !open.has(row)),
    later: timed.filter(({ at }) => at > circumstances.now).map(({ row, at }) => ({ row, at })),
    unread: unread.map(({ row }) => row),
  }
}

/** What is said in the council's channel: each issue by itself, in the council's hours, and no part of any budget. */
export const planForCouncil = (
  waiting: Waiting,
  issues: ReadonlyMap<number, Issue>,
  circumstances: Circumstances,
): Plan => {
  const { ready, ...rest } = sorted(waiting, issues, circumstances, () => true)
  return { ...nothing, ...rest, send: ready.map(({ row }) => row) }
}

/**
 * One message for all that waits for a person, within their hours and their budget; it takes the place of the one before
 * and brings along what is still open in it. `mayBeQuiet` says whether a quiet issue's thread was read and found silent.
 */
export const planBatch = (
  waiting: Waiting,
  issues: ReadonlyMap<number, Issue>,
  circumstances: Circumstances,
  mayBeQuiet: (issue: Issue) => boolean,
): Plan => {
  const { council, people, now } = circumstances
  const { person, before } = waiting
  const { ready, ...rest } = sorted(waiting, issues, circumstances, mayBeQuiet)
  if (ready.length === 0) return { ...nothing, ...rest }
  const calendar = hoursOf(council, person, people.get(person))
  const perDay = council.rules.remindersPerDay
  const may = allowance(calendar, perDay, waiting.spent, ready.some(isUrgent), now)
  if (!may.allowed)
    return { ...nothing, ...rest, later: [...rest.later, ...ready.map(({ row }) => ({ row, at: may.from }))] }
  const first = firstIssues(ready)
  const next = allowance(calendar, perDay, [{ day: may.day, count: may.number }], false, now)
  const nextAt = next.allowed ? now : next.from
  return {
    ...rest,
    send: inOrder(ready.filter(({ issue }) => first.has(issue.number))).map(({ row }) => row),
    along: before.filter((row) => {
      const issue = issues.get(row.issue)
      return issue !== undefined && isCurrent(row, issue, circumstances)
    }),
    message: { day: may.day, number: may.number },
    later: [
      ...rest.later,
      ...ready.filter(({ issue }) => !first.has(issue.number)).map(({ row }) => ({ row, at: nextAt })),
    ],
  }
}
