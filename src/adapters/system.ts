import { randomBytes } from 'node:crypto'
import type { Clock, Ids } from '#application/ports.ts'

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() }

/** UUIDv7 (RFC 9562, method 3 of section 6.2): sorts in the order given, also within a millisecond. */
export const createIds = (clock: Clock): Ids => {
  let last = 0
  let counter = 0
  return {
    next: () => {
      const now = clock.now().getTime()
      counter = now > last ? 0 : counter + 1
      last = Math.max(last, now)
      if (counter > 0xfff) {
        last += 1
        counter = 0
      }
      const time = last.toString(16).padStart(12, '0')
      const random = randomBytes(8)
      random[0] = 0x80 | ((random[0] ?? 0) & 0x3f)
      const tail = random.toString('hex')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`
    },
  }
}
