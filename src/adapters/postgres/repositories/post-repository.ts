import type { PostDraft } from '#application/messages/message.ts'
import type { Standing } from '#application/messages/posting.ts'
import { urgencyOf } from '#application/messages/urgency.ts'
import type { WorkspaceId } from '#application/ports.ts'
import type { PostRepository } from '#application/repositories.ts'
import { prepared, type Sql } from '../sql.ts'
import { insertRows, type Param, toJson, type Writes } from '../writes/writes.ts'

/** A message to be shown: jobs for one place are carried out in the order in which they were queued. */
export type PostJob = { readonly key: string; readonly place: string; readonly urgency: number }

/** The statement that queues jobs, given the place of their list in it; a JSON array as `jobsOf` makes it. */
export type QueueJobs = {
  readonly statement: (workspaceId: WorkspaceId, list: string) => Promise<string>
  readonly jobsOf: (posts: readonly PostJob[]) => readonly object[]
}

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

/** A message as if it had never stood there. */
const forgotten =
  (workspaceId: WorkspaceId, { key }: PostDraft, { ts }: Standing) =>
  (param: Param): string =>
    `UPDATE post SET channel = NULL, ts = NULL, link = NULL, attempted_at = NULL, attempted_to = NULL, shown = NULL,
       queued = true
     WHERE workspace_id = ${param(workspaceId)} AND key = ${param(key)} AND ts = ${param(ts)}`

/** What stands where it cannot be changed now, as a message of its own that is looked at again. */
const left =
  (workspaceId: WorkspaceId, { key }: PostDraft, { ts }: Standing, until: Date) =>
  (param: Param): string =>
    `INSERT INTO post
       (workspace_id, key, kind, issue_number, subject, place, live, channel, ts, next_look_at, created_at)
     SELECT workspace_id, 'left:' || key || ':' || ts, 'left', issue_number, '{"kind":"left"}', channel, true, channel,
       ts, ${param(until)}, created_at
     FROM post WHERE workspace_id = ${param(workspaceId)} AND key = ${param(key)} AND ts = ${param(ts)}
     ON CONFLICT DO NOTHING`

/** Messages that wait for a closed place; those that are tried again wait no longer. */
const triedAgain =
  (workspaceId: WorkspaceId, which: Parameters<PostRepository['tryAgain']>[0]) =>
  (param: Param): string => {
    const due = 'key' in which ? `key = ${param(which.key)}` : `next_look_at <= ${param(which.until)}`
    const most = 'key' in which ? 1 : which.most
    return `UPDATE post p SET next_look_at = NULL, queued = true
      FROM (SELECT key FROM post
            WHERE workspace_id = ${param(workspaceId)} AND next_look_at IS NOT NULL AND ${due}
            ORDER BY next_look_at, key LIMIT ${param(most)} FOR UPDATE SKIP LOCKED) d
      WHERE p.workspace_id = ${param(workspaceId)} AND p.key = d.key RETURNING p.key, p.place, p.created_at`
  }

/** The jobs for those, in the line of their place like what is new. */
const jobsOfTried = (tried: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('data', json_build_object('key', key), 'singletonKey', place,
     'priority', ${urgencyOf('card')}) ORDER BY created_at, key), '[]') FROM ${tried})`

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
    showAnew: async (post, stood, leftUntil) => {
      if (leftUntil !== undefined) writes.add('left', left(workspaceId, post, stood, leftUntil))
      writes.add('gone', forgotten(workspaceId, post, stood))
      await queueToShow([post])
    },
    refresh: (issue) => refreshAll([issue], []),
    refreshAll,
    tryAgain: async (which) => {
      const tried = writes.add('tried', triedAgain(workspaceId, which))
      const queue = await statement(workspaceId, jobsOfTried(tried))
      writes.add('job', () => queue)
    },
    issueAt: async (channel, ts) => (await issueAt(sql, workspaceId, channel, ts))[0]?.issue_number ?? undefined,
  }
}
