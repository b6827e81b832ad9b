import { z } from 'zod'

/** What Slack delivers, in few words; `unknown` while nobody has seen that Slack signed it. */
export type DeliveryKind = 'event' | 'command' | 'action' | 'view' | 'shortcut' | 'notice' | 'unknown'

/**
 * What became of a delivery. `declined`: the person was told in words why nothing happened; `refused`: it was not taken;
 * `unheard`: the sender left before the answer.
 */
export type DeliveryOutcome = 'stored' | 'ignored' | 'answered' | 'declined' | 'refused' | 'failed' | 'unheard'

/** A delivery that has its answer, and how long that took from its arrival. */
export type AnsweredDelivery = {
  readonly kind: DeliveryKind
  readonly outcome: DeliveryOutcome
  readonly seconds: number
}

/** What became of a stored event when it was worked on; `again`: it comes back later. */
export type WorkOutcome = 'done' | 'declined' | 'dropped' | 'again'

/** Those who look on as deliveries pass; they never stand in the way. */
export type DeliveryWatch = {
  /** Runs work on behalf of a delivery, so that what is logged by it can be told from the rest. */
  readonly within: <T>(delivery: string, work: () => T) => T
  readonly answered: (delivery: AnsweredDelivery) => void
  readonly worked: (outcome: WorkOutcome) => void
}

export const nobodyWatches: DeliveryWatch = {
  within: (_, work) => work(),
  answered: () => {},
  worked: () => {},
}

const kinds: Readonly<Record<string, DeliveryKind>> = {
  event_callback: 'event',
  block_actions: 'action',
  block_suggestion: 'action',
  view_submission: 'view',
  view_closed: 'view',
  shortcut: 'shortcut',
  message_action: 'shortcut',
  url_verification: 'notice',
  app_rate_limited: 'notice',
}

const shape = z.object({
  type: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
})

/** The kind of a delivery that Slack signed. */
export const kindOf = (body: unknown): DeliveryKind => {
  const { type, command } = shape.safeParse(body).data ?? {}
  return (type === undefined ? undefined : kinds[type]) ?? (command === undefined ? 'unknown' : 'command')
}
