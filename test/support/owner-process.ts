import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Another process that owns an embedded database: the URL it said, or undefined and why it gave up. */
export type OwnerProcess = {
  started: Promise<{ url: string | undefined; said: string }>
  kill(): Promise<void>
}

const program = fileURLToPath(new URL('./embedded-owner.ts', import.meta.url))

/** Starts such a process; `kill` is a SIGKILL and waits for its end. */
export function spawnOwner(dataDir: string): OwnerProcess {
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = once(child, 'close')
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  return { started: outcome(child, ended), kill }
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
