type Table = { readonly name: string; readonly lines: readonly string[] }

const fieldsOf = (list: string): readonly string[] =>
  list
    .replace(/\([^()]*\)/g, '')
    .split(',')
    .map((field) => field.trim().replaceAll('"', '').split(/\s/)[0] ?? '')

const tablesOf = (schema: string): readonly Table[] =>
  [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => ({
    name,
    lines: body
      .split('\n')
      .map((line) => line.replace(/\/\/.*/, '').trim())
      .filter((line) => line !== ''),
  }))

/** The workspace is the one table that is its own workspace. */
const firstOf = (table: string): string => (table === 'Workspace' || table === 'workspace' ? 'id' : 'workspaceId')

const wrongKeys = (table: Table): readonly string[] => {
  const first = firstOf(table.name)
  const [field = ''] = table.lines
  const keys = table.lines.filter((line) => /^@@(?:id|unique|index|fulltext)\b/.test(line))
  const own = table.lines.filter((line) => /\s@(?:id|unique)\b/.test(line) && !line.startsWith(`${first} `))
  const foreign = keys.filter((line) => fieldsOf(/\[(.*)\]/.exec(line)?.[1] ?? '')[0] !== first)
  return [
    ...(field.split(/\s/)[0] === first ? [] : [`${table.name} begins with ${field}`]),
    ...[...own, ...foreign].map((line) => `${table.name}: ${line}`),
  ]
}

/** Tables, keys and indexes of the Prisma schema that do not begin with the workspace. */
export const wrongTables = (schema: string): readonly string[] => tablesOf(schema).flatMap(wrongKeys)

/** How many tables the schema has, to know that it was read at all. */
export const countTables = (schema: string): number => tablesOf(schema).length

const column = (table: string): string => (firstOf(table) === 'id' ? 'id' : 'workspace_id')

const wrongIndexes = (sql: string): readonly string[] =>
  [...sql.matchAll(/CREATE\s+(?:UNIQUE\s+)?INDEX[\s\S]*?\sON\s+(?:ONLY\s+)?"?(\w+)"?[^(;]*\(([^;]*?)\)/gi)]
    .filter(([, table = '', columns = '']) => fieldsOf(columns)[0] !== column(table))
    .map(([statement]) => statement)

const wrongConstraints = (sql: string): readonly string[] =>
  [...sql.matchAll(/(?:CREATE|ALTER)\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(?:ONLY\s+)?"?(\w+)"?([^;]*);/gi)].flatMap(
    ([, table = '', body = '']) =>
      [...body.matchAll(/(?:PRIMARY\s+KEY|UNIQUE)\s*(?:NULLS[\w\s]*)?(\(([^)]*)\))?/gi)]
        .filter(([, , columns]) => columns === undefined || fieldsOf(columns)[0] !== column(table))
        .map(([constraint]) => `${table}: ${constraint}`),
  )

const wrongFirstColumns = (sql: string): readonly string[] =>
  [...sql.matchAll(/CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?"?(\w+)"?\s*\(\s*"?(\w+)/gi)]
    .filter(([, table = '', first]) => first !== column(table))
    .map(([, table, first]) => `${table} begins with ${first}`)

/** Tables, constraints and indexes of a migration that do not begin with the workspace. */
export const wrongSql = (migration: string): readonly string[] => {
  const sql = migration.replace(/--[^\n]*/g, '')
  return [...wrongFirstColumns(sql), ...wrongConstraints(sql), ...wrongIndexes(sql)]
}
