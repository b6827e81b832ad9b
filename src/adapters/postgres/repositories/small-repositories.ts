import { z } from 'zod'
import type { Ids, WorkspaceId } from '#application/ports.ts'
import type {
  CustomerRepository,
  DigestRepository,
  DraftRepository,
  ReminderRepository,
} from '#application/repositories.ts'
import type { Database } from '../database.ts'
import { present } from '../optional.ts'
import { insertRows, type Writes } from '../writes/writes.ts'
import { councilId } from './issue-repository.ts'

const draftSource = z.object({
  channel: z.string().exactOptional(),
  ts: z.string().exactOptional(),
  link: z.string().exactOptional(),
  place: z.string().exactOptional(),
  restricted: z.boolean(),
})

/** How customers' names are compared: without regard to case and spaces. */
export const matchName = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** Customers by name; of two flags at once for a new customer the second is decided again with the first one's. */
export const customerRepository = (
  database: Database,
  writes: Writes,
  workspaceId: WorkspaceId,
  ids: Ids,
): CustomerRepository => ({
  idFor: async (name) => {
    const where = { workspaceId_matchName: { workspaceId, matchName: matchName(name) } }
    const known = await database.customer.findUnique({ where, select: { id: true } })
    if (known) return known.id
    const id = ids.next()
    const row = { workspaceId, id, name: name.trim().replace(/\s+/g, ' '), matchName: matchName(name) }
    writes.add('customer', insertRows('customer', [row]))
    return id
  },
  namesOf: async (issues) => {
    const rows = await database.$queryRaw<{ number: number; name: string }[]>`
      SELECT i.number, c.name FROM issue i JOIN customer c ON c.workspace_id = i.workspace_id AND c.id = i.customer_id
      WHERE i.workspace_id = ${workspaceId} AND i.number = ANY(${[...issues]}::int[])`
    return Object.fromEntries(rows.map((row) => [row.number, row.name]))
  },
})

/** Words on their way into a form. */
export const draftRepository = (database: Database, writes: Writes, workspaceId: WorkspaceId): DraftRepository => ({
  keep: async ({ id, author, text, source }, at) => {
    writes.add('draft', insertRows('draft', [{ workspaceId, id, author, text, at, source: source ?? null }]))
  },
  find: async (id) => {
    const row = await database.draft.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
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
export const reminderRepository = (
  database: Database,
  writes: Writes,
  workspaceId: WorkspaceId,
): ReminderRepository => ({
  climbed: async (issue, round) =>
    (await database.reminder.findMany({ where: { workspaceId, issueNumber: issue, round } })).map((row) => row.rung),
  climb: async (issue, round, rungs, at) => {
    const rows = rungs.map((rung) => ({ workspaceId, issueNumber: issue, round, rung, at }))
    if (rows.length > 0) writes.add('reminder', insertRows('reminder', rows))
  },
})

/** Digest slots, each of which is posted once. */
export const digestRepository = (database: Database, writes: Writes, workspaceId: WorkspaceId): DigestRepository => {
  const isPosted: DigestRepository['isPosted'] = async ({ local, timeZone }) =>
    (await database.digest.count({ where: { workspaceId, councilId, slot: local, timeZone } })) > 0
  return {
    isPosted,
    claimSlot: async ({ local, timeZone }, at, digest) => {
      if (await isPosted({ local, timeZone })) return false
      writes.add('digest', insertRows('digest', [{ workspaceId, councilId, slot: local, timeZone, at, model: digest }]))
      return true
    },
  }
}
