import pg from 'pg'
import type { WorkspaceId } from '#application/ports.ts'
import type { CustomerRow } from '#domain/customers/customer-row.ts'
import { matchName } from '#domain/customers/match-name.ts'
import { LostRace } from '../lost-race.ts'
import { toJson } from '../writes/writes.ts'
import * as statements from './import-statements.ts'

/** How many lines go to the database at once. */
const atOnce = 2_000

/** How often a list is applied again when somebody named one of its customers at the same moment. */
const tries = 5

/** What the database says when another change came first: a key that is taken, a deadlock, a lost snapshot. */
const lost = new Set(['23505', '40001', '40P01'])

/** What a line says that cannot be true beside another line or customer. */
export type Conflict =
  | { readonly line: number; readonly what: 'key' | 'name'; readonly said: string; readonly first: number }
  | { readonly line: number; readonly what: 'taken'; readonly said: string; readonly key: string }

export type Imported = {
  readonly added: number
  readonly changed: number
  readonly lines: number
  readonly regions: readonly { readonly region: string; readonly line: number; readonly customers: number }[]
}

export type ImportDeps = { readonly url: string; readonly workspaceId: WorkspaceId; readonly nextId: () => string }

type Line = { readonly line: number; readonly row: CustomerRow }

const columns = ({ line, row }: Line, nextId: () => string) => ({
  line,
  ...row,
  match_name: matchName(row.name),
  fresh_id: nextId(),
})

const takeAll = async (client: pg.Client, { workspaceId, nextId }: ImportDeps, lines: AsyncIterable<Line>) => {
  let heap: object[] = []
  const send = async (): Promise<void> => {
    if (heap.length > 0) await client.query(statements.takeLines, [workspaceId, toJson(heap)])
    heap = []
  }
  for await (const line of lines) {
    heap.push(columns(line, nextId))
    if (heap.length === atOnce) await send()
  }
  await send()
  await client.query(statements.countLines)
}

const conflictsIn = async (client: pg.Client, workspaceId: WorkspaceId, most: number): Promise<readonly Conflict[]> => {
  const doubles = await client.query<Conflict>(statements.doubles, [workspaceId, most])
  if (doubles.rows.length > 0) return doubles.rows
  const taken = await client.query<{ line: number; said: string; key: string }>(statements.taken, [workspaceId, most])
  return taken.rows.map((row) => ({ ...row, what: 'taken' }))
}

const once = async (
  client: pg.Client,
  deps: ImportDeps,
  list: { readonly lines: () => AsyncIterable<Line>; readonly dry: boolean; readonly most: number },
): Promise<Imported | readonly Conflict[]> => {
  const { workspaceId } = deps
  await client.query('BEGIN')
  await client.query(statements.makeRoom)
  await takeAll(client, deps, list.lines())
  const conflicts = await conflictsIn(client, workspaceId, list.most)
  if (conflicts.length > 0) return conflicts
  await client.query(statements.recognise, [workspaceId])
  const [counted] = (await client.query<Omit<Imported, 'regions'>>(statements.outcome, [workspaceId])).rows
  const regions = await client.query<Imported['regions'][number]>(statements.regions, [workspaceId])
  if (!list.dry) {
    for (const statement of statements.carryOver) await client.query(statement, [workspaceId])
    if ((await client.query(statements.leftBehind, [workspaceId])).rows.length > 0) throw new LostRace()
    await client.query('COMMIT')
  }
  return { added: 0, changed: 0, lines: 0, ...counted, regions: regions.rows }
}

/**
 * Makes the customers what a list says, whole or not at all: known by key, else by name; those that the list does not
 * name are kept. `lines` begins anew with each try. Answers what was done, or would be, or what contradicts itself.
 */
export const importCustomers = async (
  deps: ImportDeps,
  list: Parameters<typeof once>[2],
): Promise<Imported | readonly Conflict[]> => {
  const client = new pg.Client({ connectionString: deps.url, application_name: 'cx-council-customers' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(client, deps, list)
      } catch (error) {
        const again = error instanceof LostRace || lost.has((error as { code?: string }).code ?? '')
        if (attempt === tries || !again) throw error
      } finally {
        await client.query('ROLLBACK').catch(() => undefined)
      }
    }
  } finally {
    await client.end()
  }
}
