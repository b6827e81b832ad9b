import { fork } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Order, Reply } from './bot.ts'
import type { DieAt, Failpoint } from './names.ts'

const program = fileURLToPath(new URL('bot.ts', import.meta.url))
const compiled = fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url))

export type FailingBot = {
  /** Begins to work; resolves with the address for deliveries once it is ready. */
  readonly start: () => Promise<string>
  /** Forgets what was passed, and dies where it is told to; answers what was passed before. */
  readonly beginAnew: (dieAt?: DieAt) => Promise<readonly Failpoint[]>
  /** Resolves with the signal that ended it. */
  readonly ended: Promise<NodeJS.Signals | null>
  readonly kill: () => Promise<unknown>
  /** Asks it to stop. */
  readonly terminate: () => Promise<unknown>
}

/** A process with failpoints that has everything loaded and waits to be started. */
export const loadFailingBot = (env: Readonly<Record<string, string>>): FailingBot => {
  const { PATH = '', HOME = '', TMPDIR } = process.env
  const child = fork(program, {
    cwd: tmpdir(),
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH,
      HOME,
      ...(TMPDIR === undefined ? {} : { TMPDIR }),
      LOG_LEVEL: 'error',
      NODE_COMPILE_CACHE: compiled,
      ...env,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += chunk
    })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  const ask = async (order: Order): Promise<Reply> => {
    const reply = new Promise<Reply>((resolve) => child.once('message', (it) => resolve(it as Reply)))
    child.send(order)
    const gone = ended.then(() => Promise.reject(new Error(`the bot has ended: ${said}`)))
    return Promise.race([reply, gone])
  }
  return {
    start: async () => {
      const reply = await ask({ do: 'start' })
      return `http://127.0.0.1:${'port' in reply ? reply.port : 0}/slack/events`
    },
    beginAnew: async (dieAt) => {
      const reply = await ask({ do: 'begin anew', ...(dieAt === undefined ? {} : { dieAt }) })
      return 'passed' in reply ? reply.passed : []
    },
    ended,
    kill: () => {
      child.kill('SIGKILL')
      return ended
    },
    terminate: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
