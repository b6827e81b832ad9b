import pg from 'pg'
import { presenceLocks } from './presence.ts'

/** Longer than any question here takes on a database that is well; milliseconds. */
const answerWithin = 5_000
/** Many, because the fastest counts: this process has other things to do meanwhile. */
const trips = 10

type Row = Readonly<Record<string, unknown>>

/** Asks one question; the values stand for $1, $2 … */
export type Query = (sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>

/** The words for what failed, also where Node has put several failures into one. */
const reasonOf = (error: unknown): string => {
  const { code, message, errors } = error as { code?: string; message?: string; errors?: readonly unknown[] }
  if (message) return code === undefined || message.includes(code) ? message : `${message} ${code}`
  return errors?.[0] === undefined ? (code ?? String(error)) : reasonOf(errors[0])
}

/** A connection of its own for looking around, which gives up on what takes longer than 5 s; `close` never throws. */
export const openInspection = async (url: string): Promise<{ query: Query; close: () => Promise<void> }> => {
  const limits = { connectionTimeoutMillis: answerWithin, query_timeout: answerWithin, statement_timeout: answerWithin }
  const client = new pg.Client({ connectionString: url, application_name: 'cx-council-inspection', ...limits })
  client.on('error', () => undefined)
  const close = (): Promise<void> => client.end().catch(() => undefined)
  try {
    await client.connect()
  } catch (cause) {
    void close()
    throw new Error(reasonOf(cause), { cause })
  }
  return { query: async (sql, values = []) => (await client.query<Row>(sql, [...values])).rows, close }
}

/** The server's version, and how long a question and its answer travel; milliseconds. */
export const inspectServer = async (query: Query): Promise<{ version: string; roundTripMs: number }> => {
  const [row] = await query('SHOW server_version')
  let roundTripMs = Number.POSITIVE_INFINITY
  for (let i = 0; i < trips; i += 1) {
    const begun = performance.now()
    await query('SELECT 1')
    roundTripMs = Math.min(roundTripMs, performance.now() - begun)
  }
  return { version: String(row?.server_version), roundTripMs }
}

/** The workspaces that the bot has served on this database; none before its first start. */
export const servedWorkspaces = async (query: Query): Promise<readonly string[]> => {
  const [table] = await query("SELECT to_regclass('workspace')::text AS name")
  if (table?.name == null) return []
  return (await query('SELECT id FROM workspace ORDER BY first_started_at DESC')).map(({ id }) => String(id))
}

/** Whether a bot works for a workspace now: it holds a lock for as long as it lives. */
export const isAtWork = async (query: Query, workspaceId: string): Promise<boolean> => {
  const [row] = await query(
    `SELECT EXISTS (
       SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND classid = $1::int::oid AND objid = hashtext($2)::oid) AS found`,
    [presenceLocks, workspaceId],
  )
  return row?.found === true
}
