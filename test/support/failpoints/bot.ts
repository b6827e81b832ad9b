import { flushCompileCache } from 'node:module'
import { createLogger } from '#adapters/logger.ts'
import { startProduct } from '../../../src/compose.ts'
import { readConfig } from '../../../src/config.ts'
import { withFailpoints } from './around.ts'
import { cutOff, type Life, liveAs } from './cut-off.ts'
import type { DieAt, Failpoint } from './names.ts'
import { shiftClock } from './shifted-clock.ts'

// The product as main.ts starts it, on a free port, with failpoints: the test at the other end says when to begin and
// where to die, and hears what was passed since it said so last. One process may hold the bots of several workplaces; a
// bot that is where it is to die is cut off from the world at once, and the test kills the process when all of them are.

/** `alone`: the process need not wait for the other bots in it, and dies by itself. */
export type Ending = DieAt & { readonly alone?: boolean }
export type Order = { readonly id: number } & (
  | { readonly do: 'start'; readonly env: Readonly<Record<string, string>> }
  | { readonly do: 'begin anew'; readonly ending?: Ending }
)
export type Reply = { readonly id: number } & (
  | { readonly port: number }
  | { readonly failed: string }
  | { readonly passed: readonly Failpoint[] }
  | { readonly isCutOff: true }
)

const reply = (said: Reply): void => void process.send?.(said)

const forever = new Promise<void>(() => undefined)

/** What one bot passes, and where it ends. */
const createWay = (id: number, life: Life) => {
  let ending: Ending | undefined
  let passed: Failpoint[] = []
  return {
    beginAnew: (next: Ending | undefined): readonly Failpoint[] => {
      const before = passed
      passed = []
      ending = next
      return before
    },
    pass: (name: Failpoint): Promise<void> | undefined => {
      if (life.isOver) return forever
      passed.push(name)
      if (name !== ending?.name || passed.filter((one) => one === name).length !== ending.pass) return undefined
      if (ending.alone) process.kill(process.pid, 'SIGKILL')
      cutOff(life)
      reply({ id, isCutOff: true })
      return forever
    },
  }
}

const ways = new Map<number, ReturnType<typeof createWay>>()

const start = (id: number, env: Readonly<Record<string, string>>): Promise<void> =>
  liveAs(id, async (life) => {
    const way = createWay(id, life)
    ways.set(id, way)
    const { slack, ...rest } = readConfig(env)
    const config = { ...rest, slack: slack.mode === 'practice' ? slack : { ...slack, unpaced: true }, port: 0 }
    const running = await startProduct(config, createLogger(config.logLevel), withFailpoints(way.pass))
    life.port = running.port
    process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)))
    await running.working
    reply({ id, port: running.port })
  })

// Killed processes leave no cache behind, and compiling is half of a start.
flushCompileCache()
shiftClock(Number(process.env.CLOCK_AHEAD_MS ?? 0))
process.on('disconnect', () => process.exit(1))
process.on('message', (order: Order) => {
  const { id } = order
  if (order.do === 'begin anew') return reply({ id, passed: ways.get(id)?.beginAnew(order.ending) ?? [] })
  return void start(id, order.env).catch((error: unknown) => reply({ id, failed: String(error) }))
})
