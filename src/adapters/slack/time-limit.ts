import { setTimeout as pause } from 'node:timers/promises'

/** Slack waits three seconds for an answer, the way there and back included; this much is for the work. Milliseconds. */
export const answerWithin = 2_200

/** An event that was not stored by then comes again; milliseconds. */
export const storeWithin = 2_000

/** Work that an answer could not wait for any longer. It may still end well. */
class TookTooLong extends Error {
  constructor() {
    super('no answer in time')
    this.name = 'TookTooLong'
  }
}

/** Waits for work, and throws `TookTooLong` instead when the time is over. */
export type TimeLimit = <T>(work: Promise<T>) => Promise<T>

/** Time that begins to run now, shared by everything that is waited for with it; milliseconds. */
export const timeLimit = (ms: number): TimeLimit => {
  const end = performance.now() + ms
  return async (work) => {
    const inTime = new AbortController()
    const late = pause(Math.max(0, end - performance.now()), undefined, inTime).then(() => {
      throw new TookTooLong()
    })
    try {
      return await Promise.race([work, late])
    } finally {
      inTime.abort()
    }
  }
}

/** Waits as long as it takes: for what nobody waits for. */
export const noLimit: TimeLimit = (work) => work
