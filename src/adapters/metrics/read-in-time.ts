import { setTimeout as pause } from 'node:timers/promises'

/** A reading that never ends is given up after this, so that there may be another; milliseconds. */
const givenUpAfter = 30_000

/**
 * Reads, and waits for it no longer than `patienceMs`: undefined when it fails or is late. While a late reading goes on
 * no other is begun, so that they do not pile up.
 */
export const readInTime = <T>(read: () => Promise<T>, patienceMs: number): (() => Promise<T | undefined>) => {
  let underWay: Promise<T | undefined> | undefined
  const begin = async (): Promise<T | undefined> => {
    const enough = new AbortController()
    const giveUp = pause(givenUpAfter, undefined, { ref: false, signal: enough.signal }).catch(() => undefined)
    try {
      return await Promise.race([read(), giveUp])
    } catch {
      return undefined
    } finally {
      enough.abort()
      underWay = undefined
    }
  }
  return () => {
    underWay ??= begin()
    return Promise.race([underWay, pause(patienceMs, undefined, { ref: false })])
  }
}
