import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { type Mistake, mostMistakes } from '#adapters/customers-file/mistakes.ts'
import { readCustomers } from '#adapters/customers-file/read-customers.ts'
import { conflictMistake, mistakesSaid, outcomeSaid, strangeRegion } from '#adapters/customers-file/said.ts'
import { plain } from '#adapters/doctor/print.ts'
import { type Imported, importCustomers } from '#adapters/postgres/customers/import-customers.ts'
import { migrate, pendingMigrations } from '#adapters/postgres/migrate.ts'
import { createIds, systemClock } from '#adapters/system.ts'
import type { WorkspaceId } from '#application/ports.ts'
import { matchName } from '#domain/customers/match-name.ts'
import { regionsOf } from '#domain/journey-map.ts'
import { whoWeAre } from './ask-slack.ts'
import { councilInForce, expectDatabase, reachDatabase } from './reach-database.ts'
import { readSetting } from './setting.ts'
import { orStopped, type Terminal } from './terminal.ts'

const noDatabase =
  'There is no council yet, so there is nobody to look after customers. First: npm run council -- apply FILE'

const notUpToDate =
  'The database is not up to date yet, and --dry-run changes nothing: start the bot of this version first.'

const linesOf = (file: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'is not there.',
  EACCES: 'may not be read by this user.',
  EISDIR: 'is a folder: name the CSV file.',
}

/** Reads the whole file once before anything is begun. Throws a sentence that names every line with a mistake. */
const expectNoMistakes = async (file: string): Promise<void> => {
  const mistakes: Mistake[] = []
  let count = 0
  try {
    for await (const line of readCustomers(linesOf(file))) {
      if (!('message' in line)) continue
      count += 1
      if (mistakes.length < mostMistakes) mistakes.push({ ...line, message: plain(line.message) })
    }
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException
    throw new Error(`${file} ${unreadable[code] ?? `cannot be read: ${message}`}`, { cause })
  }
  if (count > 0) throw new Error(mistakesSaid(file, mistakes, count - mistakes.length))
}

async function* rowsOf(file: string, stopped: AbortSignal) {
  for await (const line of readCustomers(linesOf(file))) {
    stopped.throwIfAborted()
    if ('message' in line) throw new Error(`${file} was changed while it was read: try again.`)
    yield line
  }
}

const imported = async (file: string, dry: boolean, url: string, workspaceId: WorkspaceId, stopped: AbortSignal) => {
  const deps = { url, workspaceId, nextId: createIds(systemClock).next }
  const done = await importCustomers(deps, { lines: () => rowsOf(file, stopped), dry, most: mostMistakes + 1 })
  if ('lines' in done) return done
  const mistakes = done.map((conflict) => ({ line: conflict.line, message: plain(conflictMistake(conflict)) }))
  throw new Error(mistakesSaid(file, mistakes, Math.max(0, mistakes.length - mostMistakes)))
}

const warnings = async ({ regions }: Imported, url: string, workspaceId: WorkspaceId): Promise<readonly string[]> => {
  const council = await councilInForce(url, workspaceId)
  const known = new Set((council ? regionsOf(council) : []).map(matchName))
  return regions
    .filter(({ region }) => !known.has(matchName(region)))
    .slice(0, mostMistakes)
    .map(({ region, line, customers: many }) => plain(strangeRegion(region, line, many)))
}

/** Makes the customers what a list says, or says what that would change. */
export const customers = async (file: string, dry: boolean, { say, stopped }: Terminal): Promise<void> => {
  await expectNoMistakes(file)
  const setting = readSetting()
  await expectDatabase(setting)
  const { identity } = await whoWeAre(setting, stopped)
  const reached = await reachDatabase(setting)
  if (!reached) throw new Error(noDatabase)
  try {
    const { url } = reached
    if (!(await orStopped(councilInForce(url, identity.teamId), stopped))) throw new Error(noDatabase)
    if (dry && (await pendingMigrations(url)).length > 0) throw new Error(notUpToDate)
    await migrate(url)
    const done = await imported(file, dry, url, identity.teamId, stopped)
    say(plainLines(outcomeSaid(file, done, dry)))
    for (const warning of await warnings(done, url, identity.teamId)) say(warning)
  } finally {
    await reached.stop()
  }
}

const plainLines = (text: string): string => text.split('\n').map(plain).join('\n')
