import { readWaiting } from '#adapters/jobs/waiting.ts'
import { type Logger, within } from '#adapters/logger.ts'
import { createMetrics, type Metrics } from '#adapters/metrics/create-metrics.ts'
import type { Tick } from '#adapters/scheduler.ts'
import type { DeliveryWatch } from '#adapters/slack/intake/watch/delivery-watch.ts'
import type { SlackCall } from '#adapters/slack/web/watch/observed-fetch.ts'
import type { Messenger } from '#application/messages/posting.ts'
import type { WorkspaceId } from '#application/ports.ts'
import type { Storage } from './storage.ts'

/** The kind of a message is the first word of its key. */
const kindOf = (key: string): string => key.split(':', 1)[0] ?? ''

/** The same messenger; a message whose answer was lost counts when it is found. */
const watchMessenger = (messenger: Messenger, { sent }: Metrics): Messenger => ({
  ...messenger,
  post: async (to, key, ...rest) => {
    const standing = await messenger.post(to, key, ...rest)
    sent(kindOf(key))
    return standing
  },
  find: async (to, key, after) => {
    const standing = await messenger.find(to, key, after)
    if (standing) sent(kindOf(key))
    return standing
  },
})

const watchTick = ({ name, run }: Tick, { expected, ticked }: Metrics): Tick => {
  expected(name)
  const watched = async (): Promise<void> => {
    try {
      await run()
    } catch (error) {
      ticked(name, false)
      throw error
    }
    ticked(name, true)
  }
  return { name, run: watched }
}

/**
 * Looks on as deliveries, calls, messages and ticks pass: counts them, and at `debug` tells each step of a delivery with
 * its id.
 */
export const createWatch = (storage: Pick<Storage, 'boss' | 'pool'>, log: Logger) => {
  let workspaceId: WorkspaceId | undefined
  const metrics = createMetrics({
    queues: async () => (workspaceId === undefined ? [] : readWaiting(storage.boss, workspaceId)),
    pool: () => storage.pool,
  })
  const delivery: DeliveryWatch = {
    within,
    answered: (it) => {
      metrics.answered(it)
      log.debug(it, 'a delivery has its answer')
    },
    worked: (outcome) => {
      metrics.worked(outcome)
      log.debug({ outcome }, 'a stored event was worked on')
    },
  }
  return {
    page: metrics.page,
    delivery,
    call: (it: SlackCall): void => {
      metrics.called(it)
      log.debug(it, 'Slack was called')
    },
    messenger: (messenger: Messenger): Messenger => watchMessenger(messenger, metrics),
    tick: (tick: Tick): Tick => watchTick(tick, metrics),
    /** From now on it is known whose queues to look at. */
    begin: (id: WorkspaceId): void => {
      workspaceId = id
    },
  }
}

export type Watch = ReturnType<typeof createWatch>
