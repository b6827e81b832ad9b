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

/** A message to be shown: jobs for one place are carried out in the order in which they were queued. */
export type PostJob = { readonly key: string; readonly place: string; readonly urgency: number }

/** The statement that queues jobs, given the place of their list in it; a JSON array as `jobsOf` makes it. */
export type QueueJobs = {
  readonly statement: (workspaceId: WorkspaceId, list: string) => Promise<string>
  readonly jobsOf: (posts: readonly PostJob[]) => readonly object[]
}

const subject = z.looseObject({ kind: z.string() })

const destination = z.object({ place: z.string(), threadTs: z.string().exactOptional() })

const toPost = (row: PostRow): Post => ({
  key: row.key,
  subject: subject.parse(row.subject) as Subject,
  place: row.place,
  live: row.live,
  attempts: row.attempts,
  ...present({
    issue: row.issueNumber,
    threadOf: row.threadOf,
    attemptedAt: row.attemptedAt,
    attemptedTo: row.attemptedTo === null ? undefined : destination.parse(row.attemptedTo),
    shown: row.shown,
    link: row.link,
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

/**
 * Live messages of issues that are not waiting for their turn already, and are marked as waiting now; those that remind
 * of several issues are found by the ledger.
 */
const stalePosts =
  (workspaceId: WorkspaceId, issues: readonly number[], keys: readonly string[]) =>
  (param: Param): string => {
    const [workspace, numbers] = [param(workspaceId), param(issues)]
    return `SELECT key, place, queued FROM post
     WHERE workspace_id = ${workspace} AND live AND (issue_number = ANY(${numbers}::int[])
       OR key = ANY(ARRAY(SELECT post FROM reminder r WHERE r.workspace_id = ${workspace}
         AND r.issue_number = ANY(${numbers}::int[]) AND r.post IS NOT NULL) || ${param(keys)}::text[]))
     ORDER BY created_at, key FOR UPDATE`
  }

/** The jobs for those of them that are marked only now, in lines of their own: what is new need not wait for them. */
const updatesOf = (stale: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('data', json_build_object('key', key, 'update', true),
     'singletonKey', 'update:' || place, 'priority', 0)), '[]') FROM ${stale} WHERE NOT queued)`

/** The same messages as if they had never stood anywhere. */
const forgotten =
  (workspaceId: WorkspaceId, { key }: PostDraft) =>
  (param: Param): string =>
    `UPDATE post SET channel = NULL, ts = NULL, link = NULL, attempted_at = NULL, attempted_to = NULL, shown = NULL,
       queued = true
     WHERE workspace_id = ${param(workspaceId)} AND key = ${param(key)}`

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
  const refreshAll: PostRepository['refreshAll'] = async (issues, keys) => {
    const stale = writes.add('stale', stalePosts(workspaceId, issues, keys))
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
    refresh: (issue) => refreshAll([issue], []),
    refreshAll,
    issueAt: async (channel, ts) => (await issueAt(sql, workspaceId, channel, ts))[0]?.issue_number ?? undefined,
  }
}

const postByKey = prepared<Row>('SELECT * FROM post WHERE workspace_id = $1 AND key = $2')

const takePost = prepared<Row>('UPDATE post SET queued = false WHERE workspace_id = $1 AND key = $2 RETURNING *')

/** Of several that have read the same, the first may send. */
const attemptPost = prepared<Row>(
  `UPDATE post SET attempted_at = coalesce(attempted_at, $4), attempted_to = $5, attempts = attempts + 1
   WHERE workspace_id = $1 AND key = $2 AND attempts = $3 AND channel IS NULL RETURNING 1 AS ours`,
)

const notSent = prepared<Row>(
  `UPDATE post SET attempted_at = NULL, attempted_to = NULL
   WHERE workspace_id = $1 AND key = $2 AND attempts = $3::int + 1 AND channel IS NULL`,
)

const leaveToFirst = prepared<Row>(
  'UPDATE post SET queued = true WHERE workspace_id = $1 AND key = $2 AND channel IS NULL RETURNING 1 AS left',
)

/** Where somebody else has shown something since `before` was read, what stands there is not known any more. */
const showPost = prepared<{ queued: boolean; doubtful: boolean }>(
  `UPDATE post SET live = live AND $3, channel = coalesce(channel, $4), ts = coalesce(ts, $5),
     link = coalesce($6, link),
     shown = CASE WHEN $7::text IS NULL THEN shown WHEN shown IS NOT DISTINCT FROM $8::text THEN $7::text END
   WHERE workspace_id = $1 AND key = $2 RETURNING queued, ($7::text IS NOT NULL AND shown IS NULL) AS doubtful`,
)

/** What the worker notes about messages, each note committed by itself. */
export const postLedger = (sql: Sql): PostLedger => ({
  find: async (workspaceId, key) => postOf(await postByKey(sql, workspaceId, key)),
  take: async (workspaceId, key) => postOf(await takePost(sql, workspaceId, key)),
  noteAttempt: async (workspaceId, { key, attempts }, at, to) =>
    (await attemptPost(sql, workspaceId, key, attempts, at, to)).length > 0,
  noteNotSent: async (workspaceId, { key, attempts }) => {
    await notSent(sql, workspaceId, key, attempts)
  },
  leaveToFirst: async (workspaceId, key) => (await leaveToFirst(sql, workspaceId, key)).length > 0,
  noteShown: async (workspaceId, key, { live, channel, ts, link, content, before }) => {
    const [row] = await showPost(sql, workspaceId, key, live, channel, ts, link, content, before)
    return { changed: row?.queued === true && live, doubtful: row?.doubtful === true }
  },
})
