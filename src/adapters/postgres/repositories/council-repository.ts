import type { WorkspaceId } from '#application/ports.ts'
import type { CouncilRepository } from '#application/repositories.ts'
import type { Council } from '#domain/council.ts'
import { DomainError } from '#domain/errors.ts'
import { present } from '../optional.ts'
import { prepared, type Sql } from '../sql.ts'
import { insertRows, type Writes } from '../writes/writes.ts'
import { councilId } from './issue-repository.ts'

/** How the council is written to and read from a JSON column; reading throws on a document it does not know. */
export type CouncilCodec = {
  readonly read: (document: unknown) => Council
  readonly write: (council: Council) => object
}

type Known = { readonly version: number; readonly council: Council }

/** A version never changes, so each is read and parsed once; one per workspace is remembered. */
const remembered = new WeakMap<Sql, Map<WorkspaceId, Known>>()

const memoryOf = (sql: Sql): Map<WorkspaceId, Known> => {
  const known = remembered.get(sql) ?? new Map<WorkspaceId, Known>()
  remembered.set(sql, known)
  return known
}

/** The highest version, with its document unless that is the version known already. */
const latestVersion = prepared<{ version: number; document: unknown }>(
  `SELECT version, CASE WHEN version = $3 THEN NULL ELSE document END AS document FROM council_version
   WHERE workspace_id = $1 AND council_id = $2 ORDER BY version DESC LIMIT 1`,
)

type VersionRow = { version: number; document: unknown; applied_at: Date; applied_by: string | null }

const allVersions = prepared<VersionRow>(
  `SELECT version, document, applied_at, applied_by FROM council_version
   WHERE workspace_id = $1 AND council_id = $2 ORDER BY version`,
)

const inForce = async (sql: Sql, workspaceId: WorkspaceId, codec: CouncilCodec): Promise<Known | undefined> => {
  const memory = memoryOf(sql)
  const known = memory.get(workspaceId)
  const [latest] = await latestVersion(sql, workspaceId, councilId, known?.version ?? 0)
  if (!latest) return undefined
  if (known?.version === latest.version) return known
  const read = { version: latest.version, council: codec.read(latest.document) }
  memory.set(workspaceId, read)
  return read
}

/** The versions of a workspace's council; the highest is in force, and none is ever changed. */
export const councilRepository = (
  sql: Sql,
  writes: Writes,
  workspaceId: WorkspaceId,
  codec: CouncilCodec,
): CouncilRepository => {
  const find = async (): Promise<Council | undefined> => (await inForce(sql, workspaceId, codec))?.council
  return {
    find,
    current: async () => {
      const council = await find()
      if (!council) throw new DomainError('no_council')
      return council
    },
    apply: async (council, at, by) => {
      const latest = await inForce(sql, workspaceId, codec)
      const document = codec.write(council)
      if (latest && JSON.stringify(codec.write(latest.council)) === JSON.stringify(document)) return false
      const version = (latest?.version ?? 0) + 1
      const next = { workspaceId, councilId, version, document, appliedAt: at, appliedBy: by ?? null }
      writes.add('council', insertRows('council_version', [next]))
      return true
    },
    versions: async () =>
      (await allVersions(sql, workspaceId, councilId)).map(({ version, document, applied_at: at, applied_by: by }) => ({
        version,
        at,
        council: codec.read(document),
        ...present({ by }),
      })),
  }
}
