import { z } from 'zod'
import type { Post, PostDraft, Subject } from '#application/messages/message.ts'
import type { PostLedger } from '#application/messages/posting.ts'
import { urgencyOf } from '#application/messages/urgency.ts'
import type { WorkspaceId } from '#application/ports.ts'
import type { PostRepository } from '#application/repositories.ts'
import type { Post as PostRow } from '../generated/client.ts'
import { present } from '../optional.ts'
import { inFields, prepared, type Sql } from '../sql.ts'
import { insertRows, type Param, toJson, type Writes } from '../writes/writes.ts'
import { allOf, forgotten, jobsOfTried, liveOf, othersOf, stalePosts, triedAgain, updatesOf } from './posts/queueing.ts'

/** A message to be shown: jobs for one place are carried out in the order in which they were queued. */
export type PostJob = { readonly key: string; readonly place: string; readonly urgency: number }

/** The statement that queues jobs, given the place of their list in it; a JSON array as `jobsOf` makes it. */
export type QueueJobs = {
  readonly statement: (workspaceId: WorkspaceId, list: string) => Promise<string>
  readonly jobsOf: (posts: readonly PostJob[]) => readonly object[]
}

const subject = z.looseObject({ kind: z.string() })

const toPost = (row: PostRow): Post => ({
  key: row.key,
  subject: subject.parse(row.subject) as Subject,
  place: row.place,
  live: row.live,
  ...present({
    issue: row.issueNumber,
    threadOf: row.threadOf,
    attemptedAt: row.attemptedAt,
    shown: row.shown,
    link: row.link,
    nextLookAt: row.nextLookAt,
    standing: row.channel !== null && row.ts !== null ? { channel: row.channel, ts: row.ts } : undefined,
  }),
})

type Row = Record<string, unknown>

const postOf = ([row]: readonly Row[]): Post | undefined => row && toPost(inFields<PostRow>(row))

const toRow = (workspaceId: WorkspaceId, draft: PostDraft) => ({
  workspaceId,
  key: draft.key,
  kind: draft.subject.kind,
  issueNumber: draft.issue ?? null,
  subject: draft.subject,
  place: draft.place,
  threadOf: draft.threadOf ?? null,
  live: draft.live,
})

const issueAt = prepared<{ issue_number: number | null }>(
  'SELECT issue_number FROM post WHERE workspace_id = $1 AND channel = $2 AND ts = $3 LIMIT 1',
)

/** The messages of the bot, and the jobs that bring them to Slack, in one transaction with what they tell. */
export const postRepository = (
  sql: Sql,
  writes: Writes,
  workspaceId: WorkspaceId,
  { statement, jobsOf }: QueueJobs,
): PostRepository => {
  const queueToShow = async (drafts: readonly PostDraft[]): Promise<void> => {
    const posts = drafts.map(({ key, place, subject: { kind } }) => ({ key, place, urgency: urgencyOf(kind) }))
    const jobs = toJson(jobsOf(posts))
    const queue = await statement(workspaceId, '$jobs')
    writes.add('job', (param) => queue.replaceAll('$jobs', () => param(jobs)))
  }
  const bringUpToDate = async (which: (param: Param) => string): Promise<void> => {
    const stale = writes.add('stale', stalePosts(workspaceId, which))
    writes.add(
      'queued',
      (param) =>
        `UPDATE post p SET queued = true FROM ${stale} s
         WHERE p.workspace_id = ${param(workspaceId)} AND p.key = s.key AND NOT s.queued`,
    )
    const queue = await statement(workspaceId, updatesOf(stale))
    writes.add('job', () => queue)
  }
  return {
    show: async (drafts) => {
      if (drafts.length === 0) return
      const rows = drafts.map((draft) => ({ ...toRow(workspaceId, draft), queued: true }))
      writes.add('post', insertRows('post', rows, 'ON CONFLICT DO NOTHING'))
      await queueToShow(drafts)
    },
    showAnew: async (post) => {
      writes.add('gone', forgotten(workspaceId, post))
      await queueToShow([post])
    },
    refresh: (issue, everything = false) =>
      bringUpToDate(everything ? allOf(workspaceId, issue) : liveOf(workspaceId, [issue], [])),
    refreshAll: (issues, keys) => bringUpToDate(liveOf(workspaceId, issues, keys)),
    touch: (keys) => bringUpToDate(liveOf(workspaceId, [], keys)),
    refreshOthers: (person) => bringUpToDate(othersOf(workspaceId, person)),
    tryAgain: async (which) => {
      const tried = writes.add('tried', triedAgain(workspaceId, which))
      const queue = await statement(workspaceId, jobsOfTried(tried))
      writes.add('job', () => queue)
    },
    issueAt: async (channel, ts) => (await issueAt(sql, workspaceId, channel, ts))[0]?.issue_number ?? undefined,
  }
}

