import { DeliveryError } from '#application/delivery-error.ts'
import type { Message } from '#application/messages/message.ts'
import type { Messenger } from '#application/messages/posting.ts'

/** A message as it stands: when it came by the clock of who sent it, and what it says now. */
export type Standing = {
  readonly place: string
  readonly key: string
  readonly ts: string
  readonly at: number
  readonly first: Message
  now: Message
}

/** What may happen to one call: it never arrives, its answer is lost, Slack is busy. */
export type Fault = 'not_sent' | 'lost' | 'busy'

/** Slack as both replicas see it: what stands there, and what goes wrong. */
export const createSlack = (nextFault: () => Fault | undefined) => {
  const posts: Standing[] = []
  const byTs = new Map<string, Standing>()
  const world = { down: false }
  const fail = (reason: string, answered = false): never => {
    throw new DeliveryError('later', reason, { answered })
  }
  const refuse = (fault: Fault | undefined): void => {
    if (world.down) fail('unreachable')
    if (fault === 'not_sent') fail('unreachable')
    if (fault === 'busy') fail('ratelimited', true)
  }
  const messengerAt = (clock: () => Date): Messenger => ({
    post: async ({ place }, key, message, attempt) => {
      await attempt()
      const fault = nextFault()
      refuse(fault)
      const ts = `1700000000.${String(posts.length + 1).padStart(6, '0')}`
      const standing: Standing = { place, key, ts, at: clock().getTime(), first: message, now: message }
      posts.push(standing)
      byTs.set(ts, standing)
      if (fault === 'lost') fail('timeout')
      return { channel: place, ts }
    },
    update: async ({ ts }, _key, message) => {
      const fault = nextFault()
      refuse(fault)
      const standing = byTs.get(ts)
      if (!standing) throw new DeliveryError('missing', 'message_not_found')
      standing.now = message
      if (fault === 'lost') fail('timeout')
    },
    find: async (_to, key) => {
      refuse(undefined)
      const found = posts.find((one) => one.key === key)
      return found && { channel: found.place, ts: found.ts }
    },
    fingerprint: (message) => JSON.stringify(message),
    linkTo: () => undefined,
  })
  return { posts, world, messengerAt }
}
