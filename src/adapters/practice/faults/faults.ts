import type { Json } from '../json.ts'
import type { Delivery } from '../world/types.ts'
import { type CallDamage, type DeliveryDamage, type Fault, isNamed } from './fault.ts'

type Standing = Fault & { left: number; until: number }

/** A delivery that waits for another one to pass. */
export type Held = { until: (passed: Delivery) => boolean; release: () => void }

export type Faults = ReturnType<typeof createFaults>

/**
 * The faults that lie in wait. Of several that fit, the one added first that strikes is the one that happens. `draw`
 * gives numbers from 0 to below 1 for chances: a seeded generator, so that a run can be repeated.
 */
export function createFaults(now: () => number, draw?: () => number) {
  let standing: Standing[] = []
  const held = new Set<Held>()
  const happened = new Map<string, number>()
  /** Counts a strike; the draw comes last, so that faults that do not fit leave the sequence of chances alone. */
  const strikes = (fault: Standing, name: string): boolean => {
    if (fault.left <= 0 || now() >= fault.until) return false
    if (fault.chance !== undefined && (draw?.() ?? 1) >= fault.chance) return false
    fault.left -= 1
    const what = `${name} ${fault.does.kind}`
    happened.set(what, (happened.get(what) ?? 0) + 1)
    return true
  }
  return {
    /** Lets something go wrong from now on; answers how to take it away again. */
    add: (fault: Fault): (() => void) => {
      if (fault.chance !== undefined && !draw) throw new Error('a fault by chance needs the option `draw`')
      const added = { ...fault, left: fault.times ?? Infinity, until: now() + (fault.forMs ?? Infinity) }
      standing.push(added)
      return () => {
        standing = standing.filter((one) => one !== added)
      }
    },
    /** Takes every fault away; what is held back goes out. */
    clear: (): void => {
      standing = []
      for (const one of [...held]) one.release()
    },
    /** How often what has gone wrong, by `method kind` or `delivery kind`. */
    happened: (): Record<string, number> => Object.fromEntries(happened),
    ofCall: (method: string, args: Json): CallDamage | undefined => {
      for (const fault of standing) {
        if (!('method' in fault.on) || !isNamed(fault.on.method, method) || fault.on.when?.(args) === false) continue
        if (strikes(fault, method)) return fault.does as CallDamage
      }
      return undefined
    },
    ofDelivery: ({ name, payload }: Delivery): DeliveryDamage | undefined => {
      for (const fault of standing) {
        if (!('delivery' in fault.on) || !isNamed(fault.on.delivery, name)) continue
        if (fault.on.when?.(payload) !== false && strikes(fault, name)) return fault.does as DeliveryDamage
      }
      return undefined
    },
    held,
    /** A delivery was answered: those that waited for it may go. */
    passed: (delivery: Delivery): void => {
      for (const one of [...held]) if (one.until(delivery)) one.release()
    },
  }
}
