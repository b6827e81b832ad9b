import type { World } from '../world.ts'

const SHORT = 1000

/**
 * Does something in `ms`, unless the workspace stops before. What is due within a second counts as under way; what is
 * due in minutes must not keep those waiting who ask whether the workspace is at rest.
 */
export function later(world: Pick<World, 'timers' | 'changes'>, ms: number, work: () => unknown): void {
  const done = ms <= SHORT ? world.changes.begin() : () => {}
  const timer = setTimeout(async () => {
    world.timers.delete(timer)
    try {
      await work()
    } finally {
      done()
    }
  }, ms)
  world.timers.add(timer)
}

/** Resolves in `ms`, or never when the workspace stops before. */
export function pause(world: Pick<World, 'timers' | 'changes'>, ms: number): Promise<void> {
  return new Promise((resolve) => later(world, ms, resolve))
}
