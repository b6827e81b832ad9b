import type { Ids, Json, Read, Scope, UnitOfWork, WorkspaceId } from '#application/ports.ts'
import type { Tx } from '#application/repositories.ts'
import { customerRepository } from './customers/customer-repository.ts'
import type { Database } from './database.ts'
import { LostRace } from './lost-race.ts'
import { departureRepository } from './repositories/availability/departures.ts'
import { closedPlaceRepository } from './repositories/closed-places.ts'
import type { CouncilCodec } from './repositories/council-repository.ts'
import { councilRepository } from './repositories/council-repository.ts'
import { issueRepository } from './repositories/issue-repository.ts'
import { peopleRepository } from './repositories/people-store.ts'
import type { QueueJobs } from './repositories/posts/post-repository.ts'
import { postRepository } from './repositories/posts/post-repository.ts'
import { privacyRepository } from './repositories/privacy-repository.ts'
import { reminderRepository } from './repositories/reminders/reminder-repository.ts'
import { digestRepository, draftRepository } from './repositories/small-repositories.ts'
import type { Sql } from './sql.ts'
import { carryOut, RepeatedRequest } from './writes/carry-out.ts'
import { createWrites, insertRows, type Writes } from './writes/writes.ts'

/** How often work that lost a race is run again; each time somebody else got further. */
const tries = 8

export type UnitOfWorkDeps = {
  readonly database: Database
  readonly sql: Sql
  readonly ids: Ids
  readonly codec: CouncilCodec
  readonly queueJobs: QueueJobs
  /** Told after messages were queued. */
  readonly queued?: (workspaceId: WorkspaceId) => void
}

const bind = (
  { database, sql, ids, codec, queueJobs }: UnitOfWorkDeps,
  writes: Writes,
  workspaceId: WorkspaceId,
): Tx => ({
  councils: councilRepository(sql, writes, workspaceId, codec),
  issues: issueRepository(sql, writes, workspaceId),
  people: peopleRepository(sql, writes, workspaceId),
  customers: customerRepository(database, writes, workspaceId, ids),
  drafts: draftRepository(database, writes, workspaceId),
  posts: postRepository(sql, writes, workspaceId, queueJobs),
  reminders: reminderRepository(sql, writes, workspaceId),
  closedPlaces: closedPlaceRepository(sql, writes, workspaceId),
  digests: digestRepository({ database, sql }, writes, workspaceId),
  departures: departureRepository(sql, writes, workspaceId),
  privacy: privacyRepository(sql, writes, workspaceId, ids),
})

type Work = Parameters<UnitOfWork>[1]

/** What a request that was carried out before was answered; undefined when it never was. */
const answerOf = async ({ database }: UnitOfWorkDeps, { workspaceId, request }: Scope) => {
  if (request === undefined) return undefined
  const row = await database.request.findUnique({ where: { workspaceId_key: { workspaceId, key: request } } })
  return row ? { answer: (row.answer ?? undefined) as Json | undefined } : undefined
}

const once = async (deps: UnitOfWorkDeps, { workspaceId, request }: Scope, work: Work) => {
  const writes = createWrites()
  const answer = await work(bind(deps, writes, workspaceId))
  if (request !== undefined)
    writes.add('request', insertRows('request', [{ workspaceId, key: request, answer: answer ?? null }]))
  await carryOut(deps.sql, writes)
  deps.queued?.(workspaceId)
  return answer
}

/**
 * Work reads as it goes, and everything it wants written is carried out by one statement at its end, under the
 * conditions on which it was decided: the versions it read, keys that nobody has. A repeated request gets the stored
 * answer, also when it would be refused now; a lost race is run again.
 */
export const createUnitOfWork =
  (deps: UnitOfWorkDeps): UnitOfWork =>
  async (scope, work) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await once(deps, scope, work)) as Awaited<ReturnType<typeof work>>
      } catch (error) {
        const before = await answerOf(deps, scope)
        if (before) return before.answer as Awaited<ReturnType<typeof work>>
        const again = error instanceof LostRace || error instanceof RepeatedRequest
        if (!again || attempt === tries) throw error
      }
    }
  }

/** Reads with the same repositories; what they would write is thrown away. */
export const createRead =
  (deps: UnitOfWorkDeps): Read =>
  (workspaceId, work) =>
    work(bind(deps, createWrites(), workspaceId))
