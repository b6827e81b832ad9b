import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ambientThings, escapes, shamTests } from './support/architecture/habits.ts'
import { wrongImports } from './support/architecture/layers.ts'
import { countTables, wrongSql, wrongTables } from './support/architecture/schema.ts'
import { crowdedFolders, longFiles } from './support/architecture/sizes.ts'
import { foldersOf, readSource, sourceFile } from './support/architecture/source.ts'

const src = readSource('src')
const tests = readSource('test')
const scripts = readSource('scripts')
const dozen = 12

describe('the layers', () => {
  it('are imported inwards only, and no adapter knows another', () => {
    expect(src.length).toBeGreaterThan(100)
    expect(wrongImports(src)).toEqual([])
  })

  it.each([
    ['src/domain/issue.ts', "import { z } from 'zod'"],
    ['src/domain/issue.ts', "import { createHash } from 'node:crypto'"],
    ['src/domain/issue.ts', "import type { Ports } from '#application/ports.ts'"],
    ['src/domain/issue.ts', "import type { Ports } from '../application/ports.ts'"],
    ['src/domain/issue.ts', "export * from '../application/ports.ts'"],
    ['src/application/act.ts', "import { z } from 'zod'"],
    ['src/application/act.ts', "import { log } from '#adapters/logger.ts'"],
    ['src/application/act.ts', "const late = await import('../adapters/logger.ts')"],
    ['src/application/use-cases/flag.ts', "import {\n  a,\n  b,\n} from '#adapters/jobs/posts.ts'"],
    ['src/adapters/slack/app.ts', "import type { Database } from '#adapters/postgres/database.ts'"],
    ['src/adapters/slack/app.ts', "import type { Logger } from '../logger.ts'"],
    ['src/adapters/slack/app.ts', "import type { Config } from '../../config.ts'"],
    ['src/adapters/slack/app.ts', "import { compose } from '../../compose.ts'"],
    ['src/adapters/system.ts', "import { pino } from './logger.ts'"],
    ['src/adapters/practice/server.ts', "import type { Council } from '#domain/council.ts'"],
    ['src/adapters/practice/server.ts', "import '../http/routes.ts'"],
    ['src/config.ts', "import type { Council } from '#domain/council.ts'"],
  ])('would not let %s say %j', (path, text) => {
    expect(wrongImports([sourceFile(path, text)])).toHaveLength(1)
  })

  it.each([
    ['src/domain/decisions/flag.ts', "import type { Issue } from '../issue.ts'"],
    ['src/domain/issue.ts', "// import { z } from 'zod'"],
    ['src/adapters/slack/app.ts', "import { App } from '@slack/bolt'\nimport { kit } from './blocks/kit.ts'"],
    ['src/compose/storage.ts', "import { a } from '#adapters/jobs/posts.ts'\nimport { b } from '../config.ts'"],
    ['src/main.ts', "import { compose } from './compose.ts'"],
  ])('let %s say %j', (path, text) => {
    expect(wrongImports([sourceFile(path, text)])).toEqual([])
  })
})

describe('the domain and the use cases', () => {
  it('take time, chance and environment from ports', () => {
    expect(ambientThings(src)).toEqual([])
  })

  it.each([
    'const now = new Date()',
    'const now = new Date',
    'const now = Date()',
    'const now = Date.now()',
    'const words = `at $'.concat('{Date.now()}`'),
    'const chance = Math.random()',
    'const zone = process.env.TZ',
    'setTimeout(() => undefined, 1)',
  ])('would not have %j', (text) => {
    expect(ambientThings([sourceFile('src/domain/issue.ts', text)])).toHaveLength(1)
    expect(ambientThings([sourceFile('src/application/act.ts', text)])).toHaveLength(1)
    expect(ambientThings([sourceFile('src/adapters/system.ts', text)])).toEqual([])
  })

  it('may speak of time as data', () => {
    const text = "// new Date() is for adapters\nconst at = new Date(now.getTime() + 1)\nconst said = 'Date.now()'"
    expect(ambientThings([sourceFile('src/domain/issue.ts', text)])).toEqual([])
  })
})

