import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { eventually } from '../../support/eventually.ts'
import { samplesIn } from '../../support/operations/scrape.ts'
import type { PracticeRun } from '../../support/practice-run.ts'
import { startPracticeRun } from '../../support/practice-run.ts'
import { execute } from '../../support/test-server.ts'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(() => run.stop())

const flag = 'triangular_flag_on_post'

const scrape = async () => {
  const answer = await fetch(`${run.address()}/metrics`)
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  return samplesIn(await answer.text())
}

/** By how much a number has grown since `before`. */
const grown = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>) => (name: string) =>
  (after.get(name) ?? 0) - (before.get(name) ?? 0)

const deliveries = (kind: string, outcome: string) => `cx_deliveries_total{kind="${kind}",outcome="${outcome}"}`
const calls = (method: string, outcome: string) => `cx_slack_calls_total{method="${method}",outcome="${outcome}"}`
const sent = (kind: string) => `cx_messages_sent_total{kind="${kind}"}`

describe('what /metrics says', () => {
  it('counts a flag, from the delivery to the messages that it causes', async () => {
    const anna = run.as(PEOPLE.anna)
    const said = await anna.post(CHANNELS.support, 'Nordwind was charged twice.')
    const before = await scrape()
    await anna.react(CHANNELS.support, said.ts, 'tada')
    await anna.react(CHANNELS.support, said.ts, flag)
    await run.dm(anna, 'Add details')
    await run.card(run.as(PEOPLE.chloe), CHANNELS.council, 'Claim')
    const since = await eventually(async () => {
      const found = grown(before, await scrape())
      return found('cx_stored_events_total{outcome="done"}') === 1 && found(sent('receipt')) === 1 && found
    })
    expect([since(deliveries('event', 'stored')), since(deliveries('event', 'ignored'))]).toEqual([1, 1])
    expect(since('cx_delivery_ack_seconds_count{kind="event"}')).toBe(2)
    expect(since('cx_delivery_ack_seconds_sum{kind="event"}')).toBeGreaterThan(0)
    expect(since(sent('card'))).toBe(1)
    await run.slack.settled({ quietFor: 300 })
    expect((await scrape()).get(calls('chat.postMessage', 'ok'))).toBe(run.slack.calls('chat.postMessage').length)
  })

  it('counts a delivery that is refused, and a person who is', async () => {
    const before = await scrape()
    const body = JSON.stringify({ type: 'event_callback' })
    expect((await run.slack.signedPost('/slack/events', body, { secret: 'not the secret' })).status).toBe(401)
    expect((await run.slack.signedPost('/slack/events', body)).status).toBe(400)
    await run.as(PEOPLE.anna).command('/cx', 'claim CX-999', CHANNELS.support)
    const since = grown(before, await scrape())
    expect([since(deliveries('unknown', 'refused')), since(deliveries('event', 'refused'))]).toEqual([1, 1] as never)
    expect(since(deliveries('command', 'declined'))).toBe(1)
  })

  it('counts what Slack does not take', async () => {
    const anna = run.as(PEOPLE.anna)
    await run.as(PEOPLE.lou).archive(CHANNELS.billing)
    const before = await scrape()
    await anna.command('/cx', 'flag Charged twice', CHANNELS.support)
    await run.form(anna)
    await anna.fill('Journey stage', 'Pay')
    await anna.submit()
    const since = await eventually(async () => {
      const found = grown(before, await scrape())
      return found(sent('card')) === 1 && found
    })
    expect(since(calls('chat.postMessage', 'is_archived'))).toBe(1)
    expect([since(deliveries('command', 'answered')), since(deliveries('view', 'answered'))]).toEqual([1, 1])
    expect(since('cx_slack_call_seconds_count{method="views.open"}')).toBe(1)
  })

  it('says what waits, since when, and what the pool holds', async () => {
    const waits = (found: ReadonlyMap<string, number>) =>
      ['waiting', 'oldest_seconds'].map((what) => found.get(`cx_queue_${what}{queue="posts"}`))
    await eventually(async () => waits(await scrape()).every((one) => one === 0))
    await execute(
      run.url,
      `INSERT INTO pgboss.job (name, data, policy, singleton_key, created_on, start_after)
       SELECT name, '{"key":"none"}', 'key_strict_fifo', 'C' || n, now() - interval '90 seconds', now() + interval '1 hour'
       FROM pgboss.queue, generate_series(1, 3) n WHERE name LIKE 'posts.%'`,
    )
    const found = await scrape()
    expect(found.get('cx_queue_waiting{queue="posts"}')).toBe(3)
    expect(found.get('cx_queue_oldest_seconds{queue="posts"}')).toBeGreaterThanOrEqual(90)
    expect(found.get('cx_queue_waiting{queue="deliveries"}')).toBe(0)
    expect(found.get('cx_database_pool{state="open"}')).toBeGreaterThan(0)
    expect(found.get('cx_database_pool{state="waiting"}')).toBe(0)
  })

  it('knows every tick, so that a missing one is seen', async () => {
    const found = await scrape()
    for (const tick of ['reminders', 'digest', 'closed_places', 'council', 'tidy']) {
      expect(found.get(`cx_tick_failures_total{tick="${tick}"}`)).toBe(0)
      expect(found.get(`cx_tick_last_success_timestamp_seconds{tick="${tick}"}`)).toBeGreaterThan(1_700_000_000)
    }
  })

  it('names no person, no channel, no issue and nothing that anybody said', async () => {
    const text = await (await fetch(`${run.address()}/metrics`)).text()
    expect(text).toContain('cx_deliveries_total')
    expect(text).not.toMatch(/[UC]0[A-Z]{2,}|T0PRACTICE|CX-\d|Nordwind|[Cc]harged|xox/)
  })
})
