import { readFileSync } from 'node:fs'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'
import { parseStoredCouncil, toStoredCouncil } from '#adapters/council-file/stored-council.ts'
import { createIntake } from '#adapters/jobs/deliveries.ts'
import { createEnqueue } from '#adapters/jobs/enqueue.ts'
import { storedDeliveries } from '#adapters/jobs/forget-deliveries.ts'
import { openQueues, startBoss } from '#adapters/jobs/queues.ts'
import { createDatabase, createPool } from '#adapters/postgres/database.ts'
import { createQueries } from '#adapters/postgres/queries/issue-queries.ts'
import { privacyQueries } from '#adapters/postgres/queries/privacy-queries.ts'
import { directoryStore } from '#adapters/postgres/repositories/people-store.ts'
import { postLedger } from '#adapters/postgres/repositories/posts/post-ledger.ts'
import { createRead, createUnitOfWork } from '#adapters/postgres/unit-of-work.ts'
import { issueNumbers, welcomeWorkspace, workspaces } from '#adapters/postgres/workspaces.ts'
import { latestSlot } from '#adapters/schedule.ts'
import { createIds } from '#adapters/system.ts'
import { DeliveryError } from '#application/delivery-error.ts'
import type { Message } from '#application/messages/message.ts'
import type { Messenger } from '#application/messages/posting.ts'
import type { Directory, Ports, Reply } from '#application/ports.ts'
import { createUseCases } from '#application/use-cases.ts'
import type { Council } from '#domain/council.ts'
import { peopleOf } from '#domain/council.ts'
import type { Person } from '#domain/people.ts'
import { createTestDatabase } from './database.ts'

export const workspaceId = 'T0PRACTICE'

/** The council of the practice workspace. */
const practiceCouncil = (): Council => {
  const read = readCouncilFile(readFileSync('practice/council.yml', 'utf8'))
  if (!('council' in read)) throw new Error(JSON.stringify(read.mistakes))
  return read.council
}

const member = (id: string): Person => ({
  id,
  name: id.slice(2).toLowerCase(),
  kind: 'member',
  admin: false,
  timeZone: 'Europe/Berlin',
})

/** A place to post to that remembers, in order, what stands there. */
const rememberingMessenger = () => {
  const posts: { place: string; threadTs: string | undefined; key: string; message: Message; ts: string }[] = []
  const closed = new Set<string>()
  const losing = new Set<string>()
  const cutting = new Set<string>()
  let count = 0
  const messenger: Messenger = {
    post: async (to, key, message, attempt) => {
      await attempt()
      if (cutting.delete(key)) throw new DeliveryError('later', 'unreachable')
      if (closed.has(to.place)) throw new DeliveryError('no_place', 'not_in_channel')
      if (to.threadTs !== undefined && !posts.some((one) => one.ts === to.threadTs))
        throw new DeliveryError('missing', 'cannot_reply_to_message', { answered: true })
      count += 1
      const ts = `1700000000.${String(count).padStart(6, '0')}`
      posts.push({ place: to.place, threadTs: to.threadTs, key, message, ts })
      if (losing.delete(key)) throw new DeliveryError('later', 'unreachable')
      return { channel: to.place, ts }
    },
    update: async (at, key, message) => {
      if (closed.has(at.channel)) throw new DeliveryError('no_place', 'is_archived')
      const post = posts.find((one) => one.ts === at.ts)
      if (!post) throw new DeliveryError('missing', 'message_not_found')
      post.message = message
      post.key = key
    },
    find: async ({ place }, key) => {
      if (closed.has(place)) throw new DeliveryError('no_place', 'not_in_channel')
      const post = posts.findLast((one) => one.place === place && one.key === key)
      return post && { channel: post.place, ts: post.ts }
    },
    fingerprint: (message) => JSON.stringify(message),
    linkTo: () => undefined,
  }
  return {
    messenger,
    posts,
    closed,
    losing,
    cutting,
  }
}

type PostJob = { readonly key: string; readonly update?: boolean }

/** As the worker does with a message that its place does not take, or that others may overtake. */
const letGo = (error: unknown): 'later' | undefined => {
  if (!(error instanceof DeliveryError)) throw error
  if (error.kind === 'later' && error.overtakable) return 'later'
  if (error.kind !== 'no_place') throw error
  return undefined
}

