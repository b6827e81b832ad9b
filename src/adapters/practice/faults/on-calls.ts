import type { Reply } from '../api/method.ts'
import type { Json } from '../json.ts'
import { pause } from '../world/upkeep/later.ts'
import type { World } from '../world/world.ts'
import type { CallDamage } from './fault.ts'

/** Answers a call as a fault wants it; without one, as the work does. */
export async function suffer<Body>(
  world: World,
  damage: CallDamage | undefined,
  work: () => Promise<Reply<Body>>,
): Promise<Reply<Body | Json>> {
  switch (damage?.kind) {
    case undefined:
      return work()
    case 'error':
      if (damage.done) await work()
      return { status: 200, body: { ok: false, error: damage.code, ...damage.more }, headers: {} }
    case 'status':
      return { status: damage.status, body: {}, headers: {} }
    case 'rate_limited':
      return {
        status: 429,
        body: { ok: false, error: 'ratelimited' },
        headers: { 'retry-after': String(damage.retryAfter) },
      }
    case 'latency':
      await pause(world, damage.ms)
      return work()
    case 'hang':
      return { ...(damage.done ? await work() : nothing), cut: 'silent' }
    case 'lost':
      return { ...(damage.done === false ? nothing : await work()), cut: 'broken' }
  }
}

const nothing = { status: 0, body: {}, headers: {} }
