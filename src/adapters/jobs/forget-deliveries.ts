import type { PgBoss } from 'pg-boss'
import type { StoredDeliveries } from '#application/privacy/privacy.ts'
import { deliveriesQueue } from './queues.ts'

/** Slack names who caused an event by id, and in events about a person by the whole of them. */
const causedBy = `(data #>> '{body,event,user}' = $2 OR data #>> '{body,event,user,id}' = $2)`

/** Only what was worked on: what waits may be the beginning of an issue of somebody else's. */
const naming = `(state >= 'completed' AND strpos(lower(data::text), lower($2)) > 0)`

/** The rows stay: by their ids Slack's repeats are known. What waited need not be worked on any more. */
const emptied = (which: string): string =>
  `WITH found AS (SELECT id, state FROM pgboss.job WHERE name = $1 AND data ? 'body' AND ${which}),
   emptied AS (UPDATE pgboss.job j SET data = '{}', completed_on = coalesce(j.completed_on, now()),
       state = CASE WHEN j.state < 'active' THEN 'completed' ELSE j.state END
     FROM found f WHERE j.name = $1 AND j.id = f.id AND j.state <> 'active' RETURNING 1)
   SELECT (SELECT count(*)::int FROM emptied) AS emptied,
     (SELECT count(*)::int FROM found WHERE state = 'active') AS under_way`

/** The stored deliveries of a workspace, as far as they may have to be forgotten. */
export const storedDeliveries = (boss: PgBoss): StoredDeliveries => ({
  forget: async (workspaceId, whose) => {
    const [which, value] = 'person' in whose ? [causedBy, whose.person] : [naming, whose.name]
    const { rows } = await boss.getDb().executeSql(emptied(which), [deliveriesQueue(workspaceId), value])
    return { emptied: Number(rows[0]?.emptied ?? 0), underWay: Number(rows[0]?.under_way ?? 0) }
  },
})
