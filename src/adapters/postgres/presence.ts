import pg from 'pg'

/** Namespace of our advisory locks, so that they meet nobody else's. */
const locks = 7_190

/** How long after a lost connection a process says again that it is there; milliseconds. */
const againAfter = 1_000

const takeLocks = async (session: pg.Client, workspaceId: string, alone: () => Promise<void>): Promise<void> => {
  const key = [locks, workspaceId]
  const first = await session.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1, hashtext($2)) AS got', key)
  const isAlone = first.rows[0]?.got === true
  if (isAlone) await alone()
  await session.query('SELECT pg_advisory_lock_shared($1, hashtext($2))', key)
  if (isAlone) await session.query('SELECT pg_advisory_unlock($1, hashtext($2))', key)
}

export type Presence = { readonly leave: () => Promise<void> }

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
    const session = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'cx-council-presence' })
    let isIn = false
    // A lost connection may say so more than once.
    session.on('error', () => undefined)
    session.once('end', () => isIn && again())
    client = session
    try {
      await session.connect()
      await takeLocks(session, workspaceId, alone)
      isIn = true
    } catch (error) {
      await session.end().catch(() => undefined)
      throw error
    }
  }
  await enter(whenAlone)
  return {
    leave: async () => {
      left = true
      await client?.end().catch(() => undefined)
    },
  }
}
