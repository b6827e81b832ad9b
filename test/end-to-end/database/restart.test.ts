import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cluster, ensureCluster } from '#adapters/postgres/embedded/cluster.ts'
import { type Place, preparePlace } from '#adapters/postgres/embedded/place.ts'
import { findPostmaster } from '#adapters/postgres/embedded/postmaster.ts'
import { ensureServer, stopServer } from '#adapters/postgres/embedded/server.ts'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { rowsOf } from '../../support/database.ts'
import { type ProxiedRun, peopleAboutToAct, startProxiedRun } from '../../support/database-faults/run.ts'
import { eventually } from '../../support/eventually.ts'
import { removeWhenWeEnd } from '../../support/remove-when-we-end.ts'
import { execute, urlOfDatabase } from '../../support/test-server.ts'

let run: ProxiedRun
let server: Awaited<ReturnType<typeof startServer>>
let direct: string

/** Starts the server, and leads everybody to it. */
const startAgain = async (): Promise<void> => {
  const port = await server.start()
  direct = server.url(port)
  run.proxy.leadTo(port)
}

/** A PostgreSQL of this file's own, which can be stopped, killed and started; its port is another each time. */
const startServer = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cx-council-test-'))
  const remove = removeWhenWeEnd(dataDir)
  const place: Place = await preparePlace(dataDir, { info: () => undefined })
  const cluster: Cluster = await ensureCluster(place, ['--no-sync'])
  const start = async (): Promise<number> => (await eventually(() => ensureServer(place, cluster, []), 30_000)).port
  const kill = async (): Promise<void> => {
    const pid = (await findPostmaster(cluster.data))?.pid
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
    await eventually(async () => (await findPostmaster(cluster.data)) === undefined)
  }
  const url = (port: number): string => `postgresql://${cluster.user}:${cluster.password}@127.0.0.1:${port}/postgres`
  return { start, kill, url, stop: () => stopServer(place, cluster), remove }
}

beforeAll(async () => {
  server = await startServer()
  direct = server.url(await server.start())
  await execute(direct, 'CREATE DATABASE council')
  run = await startProxiedRun(async () => ({ url: urlOfDatabase(direct, 'council'), drop: async () => undefined }))
}, 90_000)
afterAll(async () => {
  await run.stop()
  await server.stop()
  await server.remove()
}, 60_000)

const cards = (words: string) =>
  run
    .as(PEOPLE.chloe)
    .messages(CHANNELS.council)
    .filter((message) => message.visible.includes(words) && message.threadTs === undefined).length

/** How many connections the server has, asked on one of them. */
const openConnections = async (client: pg.Client | undefined): Promise<number | undefined> =>
  (await client?.query("SELECT FROM pg_stat_activity WHERE backend_type = 'client backend'"))?.rowCount ?? undefined

const ready = () => eventually(async () => (await run.readiness()).status === 200, 30_000)

describe('when PostgreSQL', () => {
  it.each([
    ['is stopped and started again', () => server.stop()],
    ['is killed and recovers', () => server.kill()],
  ])(
    '%s in the middle of work, everything that was flagged is an issue with a card, once',
    async (name, end) => {
      const people = await peopleAboutToAct(run, name)
      const texts = Array.from({ length: 12 }, (_, i) => `${name}: ${i}!`)
      const messages = await Promise.all(texts.map((text) => people.anna.post(CHANNELS.support, text)))
      const react = ({ ts }: { ts: string }) => people.anna.react(CHANNELS.support, ts, 'triangular_flag_on_post')
      await Promise.all(messages.slice(0, 4).map(react))
      await Promise.all([end(), ...messages.slice(4, 8).map(react)])
      await Promise.all(messages.slice(8).map(react))
      expect((await run.readiness()).status).toBe(503)
      expect((await people.command()).answer?.text).toContain('just now')

      await startAgain()
      await ready()
      const unheard = run.slack.deliveries('reaction_added').filter(({ attempts }) => attempts.at(-1)?.status !== 200)
      expect(unheard.length).toBeGreaterThan(0)
      for (const delivery of unheard) await run.slack.deliverAgain(delivery, 1, { freshTimestamp: true })
      expect(await people.submit()).toEqual({ kind: 'closed' })
      const all = [...texts, people.words.typed]
      await run.slack.waitFor(() => all.every((text) => cards(text) > 0), { timeout: 40_000, what: 'every card' })
      await run.slack.settled({ quietFor: 1_000, timeout: 20_000 })
      expect(all.map(cards)).toEqual(all.map(() => 1))
    },
    120_000,
  )

  it('has no connection left for us, people are told, and it is over when there is one', async () => {
    const people = await peopleAboutToAct(run, 'full')
    const others: pg.Client[] = []
    const takeOne = async (): Promise<boolean> => {
      const client = new pg.Client({ connectionString: direct })
      client.on('error', () => undefined)
      return client.connect().then(
        () => others.push(client) > 0,
        () => false,
      )
    }
    const claims = () =>
      rowsOf(
        urlOfDatabase(direct, 'council'),
        `SELECT FROM issue_event JOIN issue_words USING (workspace_id, issue_number)
          WHERE issue_event.kind = 'claimed' AND text = $1`,
        people.words.asked,
      )
    const said: string[] = []
    const statusOfFlag = async (): Promise<number | undefined> => {
      const { ts } = await people.anna.post(CHANNELS.support, `full: flag ${said.push('')}!`)
      await people.anna.react(CHANNELS.support, ts, 'triangular_flag_on_post')
      return run.slack.deliveries('reaction_added').at(-1)?.attempts[0]?.status
    }
    await run.proxy.refuse()
    run.proxy.cut()
    await eventually(async () => {
      while (await takeOne());
      return (await openConnections(others[0])) === others.length
    }, 30_000)
    await run.proxy.pass()
    expect((await people.command()).answer?.text).toContain('just now')
    expect(await statusOfFlag()).toBe(500)
    expect((await run.readiness()).status).toBe(503)
    const form = await people.submit()
    expect(form.kind === 'errors' && Object.values(form.errors).join()).toContain('just now')
    expect(JSON.stringify(people.anna.modal()?.fields)).toContain(people.words.typed)
    await people.claim()
    const notes = () => people.ben.ephemerals().filter((note) => note.visible.includes('just now'))
    await run.slack.waitFor(() => notes().length > 0, { what: 'a private note beside the button' })

    const last = run.slack.deliveries('reaction_added').at(-1)
    await Promise.all(others.map((client) => client.end()))
    await ready()
    if (last) await run.slack.deliverAgain(last, 1, { freshTimestamp: true })
    expect(await people.submit()).toEqual({ kind: 'closed' })
    expect(await people.claim()).toMatchObject({ ok: true })
    expect(await claims()).toHaveLength(1)
    const all = [people.words.typed, ...said.map((_, i) => `full: flag ${i + 1}!`)]
    await run.slack.waitFor(() => all.every((text) => cards(text) > 0), { timeout: 40_000, what: 'every card' })
    await run.slack.settled({ quietFor: 1_000, timeout: 20_000 })
    expect(all.map(cards)).toEqual(all.map(() => 1))
  }, 120_000)
})
