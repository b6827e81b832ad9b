import { later } from '../world/upkeep/later.ts'
import type { World } from '../world/world.ts'
import type { DeliveryDamage } from './fault.ts'

/** Resolves when a delivery that is held back may go. */
export function whenReleased(world: World, damage: DeliveryDamage & { kind: 'held' }): Promise<void> {
  const { held } = world.faults
  return new Promise((resolve) => {
    const release = () => {
      held.delete(waiting)
      resolve()
    }
    const waiting = { until: 'until' in damage ? damage.until : () => false, release }
    held.add(waiting)
    if (damage.ms !== undefined) later(world, damage.ms, release)
  })
}

/** Sends a delivery again and again, as a fault wants it; the first time is not counted. */
export async function repeat(
  world: World,
  { times, concurrently = false, after = 0 }: DeliveryDamage & { kind: 'repeated' },
  send: (retry: number) => Promise<unknown>,
): Promise<void> {
  if (concurrently) {
    await Promise.all(Array.from({ length: times }, (_, i) => send(i + 1)))
    return
  }
  const next = (retry: number): void => {
    if (retry <= times) later(world, after, () => send(retry).then(() => next(retry + 1)))
  }
  next(1)
}
