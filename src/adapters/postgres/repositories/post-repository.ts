import { z } from 'zod'
import type { Post, PostDraft, Subject } from '#application/messages/message.ts'
import type { PostLedger, PostRepository, WorkspaceId } from '#application/ports.ts'
import type { Database, Transaction } from '../database.ts'
import type { Post as PostRow } from '../generated/client.ts'
import { present } from '../optional.ts'

/** A message to be shown: jobs for one place are carried out in the order in which they were queued. */
export type PostJob = { readonly key: string; readonly place: string }

/** Queues jobs in the transaction it is given. */
export type Enqueue = (tx: Transaction, workspaceId: WorkspaceId, jobs: readonly PostJob[]) => Promise<void>

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
    standing: row.channel !== null && row.ts !== null ? { channel: row.channel, ts: row.ts } : undefined,
  }),
})

const toRow = (workspaceId: WorkspaceId, draft: PostDraft) => ({
  workspaceId,
  key: draft.key,
  kind: draft.subject.kind,
  issueNumber: draft.issue ?? null,
  subject: JSON.parse(JSON.stringify(draft.subject)),
  place: draft.place,
  threadOf: draft.threadOf ?? null,
  live: draft.live,
})

/** The messages of the bot, and the jobs that bring them to Slack, in one transaction with what they tell. */
export const postRepository = (tx: Transaction, workspaceId: WorkspaceId, enqueue: Enqueue): PostRepository => ({
  show: async (drafts) => {
    if (drafts.length === 0) return
    await tx.post.createMany({ data: drafts.map((draft) => toRow(workspaceId, draft)), skipDuplicates: true })
    await enqueue(tx, workspaceId, drafts)
  },
  refresh: async (issue) => {
    const live = await tx.post.findMany({
      where: { workspaceId, issueNumber: issue, live: true },
      orderBy: { createdAt: 'asc' },
      select: { key: true, place: true },
    })
    if (live.length > 0) await enqueue(tx, workspaceId, live)
  },
  issueAt: async (channel, ts) =>
    (await tx.post.findFirst({ where: { workspaceId, channel, ts }, select: { issueNumber: true } }))?.issueNumber ??
    undefined,
})

/** What the worker notes about messages, each note committed by itself. */
export const postLedger = (database: Database): PostLedger => ({
  find: async (workspaceId, key) => {
    const row = await database.post.findUnique({ where: { workspaceId_key: { workspaceId, key } } })
    return row ? toPost(row) : undefined
  },
  noteAttempt: async (workspaceId, key, at) => {
    await database.post.update({ where: { workspaceId_key: { workspaceId, key } }, data: { attemptedAt: at } })
  },
  noteShown: async (workspaceId, key, { content, ...shown }) => {
    await database.post.update({
      where: { workspaceId_key: { workspaceId, key } },
      data: { ...shown, ...(content === undefined ? {} : { shown: content }) },
    })
  },
  noteGone: async (workspaceId, key) => {
    await database.post.update({
      where: { workspaceId_key: { workspaceId, key } },
      data: { channel: null, ts: null, link: null, shown: null, attemptedAt: null },
    })
  },
})
