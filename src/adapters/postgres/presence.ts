import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** Namespace of our advisory locks, so that they meet nobody else's. */
export const presenceLocks = 7_190

/** Namespace of the locks of those who came back after a lost connection. */
const returns = 7_191

/** How long a process waits between tries to come back after a lost connection; milliseconds. */
const againAfter = 250

/** How often a process makes sure that its connection is more than a memory; milliseconds. */
const beatEvery = 5_000

/** Longer than those who lost their connection need to come back once the database can be reached; milliseconds. */
const returnWithin = 2_000

const answerWithin = 3_000
const leaveWithin = 500

export type Presence = { readonly leave: () => Promise<void> }

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    application_name: 'cx-council-presence',
    connectionTimeoutMillis: answerWithin,
    query_timeout: answerWithin,
  })
  // A connection that is ended by the server says so twice; an error that nobody hears would end the process.
  client.on('error', () => undefined)
  await client.connect().catch((error: unknown) => {
    client.end().catch(() => undefined)
    throw error
  })
  return client
}

/** Says that we are here, and answers since when, if nobody else was. */
const comeIn = async (client: pg.Client, workspaceId: string): Promise<Date | undefined> => {
  const key = [presenceLocks, workspaceId]
  const sql = 'SELECT pg_try_advisory_lock($1, hashtext($2)) AS got, clock_timestamp() AS at'
  const { rows } = await client.query<{ got: boolean; at: Date }>(sql, key)
  await client.query('SELECT pg_advisory_lock_shared($1, hashtext($2))', key)
  if (rows[0]?.got !== true) return undefined
  await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', key)
  return rows[0].at
}

const anybodyReturned = async (client: pg.Client, workspaceId: string): Promise<boolean> => {
  const sql = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND classid = $1::int::oid AND objid = (hashtext($2)::bigint & 4294967295)::oid`
  return (await client.query(sql, [returns, workspaceId])).rows.length > 0
}

/** Runs `lost` once, as soon as the connection is known to be gone. */
const watch = (client: pg.Client, lost: () => void): void => {
  let known = false
  const lose = (): void => {
    if (known) return
    known = true
    clearInterval(beat)
    client.end().catch(() => undefined)
    lost()
  }
  const beat = setInterval(() => client.query('SELECT 1').catch(lose), beatEvery).unref()
  client.once('end', lose)
}

/**
 * Says that this process works for a workspace, for as long as it lives: a lock that the database drops with the
 * connection. When no other process worked for it then, `whenAlone` is told since when; not at once, because others may
 * only have lost their connection, and are about to say that they are still there.
 */
export const enterWorkspace = async (
  url: string,
  workspaceId: string,
  whenAlone: (cameInAt: Date) => Promise<void>,
): Promise<Presence> => {
  let left = false
  let client = await connect(url)

  const comeBack = async (): Promise<void> => {
    while (!left) {
      try {
        client = await connect(url)
        await client.query('SELECT pg_advisory_lock_shared($1, hashtext($2))', [returns, workspaceId])
        await comeIn(client, workspaceId)
        if (left) return await client.end()
        return watch(client, () => void comeBack())
      } catch {
        client.end().catch(() => undefined)
        await pause(againAfter, undefined, { ref: false })
      }
    }
  }
  const lookAround = async (cameInAt: Date): Promise<void> => {
    await pause(returnWithin, undefined, { ref: false })
    if (!left && !(await anybodyReturned(client, workspaceId))) await whenAlone(cameInAt)
  }

  const aloneSince = await comeIn(client, workspaceId).catch((error: unknown) => {
    client.end().catch(() => undefined)
    throw error
  })
  watch(client, () => void comeBack())
  // What is not put back here is taken up later, when its heartbeat is missing for long enough.
  if (aloneSince) lookAround(aloneSince).catch(() => undefined)
  return {
    leave: async () => {
      left = true
      await Promise.race([client.end().catch(() => undefined), pause(leaveWithin, undefined, { ref: false })])
    },
  }
}
