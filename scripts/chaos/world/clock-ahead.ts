import { shiftClock } from '../../../test/support/failpoints/shifted-clock.ts'

// Loaded before the product, in a process whose clock is to be wrong.
shiftClock(Number(process.env.CLOCK_AHEAD_MS ?? 0))
