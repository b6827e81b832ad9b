import type { CouncilRepository, WorkspaceId } from '#application/ports.ts'
import type { Council } from '#domain/council.ts'
import { DomainError } from '#domain/errors.ts'
import type { Transaction } from '../database.ts'
import { LostRace } from '../lost-race.ts'
import { councilId } from './issue-repository.ts'

/** How the council is written to and read from a JSON column; reading throws on a document it does not know. */
export type CouncilCodec = {
  readonly read: (document: unknown) => Council
  readonly write: (council: Council) => object
}

const latest = (tx: Transaction, workspaceId: WorkspaceId) =>
  tx.councilVersion.findFirst({ where: { workspaceId, councilId }, orderBy: { version: 'desc' } })

/** The versions of a workspace's council; the highest is in force, and none is ever changed. */
export const councilRepository = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  codec: CouncilCodec,
): CouncilRepository => {
  const find = async (): Promise<Council | undefined> => {
    const row = await latest(tx, workspaceId)
    return row ? codec.read(row.document) : undefined
  }
  return {
    find,
    current: async () => {
      const council = await find()
      if (!council) throw new DomainError('no_council')
      return council
    },
    apply: async (council, at, by) => {
      const row = await latest(tx, workspaceId)
      const document = codec.write(council)
      if (row && JSON.stringify(codec.write(codec.read(row.document))) === JSON.stringify(document)) return false
      const next = {
        workspaceId,
        councilId,
        version: (row?.version ?? 0) + 1,
        document,
        appliedAt: at,
        appliedBy: by ?? null,
      }
      const { count } = await tx.councilVersion.createMany({ data: [next], skipDuplicates: true })
      if (count === 0) throw new LostRace()
      return true
    },
  }
}
