import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#adapters/postgres/embedded/start-embedded-postgres.ts'
import { eventually } from '../../support/eventually.ts'
import { type OwnerProcess, spawnOwner } from '../../support/owner-process.ts'
import { removeWhenWeEnd } from '../../support/remove-when-we-end.ts'

let dataDir: string
let said: string[]
let remove: () => Promise<void>
let owners: OwnerProcess[]

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cx-council-embedded-'))
  remove = removeWhenWeEnd(dataDir)
  said = []
  owners = []
})

afterEach(async () => {
  for (const owner of owners) await owner.kill()
  await remove()
})

const start = (more: { share?: boolean } = {}): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir, log: { info: (message) => said.push(message) }, volatile: true, ...more })

const owner = (): OwnerProcess => {
  const started = spawnOwner(dataDir)
  owners.push(started)
  return started
}

async function ask(url: string | undefined, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows.flat()
  } finally {
    await client.end()
  }
}

const postmasterPid = async (): Promise<number> =>
  Number((await readFile(join(dataDir, 'cluster/data/postmaster.pid'), 'utf8')).split('\n')[0])

describe('The embedded database', () => {
  it('keeps its data when it is stopped and started again', async () => {
    const first = await start()
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await first.stop()
    await expect(ask(first.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
    const second = await start()
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([42])
    await second.stop()
  })

  it('stores and compares text of every language', async () => {
    const { url, stop } = await start()
    expect(await ask(url, "SELECT current_setting('server_encoding'), length('Żółć 🎉'), lower('ÄÉ')")).toEqual([
      'UTF8',
      6,
      'äé',
    ])
    await stop()
  })

  it('listens on this machine only and asks for a password, which only its owner may read', async () => {
    const { url, stop } = await start()
    expect(
      await ask(url, "SELECT current_setting('listen_addresses'), current_setting('unix_socket_directories')"),
    ).toEqual(['127.0.0.1', ''])
    const wrong = new URL(url)
    wrong.password = 'guess'
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
    expect((await stat(join(dataDir, 'cluster/password'))).mode & 0o777).toBe(0o600)
    await stop()
  })

  it('is taken over with its data from a bot that was killed', async () => {
    const { url } = await owner().started
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await owners[0]?.kill()
    const pid = await postmasterPid()
    const next = await start()
    expect(next.url).toBe(url)
    expect(await postmasterPid()).toBe(pid)
    expect(said.join()).toContain('still running from an earlier start')
    expect(await ask(next.url, 'SELECT answer FROM kept')).toEqual([42])
    await next.stop()
    await expect(ask(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  })

  it('recovers when the bot and the server were both killed', async () => {
    const { url } = await owner().started
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await owners[0]?.kill()
    process.kill(await postmasterPid(), 'SIGKILL')
    const next = await start()
    expect(await ask(next.url, 'SELECT answer FROM kept')).toEqual([42])
    await next.stop()
  })

  it('starts although a stale lock file names a process of another program', async () => {
    const first = await start()
    await first.stop()
    const lock = [process.pid, join(dataDir, 'cluster/data'), 1, 5432, '', '127.0.0.1', '', 'ready', '']
    await writeFile(join(dataDir, 'cluster/data/postmaster.pid'), lock.join('\n'))
    const second = await start()
    expect(await ask(second.url, 'SELECT 1')).toEqual([1])
    await second.stop()
  })

  it('is initialised anew when a kill interrupted that', async () => {
    const half = /^cluster\.\d+\.\w+$/
    const isBegun = async () => (await readdir(dataDir)).some((entry) => half.test(entry))
    const interrupted = owner()
    await eventually(isBegun)
    await interrupted.kill()
    expect(await readdir(dataDir)).not.toContain('cluster')
    const next = await start()
    expect(await ask(next.url, 'SELECT 1')).toEqual([1])
    expect((await readdir(dataDir)).filter((entry) => half.test(entry))).toEqual([])
    await next.stop()
  })

  it('serves one of two bots that start at once, and tells the other one so in a sentence', async () => {
    const outcomes = await Promise.all([owner().started, owner().started])
    expect(outcomes.filter(({ url }) => url !== undefined)).toHaveLength(1)
    const refused = outcomes.find(({ url }) => url === undefined)
    expect(refused?.said).toContain(`Another bot already runs on the embedded database in ${dataDir}: stop it first`)
  })

  it('is shared with a short command beside the bot, whose server the command leaves running', async () => {
    const { url } = await owner().started
    const command = await start({ share: true })
    expect(command.url).toBe(url)
    await command.stop()
    expect(await ask(url, 'SELECT 1')).toEqual([1])
  })

  it('is started and stopped by a short command when no bot runs', async () => {
    const command = await start({ share: true })
    expect(await ask(command.url, 'SELECT 1')).toEqual([1])
    await command.stop()
    await expect(ask(command.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  })

  it('says in a sentence that its data was made by another version', async () => {
    await (await start()).stop()
    await writeFile(join(dataDir, 'cluster/data/PG_VERSION'), '15\n')
    await expect(start()).rejects.toThrow(/was made by PostgreSQL 15, but PostgreSQL \d+ is installed/)
  })

  it('stops within five seconds while a client holds a transaction open', async () => {
    const { url, stop } = await start()
    const client = new pg.Client({ connectionString: url })
    const cut = new Promise((resolve) => client.on('error', resolve))
    await client.connect()
    await client.query('BEGIN; CREATE TABLE open_one ()')
    const begun = performance.now()
    await stop()
    expect(performance.now() - begun).toBeLessThan(5_000)
    await cut
  })
})
