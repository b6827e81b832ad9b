import pg from 'pg'
import type { Ports } from '#application/ports.ts'
import { createUseCases } from '#application/use-cases.ts'
import { eventually } from '../eventually.ts'
import { startPracticeRun } from '../practice-run.ts'
import { createDiary } from './diary.ts'

const minute = 60_000

/** How often the month looks after people who are away; the product does more often, and says the same. */
const lookAfterEvery = 3 * 60 * minute

/** Nothing ticks by itself: the month says when. */
const never = '0 0 0 29 2 *'

/** The practice workspace with a clock to set: what is due on the way to an instant happens when it is due. */
export const startMonth = async (begins: string) => {
  let now = new Date(begins)
  let ports: Ports | undefined
  const around = (given: Ports): Ports => {
    ports = { ...given, clock: { now: () => now } }
    return ports
  }
  const run = await startPracticeRun('http', { now: () => now.getTime(), rhythm: never, ports: around, unpaced: true })
  if (!ports) throw new Error('the product did not start')
  const use = createUseCases(ports)
  const pool = new pg.Pool({ connectionString: run.url, max: 1 })
  const workspaceId = run.slack.world.options.team.id
  const diary = createDiary(run, () => now)

  const isIdle = async (): Promise<boolean> => {
    const { rowCount } = await pool.query("SELECT FROM pgboss.job WHERE state IN ('created', 'retry', 'active')")
    return rowCount === 0 && !run.slack.world.changes.busy()
  }
  const quiet = () =>
    eventually(async () => {
      await run.slack.settled({ quietFor: 20, timeout: 30_000 })
      return isIdle()
    }, 30_000)

  const tick = async (): Promise<void> => {
    await use.sendReminders(workspaceId)
    await use.lookAfterPeople(workspaceId)
    await use.postDigest(workspaceId)
    if (!(await isIdle())) await quiet()
    diary.look()
  }

  let lookedAfter = 0
  /** When the product itself wants to look next; at least every morning, for the digest. */
  const nextDue = async (until: number): Promise<number> => {
    const { rows } = await pool.query<{ look: Date | null; send: Date | null; person: Date | null }>(
      `SELECT (SELECT min(next_look_at) FROM issue) AS look, (SELECT min(send_at) FROM reminder) AS send,
         (SELECT min(at) FROM person_look) AS person`,
    )
    const { look, send, person } = rows[0] ?? { look: null, send: null, person: null }
    const own = [look, send].flatMap((at) => (at === null ? [] : [at.getTime()]))
    const people = person === null ? [] : [Math.max(person.getTime(), lookedAfter + lookAfterEvery)]
    if (people.some((at) => at <= until)) lookedAfter = Math.max(now.getTime(), people[0] ?? 0)
    const digest = Math.ceil((now.getTime() + 1) / (60 * minute)) * 60 * minute
    const mornings = new Date(digest).getUTCHours() === 8 ? [digest] : []
    return Math.max(Math.min(...own, ...people, ...mornings, until), now.getTime() + minute / 2)
  }

  return {
    ...run,
    diary,
    use,
    rows: async (sql: string) => (await pool.query(sql)).rows,
    now: () => now,
    quiet,
    /** Lets the time pass until an instant in UTC. */
    until: async (at: string): Promise<void> => {
      const end = new Date(at).getTime()
      await quiet()
      diary.look()
      while (now.getTime() < end) {
        now = new Date(Math.min(await nextDue(end), end))
        await tick()
      }
    },
    /** What somebody does, and what follows at once. */
    does: async (what: string, doing: () => Promise<unknown>): Promise<void> => {
      diary.note(what)
      await doing()
      await quiet()
      diary.look()
    },
    stop: async () => {
      await pool.end()
      await run.stop()
    },
  }
}

export type Month = Awaited<ReturnType<typeof startMonth>>
