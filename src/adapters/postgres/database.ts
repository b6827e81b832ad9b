import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client.ts'

/** Connections of one process for its own queries; the job queue has a few of its own. */
const poolSize = 10

export type Database = PrismaClient

/** One transaction of the database. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

/** The database behind a URL; connects when it is first asked. */
export const createDatabase = (url: string): Database =>
  new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: poolSize, connectionTimeoutMillis: 2_000, keepAlive: true }),
    transactionOptions: { maxWait: 2_000, timeout: 2_500 },
  })

/** Throws when the database does not answer. */
export const ping = async (database: Database): Promise<void> => {
  await database.$queryRaw`SELECT 1`
}
