import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from '#adapters/logger.ts'

/** How long a step of the start that failed waits before it is tried again; milliseconds. */
const againAfter = 1_000

export type Patience = {
  readonly log: Logger
  /** Ends the trying: the process is about to stop. */
  readonly stopping: AbortSignal
}

/**
 * Does a step of the start until it works: the database may be busy, restarting or away just then, and a process that
 * gave up would serve nobody when it is back. The step must bear to be done again. Throws when the process stops.
 */
export const untilItWorks = async <T>(step: () => Promise<T>, { log, stopping }: Patience): Promise<T> => {
  for (;;) {
    try {
      return await step()
    } catch (err) {
      if (stopping.aborted) throw err
      log.warn({ err }, 'the work cannot begin yet; it is tried again')
    }
    await pause(againAfter, undefined, { signal: stopping })
  }
}
