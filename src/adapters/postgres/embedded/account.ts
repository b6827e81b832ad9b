import { readFile, stat } from 'node:fs/promises'
import { run } from './run.ts'

/** The operating-system user PostgreSQL runs as when the bot itself runs as root. */
export type Account = { name: string; uid: number; gid: number }

/**
 * Whom PostgreSQL is to run as: undefined means the bot's own user, who is then not root. Existing data keeps its owner.
 */
export async function chooseAccount(existingData: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const accounts = await knownAccounts()
  const owner = await stat(existingData).catch(() => undefined)
  if (owner !== undefined && owner.uid !== 0) {
    const known = accounts.find((account) => account.uid === owner.uid)
    return { name: known?.name ?? `user ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  }
  const others = accounts.filter((account) => account.uid > 0)
  const byName = (name: string): Account | undefined => others.find((account) => account.name === name)
  const chosen = byName('postgres') ?? byName('nobody') ?? others[0]
  if (chosen === undefined) {
    throw new Error(
      'PostgreSQL may not run as root, and this machine has no other user: add one, or set DATABASE_URL to a PostgreSQL of your own.',
    )
  }
  return chosen
}

/** Whether that user can enter the folder through all folders above it. */
export async function canEnter(folder: string, account: Account | undefined): Promise<boolean> {
  if (account === undefined) return true
  const { code } = await run('/bin/sh', ['-c', 'cd -- "$0"', folder], { account, cwd: '/' })
  return code === 0
}

async function knownAccounts(): Promise<Account[]> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.name !== '' && Number.isInteger(account.uid) && Number.isInteger(account.gid))
}
