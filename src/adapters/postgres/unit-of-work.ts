import type { Ids, Read, Tx, UnitOfWork, WorkspaceId } from '#application/ports.ts'
import type { Database, Transaction } from './database.ts'
import { LostRace } from './lost-race.ts'
import type { CouncilCodec } from './repositories/council-repository.ts'
import { councilRepository } from './repositories/council-repository.ts'
import { issueRepository } from './repositories/issue-repository.ts'
import { peopleRepository } from './repositories/people-store.ts'
import type { Enqueue } from './repositories/post-repository.ts'
import { postRepository } from './repositories/post-repository.ts'
import {
  customerRepository,
  digestRepository,
  draftRepository,
  reminderRepository,
} from './repositories/small-repositories.ts'

/** How often work that lost a race is run again; each time somebody else got further. */
const tries = 8

export type UnitOfWorkDeps = {
  readonly database: Database
  readonly ids: Ids
  readonly codec: CouncilCodec
  readonly enqueue: Enqueue
}

const bind = ({ ids, codec, enqueue }: UnitOfWorkDeps, tx: Transaction, workspaceId: WorkspaceId): Tx => ({
  councils: councilRepository(tx, workspaceId, codec),
  issues: issueRepository(tx, workspaceId),
  people: peopleRepository(tx, workspaceId),
  customers: customerRepository(tx, workspaceId, ids),
  drafts: draftRepository(tx, workspaceId),
  posts: postRepository(tx, workspaceId, enqueue),
  reminders: reminderRepository(tx, workspaceId),
  digests: digestRepository(tx, workspaceId),
})

/** True when this transaction is the first to carry out the request; a concurrent one is waited for. */
const isFirst = async (tx: Transaction, workspaceId: WorkspaceId, key: string): Promise<boolean> =>
  (await tx.request.createMany({ data: [{ workspaceId, key }], skipDuplicates: true })).count === 1

/** Transactions over PostgreSQL; a repeated request gets the stored answer, and a lost race is run again. */
export const createUnitOfWork = (deps: UnitOfWorkDeps): UnitOfWork => {
  const once = ({ workspaceId, request }: Parameters<UnitOfWork>[0], work: Parameters<UnitOfWork>[1]) =>
    deps.database.$transaction(async (tx) => {
      const scope = bind(deps, tx, workspaceId)
      if (request === undefined) return work(scope)
      const where = { workspaceId_key: { workspaceId, key: request } }
      if (!(await isFirst(tx, workspaceId, request)))
        return (await tx.request.findUniqueOrThrow({ where })).answer ?? undefined
      const answer = await work(scope)
      if (answer !== undefined) await tx.request.update({ where, data: { answer: JSON.parse(JSON.stringify(answer)) } })
      return answer
    })
  return async (scope, work) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await once(scope, work)) as Awaited<ReturnType<typeof work>>
      } catch (error) {
        if (!(error instanceof LostRace) || attempt === tries) throw error
      }
    }
  }
}

/** Reads with the same repositories, outside of a transaction. */
export const createRead =
  (deps: UnitOfWorkDeps): Read =>
  (workspaceId, work) =>
    work(bind(deps, deps.database, workspaceId))
