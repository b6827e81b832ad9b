import type { Attempt, Delivery } from '../world/types.ts'
import type { World } from '../world/world.ts'
import { signedHeaders } from './signature.ts'

const AGENT = 'Slackbot 1.0 (+https://api.slack.com/robots)'

/** The app's address for a kind of delivery. */
export function addressFor(world: World, kind: Delivery['kind']): string {
  const to = world.options.deliverTo
  if (to === undefined || to === 'socket') throw new Error('the workspace has no address to deliver to')
  if (typeof to === 'string') return to
  return { event: to.events, command: to.commands, interaction: to.interactions }[kind]
}

/** The headers of one attempt, signed now. */
export function headersFor(world: World, delivery: Delivery, retry: number, reason?: string): Record<string, string> {
  const at = Math.floor((world.options.signedAt ?? Date.now)() / 1000)
  return {
    'content-type': delivery.contentType,
    'user-agent': AGENT,
    ...signedHeaders(world.options.signingSecret, at, delivery.body),
    ...(retry > 0 ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason ?? 'http_error' } : {}),
  }
}

/** Posts a delivery with the given headers and notes how the app answered. */
export async function sendByHttp(
  world: World,
  delivery: Delivery,
  retry: number,
  headers: Record<string, string>,
): Promise<Attempt> {
  const attempt: Attempt = { at: world.now(), retry, transport: 'http', headers }
  try {
    const response = await fetch(addressFor(world, delivery.kind), {
      method: 'POST',
      headers,
      body: delivery.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(world.options.answerWithin ?? 3000),
    })
    const wanted = response.headers.get('x-slack-no-retry')
    return {
      ...attempt,
      status: response.status,
      body: await response.text(),
      headers: wanted ? { ...headers, 'x-slack-no-retry': wanted } : headers,
    }
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError'
    return { ...attempt, failure: late ? 'http_timeout' : 'connection_failed' }
  }
}
