import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { inOneTransaction } from './atomic-script.ts'

type PgAdapter = Awaited<ReturnType<PrismaPg['connect']>>
type Closing = (() => Promise<void>)[]

const charType = 18
const charArrayType = 1002

/** Prisma's adapter for `pg`, made fit for migrations; `close` ends every connection that was opened through it. */
export function openMigrationAdapter(url: string): {
  factory: SqlMigrationAwareDriverAdapterFactory
  close(): Promise<void>
} {
  const closing: Closing = []
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url, closing),
    connectToShadowDb: () => connectToShadow(url, closing),
  }
  const close = async (): Promise<void> => {
    for (const end of closing.reverse()) await end()
  }
  return { factory, close }
}

async function connect(url: string, closing: Closing): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => undefined)
  closing.push(() => pool.end())
  return runningScriptsWhole(readingCatalogTypes(await new PrismaPg(pool).connect()))
}

// Prisma's adapter cuts a script at every semicolon, also inside a function body or a text, and runs the pieces on
// several connections. PostgreSQL takes the script whole: on one connection and as one transaction.
function runningScriptsWhole(adapter: PgAdapter): SqlDriverAdapter {
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(inOneTransaction(script))
    } catch (error) {
      throw error instanceof pg.DatabaseError ? asDriverError(error) : error
    }
  }
  return adapter
}

// Prisma's engine reads columns of type "char" from the catalogue, a type that Prisma's adapter knows in arrays only.
function readingCatalogTypes(adapter: PgAdapter): PgAdapter {
  const pool = adapter.underlyingDriver()
  const query = pool.query.bind(pool) as (...parameters: unknown[]) => Promise<pg.QueryResult>
  const queryRaw = adapter.queryRaw.bind(adapter)
  const withArraysOfChar = async (...parameters: unknown[]): Promise<pg.QueryResult> => {
    const result = await query(...parameters)
    for (const field of result.fields ?? []) if (field.dataTypeID === charType) field.dataTypeID = charArrayType
    return result
  }
  Object.assign(pool, { query: withArraysOfChar })
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw(sql)
    const { Character, CharacterArray } = ColumnTypeEnum
    return { ...result, columnTypes: result.columnTypes.map((type) => (type === CharacterArray ? Character : type)) }
  }
  return adapter
}

function asDriverError(error: pg.DatabaseError): DriverAdapterError {
  const { code = 'N/A', severity = 'ERROR', message, detail, column, hint } = error
  const original = { originalCode: code, originalMessage: message }
  return new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint, ...original })
}

async function connectToShadow(url: string, closing: Closing): Promise<SqlDriverAdapter> {
  const name = `shadow_${process.pid}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`CREATE DATABASE "${name}"`)
  closing.push(async () => {
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
    await admin.end()
  })
  const shadow = new URL(url)
  shadow.pathname = `/${name}`
  return connect(shadow.href, closing)
}
