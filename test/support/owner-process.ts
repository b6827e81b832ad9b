import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Another process that owns an embedded database: the URL it said, or undefined and why it gave up. */
export type OwnerProcess = {
  started: Promise<{ url: string | undefined; said: string }>
  kill(): Promise<void>
  pid: number
}

const program = fileURLToPath(new URL('./embedded-owner.ts', import.meta.url))

/** Starts such a process, which begins `work` (SQL) and never ends it; `kill` is a SIGKILL and waits for its end. */
export function spawnOwner(dataDir: string, work?: string): OwnerProcess {
  const args = work === undefined ? [dataDir] : [dataDir, work]
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = once(child, 'close')
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  return { started: outcome(child, ended), kill, pid: child.pid ?? 0 }
}

async function outcome(
  child: ChildProcessWithoutNullStreams,
  ended: Promise<unknown>,
): Promise<{ url: string | undefined; said: string }> {
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
  })
  const firstLine = once(child.stdout, 'data').then(([chunk]: unknown[]) => String(chunk).trim())
  const url = await Promise.race([firstLine, ended.then(() => undefined)])
  return { url, said }
}