/** The product over a real database, with a clock to set and places that remember what was posted. */
export const startProduct = async () => {
  const { url, drop } = await createTestDatabase()
  const pool = createPool(url)
  const database = createDatabase(pool)
  let now = new Date('2026-11-17T09:00:00Z')
  const clock = { now: () => now }
  const ids = createIds({ now: () => new Date() })
  const boss = await startBoss(url, { warn: () => undefined })
  await openQueues(boss, workspaceId)
  const council = practiceCouncil()
  const store = directoryStore(database, pool)
  const people = new Map(peopleOf(council).map((id) => [id, member(id)]))
  const setPerson = async (person: Person): Promise<void> => {
    people.set(person.id, person)
    await store.savePerson(workspaceId, person, now)
  }
  for (const person of people.values()) await setPerson(person)
  const threads = { replies: [] as Reply[], asked: [] as string[], away: false }
  const directory: Directory = {
    person: async (_workspace, id) => people.get(id) ?? member(id),
    channel: async (_workspace, id) => ({ id, name: id, private: id.startsWith('G'), shared: id.startsWith('CX') }),
    linkTo: () => undefined,
    messageText: async () => 'They were charged twice for March.',
    repliesSince: async (_channel, threadTs, since) => {
      threads.asked.push(threadTs)
      if (threads.away) throw new DeliveryError('later', 'unreachable')
      return threads.replies.filter(({ at }) => at > since)
    },
  }
  const { messenger, posts, closed, losing, cutting } = rememberingMessenger()
  const deps = {
    database,
    sql: pool,
    ids,
    codec: { read: parseStoredCouncil, write: toStoredCouncil },
    queueJobs: createEnqueue(boss, ids),
  }
  const ports: Ports = {
    clock,
    ids,
    unitOfWork: createUnitOfWork(deps),
    read: createRead(deps),
    queries: createQueries(database),
    privacy: privacyQueries(database),
    deliveries: storedDeliveries(boss),
    directory,
    messenger,
    posts: postLedger(pool),
    numbers: issueNumbers(pool),
    schedule: { latestSlot },
    workspaces: workspaces(database),
  }
  await welcomeWorkspace(database, workspaceId, now)
  const use = createUseCases(ports)
  await use.applyCouncil({ workspaceId, council })
  /** Carries out every queued post in order, as the worker does; over other ports where they are given. */
  const deliverAll = async (instead: Partial<Ports> = {}): Promise<void> => {
    const deliverPost = createUseCases({ ...ports, ...instead }).deliverPost
    const queue = `posts.${workspaceId}`
    for (let jobs = await boss.fetch<PostJob>(queue, { batchSize: 100 }); jobs.length > 0; ) {
      for (const { id, data } of jobs) {
        const asideFor = await deliverPost({ workspaceId, key: data.key, update: data.update === true }).catch(letGo)
        await boss.complete(queue, id)
        if (asideFor === 'later') await boss.send(queue, data, { singletonKey: `aside:${data.key}` })
      }
      jobs = await boss.fetch<PostJob>(queue, { batchSize: 100 })
    }
  }
  return {
    url,
    use,
    ports,
    pool,
    council,
    database,
    posts,
    /** Places that take no message of the bot. */
    closed,
    /** The messages, by key, that are posted next without an answer that arrives. */
    losing,
    /** The messages, by key, that do not reach Slack the next time, without a word. */
    cutting,
    /** What is said in any thread, who looked, and whether Slack cannot be asked. */
    threads,
    setPerson,
    deliverAll,
    /** Keeps a delivery of Slack as the intake does. */
    store: (id: string, body: unknown) =>
      createIntake(
        boss,
        (text, values) => pool.query(text, [...values]),
        () => undefined,
      ).store({ workspaceId, id, body }),
    setClock: (at: string | Date) => {
      now = new Date(at)
    },
    act: (person: string, request?: string) => ({ workspaceId, person, ...(request === undefined ? {} : { request }) }),
    story: (number: number) => ports.read(workspaceId, (tx) => tx.issues.story(number)),
    issue: (number: number) => ports.read(workspaceId, (tx) => tx.issues.get(number)),
    stop: async () => {
      await boss.stop({ graceful: false })
      await database.$disconnect()
      await pool.end()
      await drop()
    },
  }
}

export type Product = Awaited<ReturnType<typeof startProduct>>