const postByKey = prepared<Row>('SELECT * FROM post WHERE workspace_id = $1 AND key = $2')

const takePost = prepared<Row>('UPDATE post SET queued = false WHERE workspace_id = $1 AND key = $2 RETURNING *')

const attemptPost = prepared<Row>('UPDATE post SET attempted_at = $3 WHERE workspace_id = $1 AND key = $2')

const notSent = prepared<Row>('UPDATE post SET attempted_at = NULL WHERE workspace_id = $1 AND key = $2')

const leaveToFirst = prepared<Row>(
  'UPDATE post SET queued = true WHERE workspace_id = $1 AND key = $2 AND channel IS NULL RETURNING 1 AS left',
)

const waitForPlace = prepared<Row>('UPDATE post SET next_look_at = $3 WHERE workspace_id = $1 AND key = $2')

const toTry = prepared<Row>('SELECT 1 AS one FROM post WHERE workspace_id = $1 AND next_look_at <= $2 LIMIT 1')

/** A message that got through opens its place; where one was closed, whatever waits for a place is due. */
const showPost = prepared<{ queued: boolean }>(
  `WITH shown AS (
     UPDATE post SET live = $3, channel = coalesce($4, channel), ts = coalesce($5, ts), link = coalesce($6, link),
       shown = coalesce($7, shown), next_look_at = NULL WHERE workspace_id = $1 AND key = $2 RETURNING queued
   ), opened AS (
     DELETE FROM closed_place WHERE workspace_id = $1 AND place IN ($4, $8) RETURNING place
   ), due AS (
     UPDATE post SET next_look_at = 'epoch'
     WHERE workspace_id = $1 AND key <> $2 AND next_look_at IS NOT NULL AND EXISTS (SELECT FROM opened)
   )
   SELECT queued FROM shown`,
)

/** What the worker notes about messages, each note committed by itself. */
export const postLedger = (sql: Sql): PostLedger => ({
  find: async (workspaceId, key) => postOf(await postByKey(sql, workspaceId, key)),
  take: async (workspaceId, key) => postOf(await takePost(sql, workspaceId, key)),
  noteAttempt: async (workspaceId, key, at) => {
    await attemptPost(sql, workspaceId, key, at)
  },
  noteNotSent: async (workspaceId, key) => {
    await notSent(sql, workspaceId, key)
  },
  leaveToFirst: async (workspaceId, key) => (await leaveToFirst(sql, workspaceId, key)).length > 0,
  waitForPlace: async (workspaceId, key, until) => {
    await waitForPlace(sql, workspaceId, key, until)
  },
  anyToTry: async (workspaceId, now) => (await toTry(sql, workspaceId, now)).length > 0,
  noteShown: async (workspaceId, key, { live, channel, ts, link, content, place }) => {
    const [row] = await showPost(sql, workspaceId, key, live, channel, ts, link, content, place)
    return row?.queued === true
  },
})
