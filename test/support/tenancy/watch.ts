import { createServer } from 'node:http'
import pg from 'pg'
import { eventually } from '../eventually.ts'
import type { Town } from './town.ts'

/** Tables whose rows belong to an issue, by the column that says to which. */
const ofIssues = {
  issue: 'number',
  issue_event: 'issue_number',
  issue_reader: 'issue_number',
  issue_words: 'issue_number',
  handover: 'issue_number',
  reminder: 'issue_number',
  post: 'issue_number',
}

/** The other tables, by what tells a row of one workspace from the next. */
const keyed = {
  customer: 'id',
  draft: 'id',
  request: 'key',
  council_version: 'version::text',
  digest: 'slot',
  reminder_batch: 'person',
  setup_event: 'id',
}

/** Rows that nobody may touch: all of another workspace's, and of ours those of some issues and those that were there. */
export type Guarded = { readonly ours: string; readonly other: string; readonly issues: readonly number[] }

const counted = (table: string, where: string): string =>
  `SELECT '${table}' AS name, md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) AS rows, count(*)::int FROM ${table} x WHERE ${where}`

const statement = [
  ...Object.entries(ofIssues).map(([table, column]) =>
    counted(table, `x.workspace_id = $1 OR (x.workspace_id = $2 AND x.${column} = ANY($3::int[]))`),
  ),
  ...Object.entries(keyed).map(([table, key]) =>
    counted(table, `x.workspace_id = $1 OR (x.workspace_id = $2 AND '${table}:' || x.${key} = ANY($4::text[]))`),
  ),
  ...['person', 'channel'].map((table) => counted(table, 'x.workspace_id = $1')),
  counted('workspace', 'x.id = $1'),
  "SELECT 'jobs', md5(coalesce(string_agg(x.id::text || x.state, '|' ORDER BY x.id), '')), count(*)::int FROM pgboss.job x WHERE x.name LIKE '%.' || $1",
].join('\nUNION ALL ')

const waiting = `SELECT left(data::text, 3000) AS job, output FROM pgboss.job WHERE name LIKE '%.' || $1 AND state < 'completed'`

/** Where private answers to forged deliveries arrive, instead of at Slack. */
const listen = async (heard: string[]) => {
  const server = createServer((request, response) => {
    request.on('data', (chunk) => heard.push(`${chunk}`))
    request.on('end', () => response.end('ok'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** Looks after everything that must not change, and hears everything that the bot says anywhere. */
export const startWatch = async (url: string, town: Town, { ours, other, issues }: Guarded) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const heard: string[] = []
  const ear = await listen(heard)
  const there = await client.query<{ id: string }>(
    Object.entries(keyed)
      .map(([table, key]) => `SELECT '${table}:' || ${key} AS id FROM ${table} WHERE workspace_id = $1`)
      .join(' UNION ALL '),
    [ours],
  )
  const before = there.rows.map(({ id }) => id)
  const rows = async () => {
    const found = await client.query<{ name: string; rows: string; count: number }>(statement, [
      other,
      ours,
      issues,
      before,
    ])
    return found.rows.map((row) => `${row.name}: ${row.count} rows ${row.rows}`)
  }
  return {
    /** Where a forged delivery has its private answers sent. */
    answersTo: ear.url,
    /** The rows that must stay as they are, a line for each table. */
    rows,
    query: async <T extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<T>(sql, [...values])).rows,
    /** Waits until nothing is left to be worked on or said; names what comes back again and again. */
    rest: async () => {
      let left: readonly unknown[] = []
      await eventually(async () => {
        left = (await client.query(waiting, [ours])).rows
        return left.length === 0
      }, 20_000).catch(() => {
        throw new Error(`never done: ${JSON.stringify(left.slice(0, 3))}`)
      })
    },
    /** From now on; answers everything that the bot has sent to Slack, to response urls and to its log since. */
    listen: () => {
      const [calls, lines, answers] = [town.slack.calls().length, town.logged.length, heard.length]
      return {
        calls: () => town.slack.calls().slice(calls),
        log: () => town.logged.slice(lines),
        answers: () => heard.slice(answers),
      }
    },
    stop: async () => {
      await ear.stop()
      await client.end()
    },
  }
}
