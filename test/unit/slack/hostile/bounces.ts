import { renderBounces } from '#adapters/slack/blocks/bounces/bounces.ts'
import type { Bounces } from '#application/use-cases/reading/view-bounces.ts'
import type { Hostile } from '../samples/hostile.ts'
import { answered } from './made.ts'
import type { Registry } from './registry.ts'

const repeated = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one)

/** As full as it can be, or empty. */
const bouncesOf = ({ about, said }: Hostile, count: number): Bounces => {
  const { story, council, now } = about
  const { number } = story.issue
  return {
    weeks: 52,
    report: {
      tried: count,
      pairs: repeated(count, { between: ['billing', said], issues: 999, back: 99 }),
      sentAround: repeated(count, { number, attempts: 99 }),
      stopped: repeated(count, { number, to: said, by: 'return' }),
      decided: repeated(count, { number, to: 'billing', held: 'not' }),
    },
    stories: new Map([[number, story]]),
    council,
    now,
  }
}

/** The report of bounces. */
export const bounces: Registry = {
  'blocks/bounces/bounces.ts': {
    renderBounces: (typed) => [0, 1, 9, 200].map((count) => answered(renderBounces(bouncesOf(typed, count)))),
  },
}
