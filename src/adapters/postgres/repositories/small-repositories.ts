import { z } from 'zod'
import type { WorkspaceId } from '#application/ports.ts'
import type { DigestRepository, DraftRepository } from '#application/repositories.ts'
import type { Database } from '../database.ts'
import { present } from '../optional.ts'
import { timelinesIn } from '../queries/timelines.ts'
import type { Sql } from '../sql.ts'
import { insertRows, type Writes } from '../writes/writes.ts'
import { councilId } from './issue-repository.ts'

const draftSource = z.object({
  channel: z.string().exactOptional(),
  ts: z.string().exactOptional(),
  link: z.string().exactOptional(),
  place: z.string().exactOptional(),
  restricted: z.boolean(),
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

/** Digest slots, each of which is posted once. */
export const digestRepository = (
  { database, sql }: { readonly database: Database; readonly sql: Sql },
  writes: Writes,
  workspaceId: WorkspaceId,
): DigestRepository => {
  const isPosted: DigestRepository['isPosted'] = async ({ local, timeZone }) =>
    (await database.digest.count({ where: { workspaceId, councilId, slot: local, timeZone } })) > 0
  return {
    isPosted,
    claimSlot: async ({ local, timeZone }, at, digest) => {
      if (await isPosted({ local, timeZone })) return false
      writes.add('digest', insertRows('digest', [{ workspaceId, councilId, slot: local, timeZone, at, model: digest }]))
      return true
    },
    timelines: (period) => timelinesIn(sql, workspaceId, period),
  }
}
