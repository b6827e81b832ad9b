import pg from 'pg'

/**
 * A session that marks this process as the owner of the embedded database; its end, also by a kill, frees the mark.
 * `lost` resolves when it has ended, by whomever.
 */
export type Ownership = { readonly lost: Promise<void>; release(): Promise<void> }

const ownerKey = 4_022_610_517
const transient = ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']

/**
 * Tries to become the owner: 'taken' when another process is, 'unreachable' while the server starts, recovers or stops.
 * Throws what else the server answers.
 */
export async function tryToOwn(url: string): Promise<Ownership | 'taken' | 'unreachable'> {
  const client = new pg.Client({ connectionString: url, application_name: `owner ${process.pid}`, keepAlive: true })
  let isEnded = false
  client.on('error', () => undefined)
  const lost = new Promise<void>((resolve) => {
    client.once('end', () => {
      isEnded = true
      resolve()
    })
  })
  const release = async (): Promise<void> => {
    if (!isEnded) await client.end().catch(() => undefined)
  }
  try {
    await client.connect()
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [ownerKey])
    if (rows[0]?.mine === true) return { lost, release }
    await release()
    return 'taken'
  } catch (error) {
    await release()
    if (isTransient(error)) return 'unreachable'
    throw error
  }
}

function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as NodeJS.ErrnoException).code
  return (code !== undefined && transient.includes(code)) || error.message.startsWith('Connection terminated')
}
