import { elementsOf } from '#adapters/practice/block-kit/state.ts'
import type { PracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { ask, askAtOnce } from '../world/database.ts'

export type EventRow = { issue: number; seq: number; at: Date; kind: string; data: Record<string, unknown> }

export type IssueRow = {
  number: number
  state: string
  audience: string
  words_shared: boolean
  flagged_by: string
  owner: string | null
  department: string | null
  held: string[]
  attempts: number
  hops: number
  bounces: number
  refusals: number
  not_ours: number
  asks: number
  card: number
  event_count: number
}

export type PostRow = {
  key: string
  kind: string
  issue: number | null
  place: string
  threadOf: string | null
  live: boolean
  channel: string | null
  ts: string | null
}

/** A row of the ledger. */
export type ReminderRow = {
  issue: number
  kind: string
  state: string
  person: string
  again: number
  sent: boolean
  post: string | null
}

/** A message of the bot as it stands in Slack. */
export type Standing = {
  key: string
  channel: string
  ts: string
  threadTs: string | undefined
  text: string
  buttons: number
}

/** All that the bots have written down and all that they have said. */
export type History = {
  issues: IssueRow[]
  /** By issue, in order. */
  timelines: Map<number, EventRow[]>
  words: { issue: number; kind: string; text: string }[]
  posts: PostRow[]
  reminders: ReminderRow[]
  batches: { person: string; number: number }[]
  digests: { slot: string }[]
  standing: Standing[]
  /** Channels and people that took no messages for a while. */
  closed: ReadonlySet<string>
}

const standingIn = ({ world }: PracticeWorkspace): Standing[] =>
  [...world.messages.values()].flat().flatMap((message) => {
    const { key } = (message.metadata?.event_payload ?? {}) as { key?: string }
    if (message.deleted || message.botId !== world.bot.botId || key === undefined) return []
    const { channel, ts, threadTs, blocks = [] } = message
    const buttons = blocks.flatMap(elementsOf).filter(({ type }) => type === 'button').length
    return [{ key, channel, ts, threadTs, text: `${message.text} ${JSON.stringify(blocks)}`, buttons }]
  })

/** Reads everything as it is at one moment, once all is at rest: a tick may still send a reminder. */
export const readHistory = (url: string, slack: PracticeWorkspace, closed: ReadonlySet<string>): Promise<History> =>
  askAtOnce(url, async (asking) => {
    const issues = await asking<IssueRow>('SELECT * FROM issue ORDER BY number')
    const events = await asking<EventRow>(
      'SELECT issue_number AS issue, seq, at, kind, data FROM issue_event ORDER BY issue_number, seq',
    )
    const timelines = new Map<number, EventRow[]>(issues.map(({ number }) => [number, []]))
    for (const event of events) timelines.set(event.issue, [...(timelines.get(event.issue) ?? []), event])
    return {
      issues,
      timelines,
      words: await asking('SELECT issue_number AS issue, kind, text FROM issue_words'),
      posts: await asking(
        'SELECT key, kind, issue_number AS issue, place, thread_of AS "threadOf", live, channel, ts FROM post',
      ),
      reminders: await asking(
        'SELECT issue_number AS issue, kind, state, person, again, sent_at IS NOT NULL AS sent, post FROM reminder',
      ),
      batches: await asking('SELECT person, number FROM reminder_batch'),
      digests: await asking('SELECT slot FROM digest'),
      standing: standingIn(slack),
      closed,
    }
  })

/** Work that is still to be done, and work that was given up, by queue and state. */
export const unfinished = (url: string): Promise<{ name: string; state: string; count: number }[]> =>
  ask(
    url,
    `SELECT name, state::text AS state, count(*)::int AS count FROM pgboss.job
     WHERE name ~ '^(posts|deliveries)\\.' AND state NOT IN ('completed', 'cancelled') GROUP BY 1, 2
     UNION ALL
     SELECT 'messages', 'waiting for a place that was closed', count(*)::int FROM post
     WHERE next_look_at IS NOT NULL HAVING count(*) > 0`,
  )
