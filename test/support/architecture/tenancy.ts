import { only, piecesOf } from './scan.ts'
import type { SourceFile } from './source.ts'

/** Our tables, but for the one that is its own workspace, by the names they have in the schema. */
export const tablesOf = (schema: string): readonly string[] =>
  [...schema.matchAll(/@@map\("(\w+)"\)/g)].map(([, name = '']) => name).filter((name) => name !== 'workspace')

const withoutComments = ({ path, text }: SourceFile) => ({ path, text: only(piecesOf(text), ['code', 'words']) })

/** Where a file cut at its empty lines names one statement or function each. */
const chunksOf = (text: string): readonly string[] => text.split(/\n\s*\n/)

const keyword = /^(?:where|on|set|left|right|inner|join|order|limit|group|for|returning|values|select|and|using)$/i

/** Reads or writes of a table in SQL that do not say which workspace's rows they mean, alias by alias. */
const looseStatements = (chunk: string, tables: readonly string[]): readonly string[] =>
  [...chunk.matchAll(/\b(?:FROM|JOIN|UPDATE|INTO)\s+"?(\w+)"?(?:\s+(?:AS\s+)?"?([a-z]\w*)"?)?/g)]
    .filter(([, table = '']) => tables.includes(table))
    .filter(([, , alias]) => {
      const named = alias !== undefined && !keyword.test(alias)
      return !(named ? new RegExp(`\\b${alias}\\.workspace_id\\b`) : /(?<![\w.])workspace_id\b/).test(chunk)
    })
    .map(([reference]) => reference.replace(/\s+/g, ' '))

const argumentsAt = (text: string, start: number): string => {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth -= 1
    if (depth === 0) return text.slice(start, at)
  }
  return text.slice(start)
}

const definitionOf = (name: string, chunk: string): string =>
  new RegExp(`const ${name}\\b[\\s\\S]*?(?=\\n\\s*(?:const|if|return|writes|for|\\})|$)`).exec(chunk)?.[0] ?? ''

/** What is said, with what its names stand for where that is in the same statement or function. */
const spelledOut = (said: string, chunk: string, depth = 3): string => {
  if (depth === 0) return said
  const names = new Set([...said.matchAll(/[a-z]\w*/gi)].map(([name]) => name))
  const definitions = [...names].map((name) => definitionOf(name, chunk).replace(/^const \w+/, ''))
  return [said, ...definitions.map((one) => spelledOut(one, chunk, depth - 1))].join(' ')
}

const calls =
  /\b(?:database|tx)\.(\w+)\.(?:find|create|update|upsert|delete|count|aggregate|groupBy)\w*\(|\b(?:insertRows|updateRow)\(/g

/** Calls through Prisma, and rows that are written, that do not name the workspace. */
const looseCalls = (chunk: string): readonly string[] =>
  [...chunk.matchAll(calls)]
    .filter(([, model]) => model !== 'workspace')
    .filter(({ 0: call, index }) => {
      const said = argumentsAt(chunk, index + call.length - 1)
      return !/workspace_?id\b/i.test(spelledOut(said, chunk))
    })
    .map(([call]) => call)

/** Everything in the source that touches rows without saying of which workspace. */
export const withoutWorkspace = (files: readonly SourceFile[], tables: readonly string[]): readonly string[] =>
  files.map(withoutComments).flatMap(({ path, text }) =>
    chunksOf(text)
      .flatMap((chunk) => [...looseStatements(chunk, tables), ...looseCalls(chunk)])
      .map((found) => `${path}: ${found}`),
  )

/** How many reads and writes there are, to know that they were found at all. */
export const countTouches = (files: readonly SourceFile[], tables: readonly string[]): number =>
  files
    .map(withoutComments)
    .flatMap(({ text }) => [
      ...[...text.matchAll(/\b(?:FROM|JOIN|UPDATE|INTO)\s+"?(\w+)/g)].filter(([, table = '']) =>
        tables.includes(table),
      ),
      ...text.matchAll(calls),
    ]).length

const ownQueue =
  /(?:'|`)(?!pgboss)[a-z]+\.(?:'|`|\$\{(?!workspaceId))|(?:send|insert|work|createQueue|fetch|fail|update|complete)\(\s*['"`]/

/** Queues that are named without their workspace. */
export const sharedQueues = (files: readonly SourceFile[]): readonly string[] =>
  files.map(withoutComments).flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => ownQueue.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  )
