import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#adapters/postgres/embedded/start-embedded-postgres.ts'
import { eventually } from '../../support/eventually.ts'
import { spawnOwner } from '../../support/owner-process.ts'
import { removeWhenWeEnd } from '../../support/remove-when-we-end.ts'

let dataDir: string
let lockFile: string
const clean: (() => unknown)[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cx-council-killed-'))
  lockFile = join(dataDir, 'cluster/data/postmaster.pid')
  clean.push(removeWhenWeEnd(dataDir))
})

afterEach(async () => {
  for (const end of clean.splice(0).reverse()) await end()
})

const start = async ({
  said,
  volatile = true,
}: {
  said?: string[]
  volatile?: boolean
} = {}): Promise<EmbeddedPostgres> => {
  const log = { info: (message: string) => said?.push(message) }
  const server = await startEmbeddedPostgres({ dataDir, log, volatile })
  clean.push(server.stop)
  return server
}

/** A bot of its own, as far as the database is concerned. */
const owner = (work?: string) => {
  const started = spawnOwner(dataDir, work)
  clean.push(started.kill)
  return started
}

const connect = async (url: string | undefined): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  clean.push(() => client.end().catch(() => undefined))
  return client
}

const ask = async (url: string | undefined, sql: string): Promise<unknown[]> => {
  const client = await connect(url)
  const { rows } = await client.query({ text: sql, rowMode: 'array' })
  await client.end()
  return rows.flat()
}

const answers = (url: string): Promise<boolean> =>
  ask(url, 'SELECT 1').then(
    () => true,
    () => false,
  )

const postmasterPid = async (): Promise<number> => Number((await readFile(lockFile, 'utf8')).split('\n')[0])

const startedAgain = 'The embedded PostgreSQL ended by itself: it is started again.'

/** Writes rows one by one until its connection is cut; notes those that were confirmed. */
const writeUntilCut = async (url: string | undefined, writer: number, confirmed: string[]): Promise<void> => {
  const client = await connect(url)
  try {
    for (let i = 0; ; i += 1) {
      await client.query('INSERT INTO kept VALUES ($1)', [`${writer}-${i}`])
      confirmed.push(`${writer}-${i}`)
    }
  } catch {}
}

describe('An embedded database that is killed', () => {
  it.each([
    ['the bot first', (bot: number, server: number) => [bot, server]],
    ['the database first', (bot: number, server: number) => [server, bot]],
  ])('together with its bot under load, %s, has everything it had confirmed', async (_order, order) => {
    const bot = owner()
    const { url } = await bot.started
    await ask(url, 'CREATE TABLE kept (id text PRIMARY KEY)')
    const confirmed: string[] = []
    const writers = [1, 2, 3, 4, 5, 6].map((writer) => writeUntilCut(url, writer, confirmed))
    await eventually(() => confirmed.length > 300)
    for (const pid of order(bot.pid, await postmasterPid())) process.kill(pid, 'SIGKILL')
    await Promise.all(writers)
    const next = await start()
    const kept = new Set(await ask(next.url, 'SELECT id FROM kept'))
    expect(confirmed.filter((id) => !kept.has(id))).toEqual([])
    await ask(next.url, "INSERT INTO kept VALUES ('and goes on')")
  })

  it('under a bot that lives on is had again at the same address, and is still that bot’s', async () => {
    const said: string[] = []
    const { url, stop } = await start({ said, volatile: false })
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    const before = await postmasterPid()
    process.kill(before, 'SIGKILL')
    await eventually(async () => said.includes(startedAgain) && (await answers(url)), 20_000)
    expect(await ask(url, 'SELECT answer FROM kept')).toEqual([42])
    expect(await postmasterPid()).not.toBe(before)
    expect(said.filter((sentence) => sentence === startedAgain)).toHaveLength(1)
    const other = await owner().started
    expect(other.said).toContain('Another bot already runs')
    await stop()
    expect(await answers(url)).toBe(false)
  })

  it('in one of its processes only keeps its bot', async () => {
    const said: string[] = []
    const { url } = await start({ said })
    const client = await connect(url)
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
    await eventually(() => said.includes(startedAgain))
    const marks = "SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory' AND granted"
    await eventually(async () => (await ask(url, marks).catch(() => [0]))[0] === 1, 20_000)
    expect((await owner().started).said).toContain('Another bot already runs')
  })
})

describe('An embedded database that is left behind', () => {
  it('by a bot with work under way does not go on with it', async () => {
    const first = await start()
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await first.stop()
    const bot = owner('BEGIN; UPDATE kept SET answer = 0; SELECT pg_sleep(600)')
    const { url } = await bot.started
    const sleeping = "SELECT count(*)::int FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
    await eventually(async () => (await ask(url, sleeping))[0] === 1)
    await bot.kill()
    const next = await start()
    expect(next.url).toBe(url)
    await ask(`${url}?options=-c%20lock_timeout%3D15s`, 'UPDATE kept SET answer = answer + 1')
    expect(await ask(url, 'SELECT answer FROM kept')).toEqual([43])
  })

  it('while it was stopping is waited for', async () => {
    const bot = owner()
    const { url } = await bot.started
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await bot.kill()
    process.kill(await postmasterPid(), 'SIGINT')
    expect(await ask((await start()).url, 'SELECT answer FROM kept')).toEqual([42])
  })
})

describe('The lock file of a database that was killed', () => {
  const stopped = async (): Promise<void> => (await start()).stop()

  it('does not stop the next start when its process id belongs to a program that reads the same folder', async () => {
    await stopped()
    const data = join(dataDir, 'cluster/data')
    const reader = spawn(process.execPath, ['-e', 'process.stdin.resume()', '--', '-D', data, ''])
    clean.push(async () => {
      reader.kill('SIGKILL')
      await once(reader, 'exit')
    })
    await writeFile(lockFile, [reader.pid, data, 1, 5432, '', '127.0.0.1', '', 'ready', ''].join('\n'))
    expect(await ask((await start()).url, 'SELECT 1')).toEqual([1])
  })

  it.each([
    ['empty', ''],
    ['full of zeros', '\0'.repeat(80)],
  ])('does not stop the next start when a power cut left it %s', async (_how, content) => {
    await stopped()
    await writeFile(lockFile, content)
    await utimes(lockFile, 1, 1)
    expect(await ask((await start()).url, 'SELECT 1')).toEqual([1])
  })

  it('that was made this moment is left to its maker, and is gone a moment later', async () => {
    await stopped()
    await writeFile(lockFile, '')
    expect(await ask((await start()).url, 'SELECT 1')).toEqual([1])
  })
})
