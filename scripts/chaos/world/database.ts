import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Chance } from '../chance.ts'

/** How often and how far apart a server that recovers from a crash is asked again. */
const tries = 60
const apartMs = 500

/** Asks questions, given the rows of each. */
type Ask = <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>

const once = async <T>(url: string, work: (ask: Ask) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(async (sql, values = []) => (await client.query(sql, values)).rows)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const again = async <T>(url: string, work: (ask: Ask) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(url, work)
    } catch (error) {
      if (attempt === tries) throw error
    }
    await pause(apartMs)
  }
}

/** One question on a connection of its own, since all others may be cut; waits for a server that recovers. */
export const ask = async <Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> => again(url, (asking) => asking<Row>(sql, values))

/** Several questions about one moment: what the bots do meanwhile is in none of the answers. */
export const askAtOnce = async <T>(url: string, questions: (ask: Ask) => Promise<T>): Promise<T> =>
  again(url, async (asking) => {
    await asking('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return questions(asking)
  })

const others = `SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend' ORDER BY pid`

const pids = async (url: string): Promise<number[]> => (await ask<{ pid: number }>(url, others)).map(({ pid }) => pid)

/** Cuts about this share of the connections of everybody else; answers how many. */
export const cutConnections = async (url: string, chance: Chance, share: number): Promise<number> => {
  const chosen = (await pids(url)).filter(() => chance.maybe(share))
  await ask(url, 'SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [chosen])
  return chosen.length
}

/** Lets the server lose one of its processes: PostgreSQL then drops every connection and recovers from its log. */
export const crashServer = async (url: string, chance: Chance): Promise<boolean> => {
  const pid = chance.pick(await pids(url))
  if (pid === undefined) return false
  process.kill(pid, 'SIGKILL')
  return true
}
