import { type Json, parseJson, wire } from '../json.ts'
import { newId } from '../world/ids.ts'
import type { Attempt, Delivery, DeliveryKind } from '../world/types.ts'
import type { World } from '../world/world.ts'
import { headersFor, sendByHttp } from './http.ts'

/** How the app answered: `ok` for a 2xx in time; `body` is the answer as JSON where it is JSON. */
export type AppAnswer = { ok: boolean; text: string; body: unknown; delivery: Delivery; failure: string | undefined }

const RETRY_DELAYS = [0, 60_000, 300_000]
const SHORT = 1000

/** The one place through which everything passes that Slack tells the app. Resolves with the first attempt's answer. */
export async function deliver(world: World, kind: DeliveryKind, name: string, payload: Json): Promise<AppAnswer> {
  const delivery = prepare(world, kind, name, wire(payload))
  world.deliveries.push(delivery)
  const attempt = await attemptDelivery(world, delivery, 0)
  if (kind === 'event' && !succeeded(attempt)) retryLater(world, delivery, attempt)
  return answerOf(delivery, attempt)
}

function prepare(world: World, kind: DeliveryKind, name: string, payload: Json): Delivery {
  const form = kind === 'command' ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) }
  const body = kind === 'event' ? JSON.stringify(payload) : new URLSearchParams(form).toString()
  const contentType = kind === 'event' ? 'application/json' : 'application/x-www-form-urlencoded'
  return { id: newId('DL'), kind, name, payload, body, contentType, at: world.now(), attempts: [] }
}

async function attemptDelivery(world: World, delivery: Delivery, retry: number, reason?: string): Promise<Attempt> {
  const done = world.changes.begin()
  try {
    const attempt =
      world.options.deliverTo === 'socket'
        ? await world.sendBySocket(delivery, retry)
        : await sendByHttp(world, delivery, retry, headersFor(world, delivery, retry, reason))
    delivery.attempts.push(attempt)
    return attempt
  } finally {
    done()
  }
}

function retryLater(world: World, delivery: Delivery, failed: Attempt): void {
  const delay = (world.options.retryDelays ?? RETRY_DELAYS)[failed.retry]
  if (delay === undefined || failed.headers['x-slack-no-retry'] === '1') return
  // A retry due in minutes must not keep those waiting who ask whether the workspace is at rest.
  const done = delay <= SHORT ? world.changes.begin() : () => {}
  const again = async () => {
    world.timers.delete(timer)
    const attempt = await attemptDelivery(world, delivery, failed.retry + 1, failed.failure ?? 'http_error')
    if (!succeeded(attempt)) retryLater(world, delivery, attempt)
    done()
  }
  const timer = setTimeout(() => void again(), delay)
  world.timers.add(timer)
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
