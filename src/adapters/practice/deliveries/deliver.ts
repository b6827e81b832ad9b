import type { DeliveryDamage } from '../faults/fault.ts'
import { repeat, whenReleased } from '../faults/on-deliveries.ts'
import { type Json, parseJson, wire } from '../json.ts'
import { newId } from '../world/ids.ts'
import type { Attempt, Delivery, DeliveryKind } from '../world/types.ts'
import { later } from '../world/upkeep/later.ts'
import { remember } from '../world/upkeep/remember.ts'
import type { World } from '../world/world.ts'
import { headersFor, sendByHttp } from './http.ts'

/** How the app answered: `ok` for a 2xx in time; `body` is the answer as JSON where it is JSON. */
export type AppAnswer = { ok: boolean; text: string; body: unknown; delivery: Delivery; failure: string | undefined }

const RETRY_DELAYS = [0, 60_000, 300_000]

/** The one place through which everything passes that Slack tells the app. Resolves with the first attempt's answer. */
export async function deliver(world: World, kind: DeliveryKind, name: string, payload: Json): Promise<AppAnswer> {
  const delivery = prepare(world, kind, name, wire(payload))
  remember(world, world.deliveries, delivery)
  const damage = world.faults.ofDelivery(delivery)
  if (damage?.kind !== 'held') return send(world, delivery, damage)
  const sent = whenReleased(world, damage).then(() => send(world, delivery))
  return kind === 'event' ? { ok: false, text: '', body: undefined, delivery, failure: 'held_back' } : sent
}

async function send(world: World, delivery: Delivery, damage?: DeliveryDamage): Promise<AppAnswer> {
  const lost = damage?.kind === 'answer_lost'
  const first = attemptDelivery(world, delivery, 0, undefined, lost)
  const again = (retry: number) => attemptDelivery(world, delivery, retry, 'http_timeout')
  if (damage?.kind === 'repeated' && damage.concurrently) void repeat(world, damage, again)
  const attempt = await first
  if (damage?.kind === 'repeated' && !damage.concurrently) void repeat(world, damage, again)
  if (delivery.kind === 'event' && !succeeded(attempt)) retryLater(world, delivery, attempt)
  return answerOf(delivery, attempt)
}

function prepare(world: World, kind: DeliveryKind, name: string, payload: Json): Delivery {
  const form = kind === 'command' ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) }
  const body = kind === 'event' ? JSON.stringify(payload) : new URLSearchParams(form).toString()
  const contentType = kind === 'event' ? 'application/json' : 'application/x-www-form-urlencoded'
  return { id: newId('DL'), kind, name, payload, body, contentType, at: world.now(), attempts: [] }
}

async function attemptDelivery(
  world: World,
  delivery: Delivery,
  retry: number,
  reason?: string,
  lost = false,
): Promise<Attempt> {
  const done = world.changes.begin()
  try {
    const answered =
      world.options.deliverTo === 'socket'
        ? await world.sendBySocket(delivery, retry)
        : await sendByHttp(world, delivery, retry, headersFor(world, delivery, retry, reason))
    const { status: _, body: __, ...unheard } = answered
    const attempt: Attempt = lost ? { ...unheard, failure: 'connection_failed' } : answered
    delivery.attempts.push(attempt)
    return attempt
  } finally {
    done()
    world.faults.passed(delivery)
  }
}

function retryLater(world: World, delivery: Delivery, failed: Attempt): void {
  const delay = (world.options.retryDelays ?? RETRY_DELAYS)[failed.retry]
  if (delay === undefined || failed.headers['x-slack-no-retry'] === '1') return
  later(world, delay, async () => {
    const attempt = await attemptDelivery(world, delivery, failed.retry + 1, failed.failure ?? 'http_error')
    if (!succeeded(attempt)) retryLater(world, delivery, attempt)
  })
}

/** Sends the byte-identical request again, with its old signature unless a fresh one is asked for. */
export async function redeliver(world: World, delivery: Delivery, fresh: boolean): Promise<AppAnswer> {
  const first = delivery.attempts.find((attempt) => attempt.transport === 'http')
  if (!first) return answerOf(delivery, await attemptDelivery(world, delivery, 0))
  const done = world.changes.begin()
  const headers = fresh ? headersFor(world, delivery, 0) : first.headers
  const attempt = await sendByHttp(world, delivery, 0, headers).finally(done)
  delivery.attempts.push(attempt)
  return answerOf(delivery, attempt)
}

function succeeded(attempt: Attempt): boolean {
  return attempt.status !== undefined && attempt.status >= 200 && attempt.status < 300
}

function answerOf(delivery: Delivery, attempt: Attempt): AppAnswer {
  const text = attempt.body ?? ''
  const failure = succeeded(attempt) ? undefined : (attempt.failure ?? 'http_error')
  return { ok: succeeded(attempt), text, body: parseJson(text), delivery, failure }
}
