import { z } from 'zod'
import type {
  CustomerRepository,
  DigestRepository,
  DraftRepository,
  Ids,
  ReminderRepository,
  WorkspaceId,
} from '#application/ports.ts'
import type { Transaction } from '../database.ts'
import { present } from '../optional.ts'
import { councilId } from './issue-repository.ts'

const draftSource = z.object({
  channel: z.string().exactOptional(),
  ts: z.string().exactOptional(),
  link: z.string().exactOptional(),
  place: z.string().exactOptional(),
  restricted: z.boolean(),
})

/** How customers' names are compared: without regard to case and spaces. */
const matchName = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** Customers by name; two flags at once for a new customer make one. */
export const customerRepository = (tx: Transaction, workspaceId: WorkspaceId, ids: Ids): CustomerRepository => ({
  idFor: async (name) => {
    const row = { workspaceId, id: ids.next(), name: name.trim().replace(/\s+/g, ' '), matchName: matchName(name) }
    await tx.customer.createMany({ data: [row], skipDuplicates: true })
    const where = { workspaceId_matchName: { workspaceId, matchName: row.matchName } }
    return (await tx.customer.findUniqueOrThrow({ where, select: { id: true } })).id
  },
  namesOf: async (issues) => {
    const rows = await tx.$queryRaw<{ number: number; name: string }[]>`
      SELECT i.number, c.name FROM issue i JOIN customer c ON c.workspace_id = i.workspace_id AND c.id = i.customer_id
      WHERE i.workspace_id = ${workspaceId} AND i.number = ANY(${[...issues]}::int[])`
    return Object.fromEntries(rows.map((row) => [row.number, row.name]))
  },
})

/** Words on their way into a form. */
export const draftRepository = (tx: Transaction, workspaceId: WorkspaceId): DraftRepository => ({
  keep: async ({ id, author, text, source }, at) => {
    await tx.draft.create({
      data: { workspaceId, id, author, text, at, ...(source === undefined ? {} : { source: { ...source } }) },
    })
  },
  find: async (id) => {
    const row = await tx.draft.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
    return row
      ? {
          id,
          author: row.author,
          text: row.text,
          ...present({ source: row.source === null ? null : draftSource.parse(row.source) }),
        }
      : undefined
  },
})

/** Rungs that were climbed, once each. */
export const reminderRepository = (tx: Transaction, workspaceId: WorkspaceId): ReminderRepository => ({
  climbed: async (issue, round) =>
    (await tx.reminder.findMany({ where: { workspaceId, issueNumber: issue, round } })).map((row) => row.rung),
  climb: async (issue, round, rung, at) =>
    (
      await tx.reminder.createMany({
        data: [{ workspaceId, issueNumber: issue, round, rung, at }],
        skipDuplicates: true,
      })
    ).count === 1,
})

/** Digest slots, each of which is posted once. */
export const digestRepository = (tx: Transaction, workspaceId: WorkspaceId): DigestRepository => ({
  isPosted: async ({ local, timeZone }) =>
    (await tx.digest.count({ where: { workspaceId, councilId, slot: local, timeZone } })) > 0,
  claimSlot: async ({ local, timeZone }, at, digest) => {
    const row = { workspaceId, councilId, slot: local, timeZone, at, model: JSON.parse(JSON.stringify(digest)) }
    return (await tx.digest.createMany({ data: [row], skipDuplicates: true })).count === 1
  },
})
