import type { Council } from '#domain/council.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { workspaceId } from '../product.ts'
import type { Stage } from './stage.ts'

/** A reminder that the ledger has as sent. */
export type SentRow = {
  readonly issue_number: number
  readonly kind: string
  readonly state: string
  readonly person: string
  readonly again: number
  readonly sent_at: Date
  readonly post: string
}

type Dues = { readonly look: Date | null; readonly send: Date | null; readonly person: Date | null }

/** What the database has: every issue as it is now, and what was sent. */
export const createRecord = ({ pool, replicas, time }: Stage) => {
  const versions = new Map<number, number>()
  let council: Council | undefined
  let version = 0
  let issues: ReadonlyMap<number, Issue> = new Map()
  const rows = async <T>(sql: string, ...values: unknown[]): Promise<readonly T[]> =>
    (await pool.query(sql, [workspaceId, ...values])).rows as T[]
  const reader = () => {
    const alive = replicas.find((one) => !one.isDead())
    if (!alive) throw new Error('nobody lives')
    return alive.ports
  }
  return {
    rows,
    /** Every issue as it is now. */
    issues: async (): Promise<ReadonlyMap<number, Issue>> => {
      const all = await rows<{ number: number; version: number }>(
        'SELECT number, version FROM issue WHERE workspace_id = $1',
      )
      const changed = all.filter(({ number, version }) => versions.get(number) !== version)
      if (changed.length === 0) return issues
      const read = await reader().read(workspaceId, (tx) => tx.reminders.issues(changed.map(({ number }) => number)))
      for (const { number, version } of read.values()) versions.set(number, version)
      issues = new Map([...issues, ...read])
      return issues
    },
    /** The council in force; the same object as long as it is the same. */
    council: async (): Promise<Council> => {
      const [{ latest = 0 } = {}] = await rows<{ latest: number }>(
        'SELECT max(version) AS latest FROM council_version WHERE workspace_id = $1',
      )
      if (council && latest === version) return council
      version = latest
      council = await reader().read(workspaceId, (tx) => tx.councils.current())
      return council
    },
    sent: () =>
      rows<SentRow>(
        `SELECT issue_number, kind, state, person, again, sent_at, post FROM reminder
         WHERE workspace_id = $1 AND sent_at > $2`,
        new Date(time.now - 120_000),
      ),
    /** How many messages the ledger counts on each of somebody's last days. */
    batches: async (): Promise<ReadonlyMap<string, number>> => {
      const all = await rows<{ person: string; day: string; count: number }>(
        `SELECT person, day, max(number)::int AS count FROM reminder_batch
         WHERE workspace_id = $1 AND at > $2 GROUP BY person, day`,
        new Date(time.now - 3 * 86_400_000),
      )
      return new Map(all.map(({ person, day, count }) => [`${person} ${day}`, count]))
    },
    /** When the product itself wants to look next: at issues, at what waits, at people. */
    dues: async (): Promise<Dues> => {
      const [found] = await rows<Dues>(
        `SELECT (SELECT min(next_look_at) FROM issue WHERE workspace_id = $1) AS look,
           (SELECT min(send_at) FROM reminder WHERE workspace_id = $1) AS send,
           (SELECT min(at) FROM person_look WHERE workspace_id = $1) AS person`,
      )
      return found ?? { look: null, send: null, person: null }
    },
  }
}
