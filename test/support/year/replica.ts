import { parseStoredCouncil, toStoredCouncil } from '#adapters/council-file/stored-council.ts'
import { createEnqueue } from '#adapters/jobs/enqueue.ts'
import { storedDeliveries } from '#adapters/jobs/forget-deliveries.ts'
import type { startBoss } from '#adapters/jobs/queues.ts'
import { createDatabase, createPool } from '#adapters/postgres/database.ts'
import { createQueries } from '#adapters/postgres/queries/issue-queries.ts'
import { privacyQueries } from '#adapters/postgres/queries/privacy-queries.ts'
import { postLedger } from '#adapters/postgres/repositories/posts/post-ledger.ts'
import { createRead, createUnitOfWork } from '#adapters/postgres/unit-of-work.ts'
import { issueNumbers, workspaces } from '#adapters/postgres/workspaces.ts'
import { latestSlot } from '#adapters/schedule.ts'
import { createIds } from '#adapters/system.ts'
import type { Messenger } from '#application/messages/posting.ts'
import type { Directory, Ports } from '#application/ports.ts'
import { createUseCases } from '#application/use-cases.ts'

/** Where a process dies: before the next unit of work is carried out, or right after it. */
export type Death = { readonly after: number; readonly committed: boolean }

/** Thrown by everything a dead process still tries. */
export class Killed extends Error {
  constructor() {
    super('this process was killed')
    this.name = 'Killed'
  }
}

type Given = {
  readonly url: string
  readonly boss: Awaited<ReturnType<typeof startBoss>>
  readonly clock: () => Date
  readonly messenger: Messenger
  readonly directory: Directory
}

/** A process of the product on a database that others use too, with connections and memory of its own. */
export const startReplica = ({ url, boss, clock, messenger, directory }: Given) => {
  const pool = createPool(url)
  const database = createDatabase(pool)
  const ids = createIds({ now: () => new Date() })
  const codec = { read: parseStoredCouncil, write: toStoredCouncil }
  const deps = { database, sql: pool, ids, codec, queueJobs: createEnqueue(boss, ids) }
  const [unitOfWork, read] = [createUnitOfWork(deps), createRead(deps)]
  const life: { death?: Death | undefined; dead: boolean } = { dead: false }
  const alive = (): void => {
    if (life.dead) throw new Killed()
  }
  const die = (): never => {
    life.dead = true
    throw new Killed()
  }
  const ports: Ports = {
    clock: { now: clock },
    ids,
    unitOfWork: async (scope, work) => {
      alive()
      const { death } = life
      if (death) life.death = { ...death, after: death.after - 1 }
      const now = death?.after === 0
      if (now && !death.committed) return die()
      const answer = await unitOfWork(scope, work)
      return now ? die() : answer
    },
    read: async (workspaceId, work) => {
      alive()
      return read(workspaceId, work)
    },
    queries: createQueries(database),
    privacy: privacyQueries(database),
    deliveries: storedDeliveries(boss),
    directory,
    messenger: {
      ...messenger,
      post: async (...given) => {
        alive()
        return messenger.post(...given)
      },
      update: async (...given) => {
        alive()
        return messenger.update(...given)
      },
    },
    posts: postLedger(pool),
    numbers: issueNumbers(pool),
    schedule: { latestSlot },
    workspaces: workspaces(database),
  }
  return {
    use: createUseCases(ports),
    ports,
    isDead: () => life.dead,
    /** It is killed at that unit of work from now on, counted from 0; undefined: it lives on. */
    killAt: (death: Death | undefined) => {
      life.death = death
    },
    stop: async () => {
      await database.$disconnect()
      await pool.end()
    },
  }
}

export type Replica = ReturnType<typeof startReplica>
