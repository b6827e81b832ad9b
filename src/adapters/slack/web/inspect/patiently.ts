import { setTimeout as pause } from 'node:timers/promises'
import { DeliveryError } from '#application/delivery-error.ts'

/** Asks Slack, waiting as long as it wants when it says that this was too much at once; until `signal` says enough. */
export const patiently = async <T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> => {
  for (;;) {
    signal.throwIfAborted()
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.retryAfterMs === undefined) throw error
      await pause(error.retryAfterMs, undefined, { signal })
    }
  }
}
