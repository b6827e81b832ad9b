import { fork } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Ending, Order, Reply } from './bot.ts'
import type { DieAt, Failpoint } from './names.ts'

const program = fileURLToPath(new URL('bot.ts', import.meta.url))
const compiled = fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url))

type Env = Readonly<Record<string, string>>

/** A process with failpoints that has everything loaded and waits for the bots that are to be started in it. */
export const loadBots = (clockAheadMs: string) => {
  const { PATH = '', HOME = '', TMPDIR } = process.env
  const child = fork(program, {
    cwd: tmpdir(),
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH,
      HOME,
      ...(TMPDIR === undefined ? {} : { TMPDIR }),
      NODE_COMPILE_CACHE: compiled,
      CLOCK_AHEAD_MS: clockAheadMs,
    },
  })
  child.setMaxListeners(0)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += chunk
    })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  const gone = ended.then(() => Promise.reject(new Error(`the bot has ended: ${said}`)))
  gone.catch(() => undefined)
  const hear = <T>(id: number, find: (reply: Reply) => T | undefined): Promise<T> => {
    const found = new Promise<T>((resolve, reject) => {
      const listen = (message: unknown): void => {
        const reply = message as Reply
        if (reply.id !== id) return
        const answer = find(reply)
        if (answer === undefined && !('failed' in reply)) return
        child.off('message', listen)
        if (answer === undefined) reject(new Error('failed' in reply ? reply.failed : 'no answer'))
        else resolve(answer)
      }
      child.on('message', listen)
    })
    return Promise.race([found, gone])
  }
  const tell = (order: Order): void => void child.send(order)
  return {
    /** Has one bot begin to work; resolves with the address for deliveries once it is ready. */
    start: async (id: number, env: Env): Promise<string> => {
      const port = hear(id, (reply) => ('port' in reply ? reply.port : undefined))
      tell({ id, do: 'start', env: { LOG_LEVEL: 'error', ...env } })
      return `http://127.0.0.1:${await port}/slack/events`
    },
    /** Has one bot forget what it passed, and end where it is told to; answers what it passed before. */
    beginAnew: (id: number, ending?: Ending): Promise<readonly Failpoint[]> => {
      const passed = hear(id, (reply) => ('passed' in reply ? reply.passed : undefined))
      tell({ id, do: 'begin anew', ...(ending === undefined ? {} : { ending }) })
      return passed
    },
    /** Resolves when a bot has come to where it is to end, and is cut off from the world. */
    untilCutOff: (id: number): Promise<true> => hear(id, (reply) => ('isCutOff' in reply ? true : undefined)),
    /** Resolves with the signal that ended it. */
    ended,
    kill: (): Promise<NodeJS.Signals | null> => {
      child.kill('SIGKILL')
      return ended
    },
    /** Asks it to stop. */
    terminate: (): Promise<NodeJS.Signals | null> => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

export type Bots = ReturnType<typeof loadBots>

/** A process with failpoints for one bot, which dies by itself. */
export const loadFailingBot = (env: Env) => {
  const { start, beginAnew, ended, kill, terminate } = loadBots(env.CLOCK_AHEAD_MS ?? '0')
  return {
    start: () => start(0, env),
    beginAnew: (dieAt?: DieAt) => beginAnew(0, dieAt && { ...dieAt, alone: true }),
    ended,
    kill,
    terminate,
  }
}

export type FailingBot = ReturnType<typeof loadFailingBot>
