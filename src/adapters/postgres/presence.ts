import pg from 'pg'

/** Namespace of our advisory locks, so that they meet nobody else's. */
export const presenceLocks = 7_190

/** How long after a lost connection a process says again that it is there; milliseconds. */
const againAfter = 1_000

export type Presence = { readonly leave: () => Promise<void> }

/** Takes the lock that all who work for a workspace share; alone as long as nobody else has it. */
const takePlace = async (client: pg.Client, workspaceId: string, alone: () => Promise<void>): Promise<void> => {
  const key = [presenceLocks, workspaceId]
  const first = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1, hashtext($2)) AS got', key)
  const isAlone = first.rows[0]?.got === true
  if (isAlone) await alone()
  await client.query('SELECT pg_advisory_lock_shared($1, hashtext($2))', key)
  if (isAlone) await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', key)
}

/**
 * Says that this process works for a workspace, for as long as it lives: a lock that the database drops with the
 * connection. When no other process works for it, `whenAlone` runs before anybody else may enter.
 */
export const enterWorkspace = async (
  url: string,
  workspaceId: string,
  whenAlone: () => Promise<void>,
): Promise<Presence> => {
  let client: pg.Client | undefined
  let left = false
  const again = (): void => {
    setTimeout(() => {
      if (!left) enter(async () => {}).catch(again)
    }, againAfter).unref()
  }
  const enter = async (alone: () => Promise<void>): Promise<void> => {
    const entering = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'cx-council-presence' })
    client = entering
    entering.on('error', () => undefined)
    try {
      await entering.connect()
      await takePlace(entering, workspaceId, alone)
    } catch (error) {
      await entering.end().catch(() => undefined)
      throw error
    }
    entering.once('error', again)
  }
  await enter(whenAlone)
  return {
    leave: async () => {
      left = true
      await client?.end().catch(() => undefined)
    },
  }
}
