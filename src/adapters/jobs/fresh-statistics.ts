import type { PgBoss } from 'pg-boss'

/** Jobs after which the database looks at their table again: twice as many each time, so that it costs little. */
const first = 500
const most = 16_000

/** Long enough without a look for the table to be another one; milliseconds. */
const forgottenAfter = 60_000

/**
 * Has the database look at the table of jobs when it has quickly grown: PostgreSQL does so by itself once a minute at the
 * earliest, and until then takes a queue of thousands for an empty one, which makes finding the next job a hundred times
 * slower. Answers what to call with the number of jobs that were queued.
 */
export const keepStatisticsFresh = (boss: PgBoss): ((jobs: number) => void) => {
  let since = 0
  let due = first
  let lookedAt = 0
  return (jobs) => {
    since += jobs
    const now = performance.now()
    if (now - lookedAt > forgottenAfter) due = first
    if (since < due) return
    since = 0
    due = Math.min(due * 2, most)
    lookedAt = now
    boss
      .getDb()
      .executeSql('ANALYZE pgboss.job_common')
      .catch(() => undefined)
  }
}
