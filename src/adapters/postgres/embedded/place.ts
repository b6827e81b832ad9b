import { access, chmod, mkdir, mkdtemp, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Account, canEnter, chooseAccount } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import type { EmbeddedLog } from './start-embedded-postgres.ts'

/** Where the embedded database lives, whom it runs as and with which programs. */
export type Place = { home: string; account: Account | undefined; binaries: Binaries }

const rootsOwnFolder = '/var/lib/cx-council-bot'

/** Settles the folder, the user and the programs; throws a sentence for people when they cannot be had. */
export async function preparePlace(dataDir: string, log: EmbeddedLog): Promise<Place> {
  const wanted = await makeFolder(resolve(dataDir))
  const moved = await movedTo(wanted)
  const account = await chooseAccount(join(moved ?? wanted, 'cluster'))
  if (account !== undefined) await letPass(moved ?? wanted)
  const home = moved ?? ((await canEnter(wanted, account)) ? wanted : await moveAway(wanted, account))
  const { binaries, copied } = await findBinaries(home, account)
  if (account !== undefined) {
    const where = home === wanted ? `in ${home}` : `in ${home}, as he cannot enter ${wanted}`
    const programs = copied ? ', with its programs copied there' : ''
    log.info(`PostgreSQL may not run as root: it runs as ${account.name}, with its data ${where}${programs}.`)
  }
  return { home, account, binaries }
}

const notAllowed = 'let this user write there, or name another in DATA_DIR'
const inTheWay = 'move what is in its way, or name another in DATA_DIR'

const waysOut: Readonly<Record<string, string>> = {
  EEXIST: inTheWay,
  ENOTDIR: inTheWay,
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: notAllowed,
  ENOSPC: 'the disk is full: make room, or name another in DATA_DIR',
}

async function makeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true })
    return await realpath(folder)
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException
    const todo = waysOut[code] ?? 'mend that, or name another in DATA_DIR'
    throw new Error(`The folder for the embedded database, ${folder}, cannot be made (${code}): ${todo}.`, { cause })
  }
}

async function letPass(folder: string): Promise<void> {
  const { mode } = await stat(folder)
  await chmod(folder, (mode & 0o7777) | 0o011)
}

const pointer = (wanted: string): string => join(wanted, 'moved-to')

async function movedTo(wanted: string): Promise<string | undefined> {
  const path = await readFile(pointer(wanted), 'utf8').catch(() => undefined)
  return path?.trim() || undefined
}

async function moveAway(wanted: string, account: Account | undefined): Promise<string> {
  const isInUse = await access(join(wanted, 'cluster')).then(
    () => true,
    () => false,
  )
  const advice = 'set DATA_DIR to a folder he can enter, run the bot as an ordinary user, or set DATABASE_URL'
  const problem = `PostgreSQL may not run as root, and ${account?.name} cannot enter ${wanted}`
  if (isInUse) throw new Error(`${problem}, where the embedded database is: ${advice}.`)
  try {
    await mkdir(rootsOwnFolder, { recursive: true })
    await letPass(rootsOwnFolder)
    const home = await mkdtemp(join(rootsOwnFolder, 'postgres-'))
    await letPass(home)
    await writeFile(pointer(wanted), `${home}\n`)
    return home
  } catch (cause) {
    throw new Error(`${problem}, nor can ${rootsOwnFolder} be made for him: ${advice}.`, { cause })
  }
}
