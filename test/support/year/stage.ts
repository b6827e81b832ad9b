import { openQueues, startBoss } from '#adapters/jobs/queues.ts'
import { createDatabase, createPool } from '#adapters/postgres/database.ts'
import { directoryStore } from '#adapters/postgres/repositories/people-store.ts'
import { welcomeWorkspace } from '#adapters/postgres/workspaces.ts'
import { DeliveryError } from '#application/delivery-error.ts'
import type { Directory, Reply } from '#application/ports.ts'
import type { Person } from '#domain/people.ts'
import { createTestDatabase } from '../database.ts'
import { workspaceId } from '../product.ts'
import type { Chance } from './chance.ts'
import { Killed, type Replica, startReplica } from './replica.ts'
import { createSlack, type Fault } from './slack.ts'
import { townCouncil, townPeople, yearBegins } from './town.ts'

/** By how much the clocks of two processes differ at the most; milliseconds. */
export const apart = 20_000

type Job = { readonly key: string; readonly update?: boolean }

/** Of all that is posted only what belongs to reminders: they, and the cards in whose threads is read. */
const isDelivered = ({ key, update }: Job): boolean =>
  key.startsWith('reminder:') || (key.startsWith('card:') && update !== true)

/** Two processes over one database, a Slack that both see, and one time that is set by hand. */
export const setUpStage = async (chance: Chance) => {
  const { url, drop } = await createTestDatabase()
  const pool = createPool(url)
  const database = createDatabase(pool)
  const boss = await startBoss(url, { warn: () => undefined })
  await openQueues(boss, workspaceId)
  const time = { now: yearBegins.getTime() }
  const threads = { replies: new Map<string, Reply[]>(), away: false }
  const faults: Fault[] = []
  const slack = createSlack(() => faults.shift())
  const council = townCouncil()
  const people = new Map(townPeople(council).map((person) => [person.id, person]))
  const store = directoryStore(database, pool)
  const setPerson = async (person: Person): Promise<void> => {
    people.set(person.id, person)
    await store.savePerson(workspaceId, person, new Date(time.now))
  }
  for (const person of people.values()) await setPerson(person)
  await welcomeWorkspace(database, workspaceId, new Date(time.now))
  const directory: Directory = {
    person: async (_workspace, id) => people.get(id),
    channel: async (_workspace, id) => ({ id, name: id, private: false, shared: false }),
    linkTo: () => undefined,
    messageText: async () => undefined,
    repliesSince: async (_channel, ts, since) => {
      if (threads.away) throw new DeliveryError('later', 'unreachable')
      return (threads.replies.get(ts) ?? []).filter(({ at }) => at > since)
    },
  }
  const startOne = (ahead: number): Replica => {
    const clock = () => new Date(time.now + ahead)
    return startReplica({ url, boss, clock, messenger: slack.messengerAt(clock), directory })
  }
  const replicas = [startOne(0), startOne(apart / 2)]
  await replicas[0]?.use.applyCouncil({ workspaceId, council })

  /** A process that died is thrown away; another one takes its place, with a clock of its own. */
  const restart = async (): Promise<number> => {
    let restarted = 0
    for (const [i, replica] of replicas.entries()) {
      if (!replica.isDead()) continue
      await replica.stop()
      replicas[i] = startOne(chance.below(apart + 1) - apart / 2)
      restarted += 1
    }
    return restarted
  }

  const lines = new Map<string, { jobs: Job[]; from: number }>()
  const queue = `posts.${workspaceId}`
  const takeJobs = async (): Promise<void> => {
    for (;;) {
      const jobs = await boss.fetch<Job>(queue, { batchSize: 500 })
      if (jobs.length === 0) return
      await boss.complete(
        queue,
        jobs.map(({ id }) => id),
      )
      for (const { data } of jobs) {
        if (!isDelivered(data)) continue
        const place = data.key.startsWith('reminder:U') ? (data.key.split(':')[1] ?? '') : 'cards'
        const line = lines.get(place) ?? { jobs: [], from: 0 }
        lines.set(place, line)
        line.jobs.push(data)
      }
    }
  }
  const deliverLine = async (replica: Replica, line: { jobs: Job[]; from: number }): Promise<void> => {
    for (let left = line.jobs.length; left > 0 && line.from <= time.now; left -= 1) {
      const [job] = line.jobs
      if (!job) return
      try {
        await replica.use.deliverPost({ workspaceId, key: job.key, update: job.update === true })
        line.jobs.shift()
      } catch (error) {
        if (error instanceof Killed) return
        if (!(error instanceof DeliveryError)) throw error
        if (error.kind === 'later' && !error.overtakable) line.from = time.now + 60_000
        else line.jobs.shift()
        if (error.kind === 'later' && error.overtakable) line.jobs.push(job)
      }
    }
  }
  /** Carries out what is queued, in order per place, both processes at once; answers whether anything is left. */
  const deliver = async (): Promise<boolean> => {
    for (let rounds = 0; rounds < 4; rounds += 1) {
      await takeJobs()
      const waiting = [...lines.values()].filter(({ jobs, from }) => jobs.length > 0 && from <= time.now)
      if (waiting.length === 0) break
      const share = (nr: number) => waiting.filter((_, i) => i % replicas.length === nr)
      const work = async (replica: Replica, nr: number): Promise<void> => {
        for (const line of share(nr)) await deliverLine(replica, line)
      }
      await Promise.all(replicas.map(work))
    }
    return [...lines.values()].some(({ jobs }) => jobs.length > 0)
  }
  return {
    pool,
    time,
    slack,
    faults,
    threads,
    people,
    replicas,
    setPerson,
    restart,
    deliver,
    /** When a place that could not be reached is tried again. */
    retryAt: (): number | undefined =>
      [...lines.values()]
        .filter(({ jobs }) => jobs.length > 0)
        .map(({ from }) => from)
        .toSorted((a, b) => a - b)[0],
    stop: async (): Promise<void> => {
      for (const replica of replicas) await replica.stop()
      await boss.stop({ graceful: false })
      await database.$disconnect()
      await pool.end()
      await drop()
    },
  }
}

export type Stage = Awaited<ReturnType<typeof setUpStage>>
