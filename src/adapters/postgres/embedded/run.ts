import { type SpawnOptions, spawn } from 'node:child_process'
import type { Account } from './account.ts'

type RunOptions = { account: Account | undefined; cwd: string }

/** What a finished program left: its exit code (-1 when it was killed or could not be started) and all it wrote. */
export type Outcome = { code: number; output: string; reason?: NodeJS.ErrnoException }

/** Spawn options that run a program as the given user, out of reach of the terminal's Ctrl-C. */
export function asAccount({ account, cwd }: RunOptions): SpawnOptions {
  const { PATH, TMPDIR, SystemRoot } = process.env
  const env = { LC_ALL: 'C', ...(PATH && { PATH }), ...(TMPDIR && { TMPDIR }), ...(SystemRoot && { SystemRoot }) }
  const identity = account === undefined ? {} : { uid: account.uid, gid: account.gid }
  return { cwd, env, detached: true, windowsHide: true, ...identity }
}

/** Runs a program to its end; never rejects, a program that cannot be started has code -1 and a reason. */
export function run(program: string, args: string[], options: RunOptions): Promise<Outcome> {
  return new Promise((resolve) => {
    let output = ''
    const note = (chunk: Buffer): void => {
      output += chunk.toString('utf8')
    }
    try {
      const child = spawn(program, args, { ...asAccount(options), stdio: ['ignore', 'pipe', 'pipe'] })
      child.stdout?.on('data', note)
      child.stderr?.on('data', note)
      child.on('error', (reason) => resolve({ code: -1, output: reason.message, reason }))
      child.on('close', (code) => resolve({ code: code ?? -1, output: output.trim() }))
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error))
      resolve({ code: -1, output: reason.message, reason })
    }
  })
}
