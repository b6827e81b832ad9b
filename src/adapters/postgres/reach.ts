import pg from 'pg'

const connectWithin = 5_000

/** What is said of a server that is away, or not ready yet; everything else is a mistake in the address, which stays. */
const passing = [
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['57P01', '57P02', '57P03', '53300', '55000'],
]

const isPassing = (error: unknown): boolean => {
  const { code, message = '' } = error as { code?: string; message?: string }
  return code === undefined ? /timeout|terminated/.test(message) : passing.includes(code)
}

/**
 * Whether a database takes connections: undefined when it does, else why not, in Node's or PostgreSQL's code, when that may
 * pass by itself. Throws a sentence for what does not, such as a wrong password.
 */
export const whyAway = async (url: string): Promise<string | undefined> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectWithin })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return undefined
  } catch (cause) {
    if (isPassing(cause)) return (cause as { code?: string }).code ?? 'no answer in time'
    throw new Error(`The database cannot be reached: ${cause instanceof Error ? cause.message : cause}`, { cause })
  } finally {
    await client.end().catch(() => undefined)
  }
}
