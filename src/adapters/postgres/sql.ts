import { createHash } from 'node:crypto'
import type pg from 'pg'

/** Runs statements; a pool does. */
export type Sql = Pick<pg.Pool, 'query'>

const names = new Map<string, string>()

/** Statements take few shapes; past this many, something is wrong with one of them. */
const mostNames = 500

/** Alike statements share a name, by which each connection plans them once. */
export const nameOf = (text: string): string => {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
  if (names.size < mostNames) names.set(text, name)
  return name
}

const camel = (column: string): string => column.replaceAll(/_[a-z]/g, (letter) => letter.slice(1).toUpperCase())

/** A row with the fields that its columns are called in the code. */
export const inFields = <T>(row: Readonly<Record<string, unknown>>): T =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [camel(column), value])) as T

/**
 * A query that is asked all the time, by its words: what is read on the way of every delivery and message goes past
 * Prisma, which costs several times as much.
 */
export const prepared = <T>(text: string) => {
  const name = nameOf(text)
  return async (sql: Sql, ...values: readonly unknown[]): Promise<T[]> =>
    (await sql.query({ name, text, values: [...values] })).rows
}

/** Runs a statement that is always the same but for its values. */
export const runPrepared = (sql: Sql, text: string, values: readonly unknown[]): Promise<unknown> =>
  sql.query({ name: nameOf(text), text, values: [...values] })