describe('the source', () => {
  it('has no way around the types and nothing left to do', () => {
    expect(escapes(src)).toEqual([])
  })

  it.each([
    'const body: any = 1',
    'const body = given as any',
    'type Bag = Record<string, any>',
    '// @ts-ignore',
    '// @ts-expect-error: later',
    'enum State { Open }',
    'export const enum State { Open }',
    'export default 1',
    'export { issue as default }',
    '// TODO: finish',
  ])('would not have %j', (text) => {
    expect(escapes([sourceFile('src/domain/issue.ts', text)])).toHaveLength(1)
  })

  it('has files of at most 200 lines, and tests of at most 300', () => {
    expect([...longFiles(src, 200), ...longFiles(scripts, 200), ...longFiles(tests, 300)]).toEqual([])
    expect(
      longFiles([sourceFile('src/a.ts', 'x\n'.repeat(200)), sourceFile('src/b.ts', 'x\n'.repeat(201))], 200),
    ).toEqual(['src/b.ts has 201 lines'])
  })

  it('has at most a dozen files in a folder, and a dozen folders', () => {
    expect(crowdedFolders(foldersOf([...src, ...tests, ...scripts]), dozen)).toEqual([])
  })

  it('would not have a thirteenth file in a folder', () => {
    const twelve = Array.from({ length: dozen }, (_, at) => sourceFile(`src/domain/f${at}.ts`, ''))
    const inner = sourceFile('src/domain/time/zone.ts', '')
    const thirteenth = sourceFile('src/domain/one-more.ts', '')
    expect(crowdedFolders(foldersOf([...twelve, inner]), dozen)).toEqual([])
    expect(crowdedFolders(foldersOf([...twelve, inner, thirteenth]), dozen)).toEqual([
      'src/domain holds 13 files and 1 folders',
    ])
  })
})

describe('the tests', () => {
  it('mock no module, skip nothing, never sleep', () => {
    expect(shamTests(tests)).toEqual([])
  })

  it.each([
    "vi.mock('./a.ts')",
    "vi.doMock('./a.ts')",
    "it.skip('works', () => undefined)",
    "describe.only('this', () => undefined)",
    "it.concurrent.skip('works', () => undefined)",
    "it.skipIf(isRoot)('works', () => undefined)",
    "it.todo('works')",
    'await new Promise((resolve) => setTimeout(resolve, 100))',
    "import { setTimeout as pause } from 'node:timers/promises'",
  ])('would not have %j', (text) => {
    expect(shamTests([sourceFile('test/unit/a.test.ts', text)]).length).toBeGreaterThan(0)
  })
})

describe('the database', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const migrations = readdirSync('prisma/migrations', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sql'))
    .map((name) => readFileSync(`prisma/migrations/${name}`, 'utf8'))

  it('has every table, key and index begin with the workspace', () => {
    expect(countTables(schema)).toBeGreaterThan(10)
    expect(wrongTables(schema)).toEqual([])
  })

  it('has every migration do the same', () => {
    expect(migrations.length).toBeGreaterThan(0)
    expect(migrations.flatMap(wrongSql)).toEqual([])
  })

  it.each([
    'model Note {\n  id String @id\n}',
    'model Note {\n  id String\n  workspaceId String\n  @@id([workspaceId, id])\n}',
    'model Note {\n  workspaceId String\n  id String\n  @@id([id, workspaceId])\n}',
    'model Note {\n  workspaceId String\n  slug String @unique\n  @@id([workspaceId, slug])\n}',
    'model Note {\n  workspaceId String\n  at DateTime\n  @@id([workspaceId, at])\n  @@index([at(sort: Desc), workspaceId])\n}',
    'model Note {\n  workspaceId String\n  at DateTime\n  @@id([workspaceId, at])\n  @@unique([at], name: "once")\n}',
  ])('would not have %j', (table) => {
    expect(wrongTables(table).length).toBeGreaterThan(0)
  })

  it.each([
    'CREATE INDEX "i" ON "issue"("owner", "workspace_id");',
    'CREATE UNIQUE INDEX CONCURRENTLY "i" ON "issue" USING btree ("owner");',
    'CREATE INDEX i ON issue (lower(owner), workspace_id);',
    'CREATE INDEX "i" ON "workspace"("first_started_at");',
    'CREATE TABLE "note" ("id" TEXT, "workspace_id" TEXT);',
    'CREATE TABLE "note" ("workspace_id" TEXT, "id" TEXT, CONSTRAINT "p" PRIMARY KEY ("id"));',
    'CREATE TABLE "note" ("workspace_id" TEXT, "id" TEXT UNIQUE);',
    'ALTER TABLE "note" ADD CONSTRAINT "u" UNIQUE ("id", "workspace_id");',
  ])('would not have %j', (sql) => {
    expect(wrongSql(sql)).toHaveLength(1)
  })
})
