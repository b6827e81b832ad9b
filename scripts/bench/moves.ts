import { type Figure, quantile } from './figures.ts'
import { benchClock } from './measures/clock.ts'
import { benchGuard } from './measures/guard.ts'

/** How long it takes to say where time went, and what the guard says. */
export const clock = async (): Promise<readonly Figure[]> => {
  const { ofOne, ofAll } = await benchClock()
  return [
    {
      name: 'The guard on an issue with 1,000 events',
      unit: 'ms',
      goal: '<= 5 ms',
      values: [quantile(benchGuard(), 0.5)],
      met: (value) => value <= 5,
    },
    {
      name: 'Where the time of an issue with 1,000 events went',
      unit: 'ms',
      goal: '<= 5 ms',
      values: [quantile(ofOne, 0.5)],
      met: (value) => value <= 5,
    },
    {
      name: 'The same of 100,000 issues, for a digest',
      unit: 'ms',
      goal: '<= 2000 ms',
      values: ofAll,
      met: (value) => value <= 2_000,
    },
  ]
}
