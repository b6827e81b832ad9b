/** A place in a statement for a value, as PostgreSQL names it: `$1`, `$2` … */
export type Param = (value: unknown) => string

/** One part of a statement: what it does, and the name by which other parts may wait for it. */
type Part = { readonly name: string; readonly sql: (param: Param) => string }

/**
 * What a piece of work wants written: collected while it decides, and carried out by one statement, which PostgreSQL
 * does whole or not at all. Nothing that is collected can be read before that.
 */
export type Writes = {
  /** Adds a data-changing statement; answers the name under which a later part can refer to its rows. */
  readonly add: (what: string, sql: Part['sql']) => string
  /** Carries nothing out when a condition of a part does not hold: `rows` must have a row. */
  readonly insist: (rows: string) => void
  readonly isEmpty: () => boolean
  readonly statement: () => { readonly text: string; readonly values: unknown[] }
}

/** An empty collection. */
export const createWrites = (): Writes => {
  const parts: Part[] = []
  const insisted: string[] = []
  return {
    add: (what, sql) => {
      const name = `${what}_${parts.length + 1}`
      parts.push({ name, sql })
      return name
    },
    insist: (rows) => {
      insisted.push(rows)
    },
    isEmpty: () => parts.length === 0,
    statement: () => {
      const values: unknown[] = []
      const param: Param = (value) => `$${values.push(value)}`
      const clauses = parts.map(({ name, sql }) => `${name} AS (${sql(param)})`)
      const missing = insisted.map((rows) => `NOT EXISTS (SELECT FROM ${rows})`).join(' OR ')
      const conclusion = missing === '' ? 'SELECT 1' : `SELECT lose_race() WHERE ${missing}`
      return { text: `WITH ${clauses.join(',\n')}\n${conclusion}`, values }
    },
  }
}

const plain = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value

/** A value as PostgreSQL's JSON takes it: without the one character and the broken pairs that it refuses. */
export const toJson = (value: unknown): string => JSON.stringify(value, plain)

const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

type Row = Readonly<Record<string, unknown>>

const inColumns = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), value]))

const list = (row: Row): string =>
  Object.keys(row)
    .map((column) => `"${column}"`)
    .join(', ')

/** Rows of one table, all with the same fields; columns are the fields' names in snake case. */
export const insertRows = (table: string, rows: readonly Row[], more = ''): ((param: Param) => string) => {
  const named = rows.map(inColumns)
  const columns = list(named[0] ?? {})
  return (param) =>
    `INSERT INTO ${table} (${columns})
     SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, ${param(toJson(named))}::jsonb) ${more}`
}

/** The fields of a row given new values where the condition holds. */
export const updateRow = (table: string, fields: Row, where: (param: Param) => string): ((param: Param) => string) => {
  const named = inColumns(fields)
  const columns = list(named)
  return (param) =>
    `UPDATE ${table} SET (${columns}) =
       (SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, ${param(toJson(named))}::jsonb))
     WHERE ${where(param)} RETURNING 1 AS one`
}
