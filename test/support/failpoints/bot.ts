import { flushCompileCache } from 'node:module'
import { createLogger } from '#adapters/logger.ts'
import { startProduct } from '../../../src/compose.ts'
import { readConfig } from '../../../src/config.ts'
import { withFailpoints } from './around.ts'
import type { DieAt, Failpoint } from './names.ts'
import { shiftClock } from './shifted-clock.ts'

// The product as main.ts starts it, on a free port, with failpoints: the test at the other end says when to begin and
// where to die, and hears what was passed since it said so last.

export type Order = { readonly do: 'start' } | { readonly do: 'begin anew'; readonly dieAt?: DieAt }
export type Reply = { readonly port: number } | { readonly passed: readonly Failpoint[] }

let dieAt: DieAt | undefined
let passed: Failpoint[] = []

const pass = (name: Failpoint): void => {
  passed.push(name)
  if (name !== dieAt?.name) return
  if (passed.filter((one) => one === name).length === dieAt.pass) process.kill(process.pid, 'SIGKILL')
}

const reply = (said: Reply): void => void process.send?.(said)

const start = async (): Promise<void> => {
  const { slack, ...rest } = readConfig(process.env)
  const config = { ...rest, slack: slack.mode === 'practice' ? slack : { ...slack, unpaced: true }, port: 0 }
  const running = await startProduct(config, createLogger(config.logLevel), withFailpoints(pass))
  process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)))
  await running.working
  reply({ port: running.port })
}

// Killed processes leave no cache behind, and compiling is half of a start.
flushCompileCache()
shiftClock(Number(process.env.CLOCK_AHEAD_MS ?? 0))
process.on('disconnect', () => process.exit(1))
process.on('message', (order: Order) => {
  if (order.do === 'start') {
    return void start().catch((error: unknown) => {
      console.error(error)
      process.exit(1)
    })
  }
  reply({ passed })
  passed = []
  dieAt = order.dieAt
})
