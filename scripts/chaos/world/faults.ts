import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '#adapters/practice/faults/fault.ts'
import type { PracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import type { Chance } from '../chance.ts'

type Kind = (chance: Chance, forMs: number) => Fault

const posting = ['chat.postMessage', 'chat.update', 'conversations.open', 'chat.postEphemeral']
const viewing = ['views.open', 'views.publish', 'response_url']
const passing = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']

const any = (chance: Chance): string =>
  chance.weighted([
    [5, 'chat.postMessage'],
    [2, 'chat.update'],
    [1, 'conversations.open'],
    [1, 'views.open'],
    [1, 'conversations.history'],
    [1, 'users.info'],
    [1, '*'],
  ])

const kinds: readonly (readonly [number, Kind])[] = [
  [4, (chance, forMs) => ({ on: { method: posting }, does: { kind: 'lost' }, chance: chance.draw(), forMs })],
  [2, (_, forMs) => ({ on: { method: posting }, does: { kind: 'lost', done: false }, chance: 0.5, forMs })],
  [
    2,
    (chance, forMs) => ({ on: { method: posting }, does: { kind: 'hang', done: chance.maybe(0.7) }, times: 3, forMs }),
  ],
  [1, (_, forMs) => ({ on: { method: viewing }, does: { kind: 'lost' }, chance: 0.5, forMs })],
  [
    3,
    (chance, forMs) => ({
      on: { method: any(chance) },
      does: { kind: 'rate_limited', retryAfter: chance.between(1, 2) },
      chance: 0.7,
      forMs,
    }),
  ],
  [
    3,
    (chance, forMs) => ({
      on: { method: any(chance) },
      does: { kind: 'status', status: chance.pick([500, 502, 503]) ?? 500 },
      chance: 0.6,
      forMs,
    }),
  ],
  [
    3,
    (chance, forMs) => ({
      on: { method: any(chance) },
      does: { kind: 'error', code: chance.pick(passing) ?? '' },
      chance: 0.6,
      forMs,
    }),
  ],
  [
    3,
    (chance, forMs) => ({
      on: { method: '*' },
      does: { kind: 'latency', ms: chance.between(20, 1_500) },
      chance: 0.4,
      forMs,
    }),
  ],
  [
    3,
    (chance, forMs) => ({
      on: { delivery: '*' },
      does: {
        kind: 'repeated',
        times: chance.between(1, 3),
        concurrently: chance.maybe(0.5),
        after: chance.between(0, 2_000),
      },
      chance: 0.6,
      forMs,
    }),
  ],
  [2, (_, forMs) => ({ on: { delivery: '*' }, does: { kind: 'answer_lost' }, chance: 0.5, forMs })],
  [
    2,
    (chance, forMs) => ({
      on: { delivery: 'reaction_added' },
      does: { kind: 'held', ms: chance.between(50, 3_000) },
      chance: 0.6,
      forMs,
    }),
  ],
  [
    2,
    (_, forMs) => ({
      on: { delivery: ['reaction_added', 'app_mention'] },
      does: { kind: 'held', until: ({ kind }) => kind === 'event', ms: 3_000 },
      chance: 0.6,
      forMs,
    }),
  ],
]

/** Lets faults come and go until it is told to stop; a third of the time all is well. */
export const bringFaults = async (
  slack: PracticeWorkspace,
  chance: Chance,
  longestMs: number,
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    const forMs = chance.between(200, longestMs)
    if (chance.maybe(0.66)) slack.faults.add(chance.weighted(kinds)(chance, forMs))
    await pause(chance.between(200, longestMs), undefined, { signal }).catch(() => undefined)
  }
  slack.faults.clear()
}
