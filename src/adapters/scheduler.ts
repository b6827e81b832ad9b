import cron from 'node-cron'

export type TickLog = { readonly error: (details: object, message: string) => void }

export type Tick = { readonly name: string; readonly run: () => Promise<unknown> }

/** Every half minute: what is due is read from data, so a missed tick heals itself. */
const everyHalfMinute = '*/30 * * * * *'

/**
 * Starts the ticks, in a rhythm given as cron with seconds; each waits for its own end and a failure leaves the next one
 * alone. Answers how to stop them.
 */
export const startTicks = (
  ticks: readonly Tick[],
  log: TickLog,
  rhythm: string = everyHalfMinute,
): (() => Promise<void>) => {
  const tasks = ticks.map(({ name, run }) =>
    cron.schedule(
      rhythm,
      async () => {
        try {
          await run()
        } catch (err) {
          log.error({ err, tick: name }, 'a tick failed; the next one tries again')
        }
      },
      { noOverlap: true, name },
    ),
  )
  return async () => {
    await Promise.all(tasks.map((task) => task.destroy()))
  }
}
