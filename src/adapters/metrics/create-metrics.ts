import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { createCounted } from './counted.ts'
import { readInTime } from './read-in-time.ts'

/** What waits in a queue, and for how many seconds the oldest of it. */
export type QueueReading = { readonly queue: string; readonly count: number; readonly oldestSeconds: number }

/** Connections of a pool: open, idle among them, and how many wait for one. */
export type PoolReading = { readonly totalCount: number; readonly idleCount: number; readonly waitingCount: number }

export type MetricsSources = {
  readonly queues: () => Promise<readonly QueueReading[]>
  readonly pool: () => PoolReading
}

/** How long a scrape waits for the database; milliseconds. */
const patienceMs = 1_000

/** Those of the process, whatever runs in it. */
let ofProcess: Registry | undefined
const processRegistry = (): Registry => {
  if (ofProcess === undefined) {
    ofProcess = new Registry()
    collectDefaultMetrics({ register: ofProcess })
  }
  return ofProcess
}

const queueGauges = (registry: Registry, read: MetricsSources['queues']): (() => Promise<void>) => {
  const queue = { labelNames: ['queue'] as const, registers: [registry] }
  const waiting = new Gauge({ ...queue, name: 'cx_queue_waiting', help: 'Jobs that nobody works on yet' })
  const oldest = new Gauge({ ...queue, name: 'cx_queue_oldest_seconds', help: 'Age of the job that waits longest' })
  const failed = new Counter({
    name: 'cx_queue_reading_failures_total',
    help: 'Scrapes in which the database did not say in time what waits; the two numbers are then left out',
    registers: [registry],
  })
  const readQueues = readInTime(read, patienceMs)
  return async () => {
    const found = await readQueues()
    waiting.reset()
    oldest.reset()
    if (found === undefined) failed.inc()
    for (const { queue: name, count, oldestSeconds } of found ?? []) {
      waiting.set({ queue: name }, count)
      oldest.set({ queue: name }, oldestSeconds)
    }
  }
}

const poolGauge = (registry: Registry, read: MetricsSources['pool']): void => {
  const gauge = new Gauge({
    name: 'cx_database_pool',
    help: 'Database connections of this process, open and idle among them, and requests that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect: () => {
      const { totalCount, idleCount, waitingCount } = read()
      gauge.set({ state: 'open' }, totalCount)
      gauge.set({ state: 'idle' }, idleCount)
      gauge.set({ state: 'waiting' }, waitingCount)
    },
  })
}

/** The numbers of one bot, in the format of Prometheus; no label holds an id. */
export const createMetrics = (sources: MetricsSources) => {
  const registry = new Registry()
  const readQueues = queueGauges(registry, sources.queues)
  poolGauge(registry, sources.pool)
  return {
    ...createCounted(registry),
    /** The page that is scraped; never waits longer than a second for the database. */
    page: async (): Promise<{ readonly text: string; readonly contentType: string }> => {
      await readQueues()
      const all = Registry.merge([registry, processRegistry()])
      return { text: await all.metrics(), contentType: all.contentType }
    },
  }
}

export type Metrics = ReturnType<typeof createMetrics>
