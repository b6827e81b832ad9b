import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSource, sourceFile } from './support/architecture/source.ts'
import { countTouches, sharedQueues, tablesOf, withoutWorkspace } from './support/architecture/tenancy.ts'

const tables = tablesOf(readFileSync('prisma/schema.prisma', 'utf8'))
const adapters = readSource('src/adapters').filter(({ path }) => !path.startsWith('src/adapters/practice/'))
const jobs = adapters.filter(({ path }) => path.startsWith('src/adapters/jobs/'))

const inRepository = (text: string) => [sourceFile('src/adapters/postgres/repositories/a.ts', text)]

describe('the rows of a workspace', () => {
  it('are read and written by naming it, in every statement and every call', () => {
    expect(tables.length).toBeGreaterThan(10)
    expect(countTouches(adapters, tables)).toBeGreaterThan(40)
    expect(withoutWorkspace(adapters, tables)).toEqual([])
  })

  it.each([
    "const a = prepared('SELECT * FROM post WHERE key = $1')",
    'const a = `SELECT i.* FROM issue i JOIN customer c ON c.id = i.customer_id WHERE i.workspace_id = $1`',
    'const a = `SELECT 1 FROM issue i LEFT JOIN person p ON p.workspace_id = i.workspace_id WHERE p.workspace_id = $1 AND (SELECT 1 FROM draft d)`',
    "const a = prepared('UPDATE post SET queued = false WHERE key = $1 RETURNING *')",
    'const a = sql`DELETE FROM issue_words WHERE author = 1`',
    "const key = { number }\nconst rows = events.map(() => ({\n  ...key,\n}))\nwrites.add('e', insertRows('issue_event', rows))",
    'const a = database.draft.findUnique({ where: { id } })',
    'const a = database.request.deleteMany({ where: { at: { lt: before } } })',
    'const where = { id }\nconst a = tx.draft.findMany({ where })',
    "writes.add('draft', insertRows('draft', [{ id, text }]))",
    "writes.add('issue', updateRow('issue', columns, () => 'number = 1'))",
  ])('would not be touched by %j', (text) => {
    expect(withoutWorkspace(inRepository(text), tables).length).toBeGreaterThan(0)
  })

  it.each([
    "const a = prepared('SELECT * FROM post WHERE workspace_id = $1 AND key = $2')",
    'const a = `SELECT i.* FROM issue i JOIN customer c ON c.workspace_id = i.workspace_id WHERE i.workspace_id = $1`',
    'const where = { workspaceId, id }\nconst a = tx.draft.findMany({ where })',
    'const a = database.draft.findUnique({ where: { workspaceId_id: { workspaceId, id } } })',
    "const key = { workspaceId }\nconst rows = events.map(() => ({\n  ...key,\n}))\nwrites.add('e', insertRows('issue_event', rows))",
    'const a = database.workspace.findUnique({ where: { id } })',
    "// SELECT * FROM post\nconst a = 'SELECT version FROM pgboss.version'",
  ])('may be touched by %j', (text) => {
    expect(withoutWorkspace(inRepository(text), tables)).toEqual([])
  })
})

describe('the queues of a workspace', () => {
  it('are named for it', () => {
    expect(jobs.length).toBeGreaterThan(4)
    expect(sharedQueues(jobs)).toEqual([])
  })

  it.each([
    "boss.send('posts', data)",
    'const queue = `posts.$'.concat('{place}`'),
    'await boss.work("deliveries", work)',
  ])('would not be called %j', (text) => {
    expect(sharedQueues([sourceFile('src/adapters/jobs/a.ts', text)])).toHaveLength(1)
  })
})
