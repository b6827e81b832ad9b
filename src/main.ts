import { createLogger } from '#adapters/logger.ts'
import { startProduct } from './compose.ts'
import { readConfig } from './config.ts'
import { readEnvironment } from './environment.ts'

/** Longer than everything takes that ends by itself; milliseconds. */
const stopWithin = 9_500

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const complain = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

const start = async (): Promise<void> => {
  const config = readConfig(readEnvironment())
  const log = createLogger(config.logLevel)
  const running = await startProduct(config, log)
  if (running.practice !== undefined) say(`\n  The practice workspace is open: ${running.practice}\n`)
  let stopping = false
  const stop = async (code: number): Promise<void> => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), stopWithin).unref()
    await running.stop().catch((err: unknown) => log.error({ err }, 'stopping did not go well'))
    process.exit(code)
  }
  process.on('SIGTERM', () => stop(0))
  process.on('SIGINT', () => stop(0))
  running.working.catch((err: unknown) => {
    log.fatal({ err }, 'the work could not begin')
    return stop(1)
  })
}

start().catch(complain)
