import type { PostDraft } from '#application/messages/message.ts'
import { urgencyOf } from '#application/messages/urgency.ts'
import type { WorkspaceId } from '#application/ports.ts'
import type { PostRepository } from '#application/repositories.ts'
import { prepared, type Sql } from '../../sql.ts'
import { insertRows, type Param, toJson, type Writes } from '../../writes/writes.ts'
import { allOf, forgotten, jobsOfTried, left, liveOf, othersOf, stalePosts, triedAgain, updatesOf } from './queueing.ts'

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
    showAnew: async (post, stood, leftUntil) => {
      if (leftUntil !== undefined) writes.add('left', left(workspaceId, post, stood, leftUntil))
      writes.add('gone', forgotten(workspaceId, post, stood))
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
