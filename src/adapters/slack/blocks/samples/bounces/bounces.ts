import type { Bounces } from '#application/use-cases/reading/view-bounces.ts'
import { sampleCouncil as council } from '../council.ts'
import { sampleLives } from '../lives.ts'

/** Four weeks in which some of everything happened. */
export const sampleBounces = (): Bounces => {
  const { moved } = sampleLives()
  const { number } = moved.story.issue
  const [a = '', b = ''] = council.departments.map(({ key }) => key)
  return {
    weeks: 4,
    report: {
      tried: 12,
      pairs: [{ between: [a, b], issues: 7, back: 2 }],
      sentAround: [{ number, attempts: 3 }],
      stopped: [
        { number, to: a, by: 'return' },
        { number, to: b, by: 'council' },
      ],
      decided: [{ number, to: b, held: 'so_far' }],
    },
    stories: new Map([[number, moved.story]]),
    council,
    now: moved.now,
  }
}
