import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { boundedLabel } from '#adapters/metrics/bounded-label.ts'
import type { MetricsSources, QueueReading } from '#adapters/metrics/create-metrics.ts'
import { createMetrics } from '#adapters/metrics/create-metrics.ts'
import { samplesIn } from '../../support/operations/scrape.ts'

const sources: MetricsSources = {
  queues: async () => [
    { queue: 'deliveries', count: 0, oldestSeconds: 0 },
    { queue: 'posts', count: 3, oldestSeconds: 7.5 },
  ],
  pool: () => ({ totalCount: 4, idleCount: 1, waitingCount: 2 }),
}

const metrics = (given: Partial<MetricsSources> = {}) => {
  const made = createMetrics({ ...sources, ...given })
  return { ...made, scrape: async () => samplesIn((await made.page()).text) }
}

describe('the numbers', () => {
  it('are there before anything happened, where an alarm waits for the first', async () => {
    const found = await metrics().scrape()
    expect(found.get('cx_messages_sent_total{kind="reminder"}')).toBe(0)
    expect(found.get('cx_messages_sent_total{kind="digest"}')).toBe(0)
    expect(found.get('cx_queue_reading_failures_total')).toBe(0)
    expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(0)
  })

  it('count deliveries by kind and outcome, and time those that were answered', async () => {
    const { answered, worked, scrape } = metrics()
    answered({ kind: 'event', outcome: 'stored', seconds: 0.03 })
    answered({ kind: 'event', outcome: 'stored', seconds: 0.2 })
    answered({ kind: 'event', outcome: 'unheard', seconds: 20 })
    worked('again')
    const found = await scrape()
    expect(found.get('cx_deliveries_total{kind="event",outcome="stored"}')).toBe(2)
    expect(found.get('cx_deliveries_total{kind="event",outcome="unheard"}')).toBe(1)
    expect(found.get('cx_delivery_ack_seconds_bucket{le="0.1",kind="event"}')).toBe(1)
    expect(found.get('cx_delivery_ack_seconds_count{kind="event"}')).toBe(2)
    expect(found.get('cx_delivery_ack_seconds_sum{kind="event"}')).toBeCloseTo(0.23)
    expect(found.get('cx_stored_events_total{outcome="again"}')).toBe(1)
  })

  it('count what was called and sent', async () => {
    const { called, sent, scrape } = metrics()
    called({ method: 'chat.postMessage', outcome: 'ok', seconds: 0.3 })
    called({ method: 'chat.postMessage', outcome: 'http_503', seconds: 2 })
    sent('reminder')
    const found = await scrape()
    expect(found.get('cx_slack_calls_total{method="chat.postMessage",outcome="ok"}')).toBe(1)
    expect(found.get('cx_slack_calls_total{method="chat.postMessage",outcome="http_503"}')).toBe(1)
    expect(found.get('cx_slack_call_seconds_bucket{le="0.5",method="chat.postMessage"}')).toBe(1)
    expect(found.get('cx_messages_sent_total{kind="reminder"}')).toBe(1)
  })

  it('say when a tick last ended well, and how often it did not', async () => {
    const at = (time: string) => vi.setSystemTime(`2026-11-17T${time}Z`)
    onTestFinished(() => void vi.useRealTimers())
    vi.useFakeTimers({ toFake: ['Date'] })
    at('09:00:00')
    const { expected, ticked, scrape } = metrics()
    for (const tick of ['reminders', 'digest', 'tidy']) expected(tick)
    at('09:00:30')
    ticked('reminders', true)
    ticked('digest', false)
    const found = await scrape()
    const began = Date.parse('2026-11-17T09:00:00Z') / 1000
    const last = (tick: string) => (found.get(`cx_tick_last_success_timestamp_seconds{tick="${tick}"}`) ?? 0) - began
    const failures = (tick: string) => found.get(`cx_tick_failures_total{tick="${tick}"}`)
    expect([last('reminders'), last('digest'), last('tidy')]).toEqual([30, 0, 0])
    expect([failures('reminders'), failures('digest'), failures('tidy')]).toEqual([0, 1, 0])
  })

  it('say what waits, and how the pool stands, at the time of the scrape', async () => {
    let count = 3
    const { scrape } = metrics({ queues: async () => [{ queue: 'posts', count, oldestSeconds: 7.5 }] })
    expect((await scrape()).get('cx_queue_waiting{queue="posts"}')).toBe(3)
    count = 1
    const found = await scrape()
    expect(found.get('cx_queue_waiting{queue="posts"}')).toBe(1)
    expect(found.get('cx_queue_oldest_seconds{queue="posts"}')).toBe(7.5)
    expect(['open', 'idle', 'waiting'].map((state) => found.get(`cx_database_pool{state="${state}"}`))).toEqual([
      4, 1, 2,
    ])
  })

  it('never have more than so many different words in a label', () => {
    const label = boundedLabel(2)
    expect(['ok', 'fatal_error', 'ok', 'made_up_1', 'fatal_error', 'made_up_2'].map(label)).toEqual([
      'ok',
      'fatal_error',
      'ok',
      'other',
      'fatal_error',
      'other',
    ])
  })
})

describe('a scrape while the database does not answer', () => {
  it('leaves out what waits rather than repeat what was so before, and asks only once', async () => {
    const first = Promise.resolve([{ queue: 'posts', count: 3, oldestSeconds: 1 }])
    const slow = Promise.withResolvers<readonly QueueReading[]>()
    const answers = [first, slow.promise, Promise.resolve([{ queue: 'posts', count: 5, oldestSeconds: 1 }])]
    let asked = 0
    const { scrape } = metrics({
      queues: async () => {
        asked += 1
        return (await answers[asked - 1]) ?? []
      },
    })
    expect((await scrape()).get('cx_queue_waiting{queue="posts"}')).toBe(3)
    const late = await Promise.all([scrape(), scrape()])
    for (const found of late) expect(found.has('cx_queue_waiting{queue="posts"}')).toBe(false)
    expect(late.at(-1)?.get('cx_database_pool{state="open"}')).toBe(4)
    expect(asked).toBe(2)
    slow.resolve([])
    await slow.promise
    expect((await scrape()).get('cx_queue_reading_failures_total')).toBe(2)
  })

  it('says that the reading failed', async () => {
    const { scrape } = metrics({ queues: () => Promise.reject(new Error('gone')) })
    const found = await scrape()
    expect(found.get('cx_queue_reading_failures_total')).toBe(1)
    expect(found.has('cx_queue_oldest_seconds{queue="posts"}')).toBe(false)
  })
})
