import { setTimeout as sleep } from 'node:timers/promises'
import { DeliveryError } from '#application/delivery-error.ts'

/** So many at once, and then one each `everyMs` milliseconds. */
export type Limit = { readonly burst: number; readonly everyMs: number }

/** Slack's limits, as it publishes them: about one message a second in a channel, other methods so many a minute. */
export const slackLimits = {
  place: { burst: 3, everyMs: 1_000 },
  tier3: { burst: 40, everyMs: 60_000 / 50 },
} as const

/** The longest that a call waits here for its turn; one that has to wait longer is put off. Milliseconds. */
const patienceMs = 1_500

/** How many lines and turns are remembered, and how long a turn is kept that nobody came for; milliseconds. */
const mostRemembered = 20_000
const keptFor = 600_000

type Clock = { readonly now: () => Date }

/** One call of Slack that waits for its turn: which method, in which line of it (a channel), and what it is called. */
export type Turn = { readonly method: string; readonly line?: string; readonly name: string; readonly limit: Limit }

/** Turns at calling Slack. */
export type Pace = {
  /**
   * Resolves when it is the caller's turn. Throws a `DeliveryError` to come back later when that is a while off: its
   * turn is kept for it, under the name it gave.
   */
  readonly turn: (turn: Turn) => Promise<void>
  /** Slack asks to wait: nobody gets a turn at this method for so many milliseconds. */
  readonly holdBack: (method: string, ms: number) => void
}

/**
 * Keeps calls within Slack's limits before Slack has to say so. Each line has its turns given out in advance (the
 * generic cell rate algorithm: one time stamp for each line says when it is free again).
 */
export const createPace = ({ now }: Clock, pause: (ms: number) => Promise<unknown> = sleep): Pace => {
  const free = new Map<string, number>()
  const kept = new Map<string, number>()
  const held = new Map<string, number>()

  const forget = (at: number): void => {
    for (const [line, until] of free) if (until < at) free.delete(line)
    for (const [turn, due] of kept) if (due < at - keptFor) kept.delete(turn)
  }

  const reserve = (line: string, { burst, everyMs }: Limit, at: number): number => {
    const next = Math.max(free.get(line) ?? 0, at - (burst - 1) * everyMs)
    free.set(line, next + everyMs)
    if (free.size + kept.size > mostRemembered) forget(at)
    return Math.max(next, at)
  }

  return {
    turn: async ({ method, line = '', name, limit }) => {
      const at = now().getTime()
      const key = `${method} ${line} ${name}`
      const due = Math.max(kept.get(key) ?? reserve(`${method} ${line}`, limit, at), held.get(method) ?? 0)
      const wait = due - at
      if (wait > patienceMs) {
        kept.set(key, due)
        throw new DeliveryError('later', 'its_turn_comes_later', { retryAfterMs: wait })
      }
      kept.delete(key)
      if (wait > 0) await pause(wait)
    },
    holdBack: (method, ms) => {
      held.set(method, Math.max(held.get(method) ?? 0, now().getTime() + ms))
    },
  }
}
