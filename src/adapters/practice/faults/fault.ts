import type { Json } from '../json.ts'
import type { Delivery } from '../world/types.ts'

/** What can go wrong with a call of the app; `done` says whether Slack had done the work by then. */
export type CallDamage =
  /** Slack's own refusal, as 200 with `ok: false`; with `done` after the work, as when it fails on the way back. */
  | { kind: 'error'; code: string; more?: Json; done?: boolean }
  | { kind: 'status'; status: number }
  /** Answers properly, `ms` later. */
  | { kind: 'latency'; ms: number }
  /** Never answers: until the client gives up or the workspace stops. */
  | { kind: 'hang'; done?: boolean }
  /** The connection breaks instead of an answer; after the work unless `done` is false. */
  | { kind: 'lost'; done?: boolean }
  /** 429 with `Retry-After` in seconds. */
  | { kind: 'rate_limited'; retryAfter: number }

/** What can go wrong with something that Slack tells the app. */
export type DeliveryDamage =
  /** Comes `times` more: at once, or one after the other once the first was answered, each `after` ms later (0). */
  | { kind: 'repeated'; times: number; concurrently?: boolean; after?: number }
  /** Waits `ms`, or until another delivery was answered, whichever is first; the act does not wait for a held event. */
  | { kind: 'held'; ms: number }
  | { kind: 'held'; until: (passed: Delivery) => boolean; ms?: number }
  /** The app takes it, and Slack does not hear the answer: an event is retried, a person sees an error. */
  | { kind: 'answer_lost' }

/** How often and how long: `times` strikes at most, each with this chance of 1, for `forMs` from when it was added. */
type Frequency = { times?: number; chance?: number; forMs?: number }

/** By name (or several), or `*` for all; a post to a response_url is a call of the method `response_url`. */
type OnCall = { method: string | readonly string[]; when?: (args: Json) => boolean }

/** By event type, command or type of interaction, or `*` for all. */
type OnDelivery = { delivery: string | readonly string[]; when?: (payload: Json) => boolean }

export type Fault = Frequency & ({ on: OnCall; does: CallDamage } | { on: OnDelivery; does: DeliveryDamage })

/** Whether a name is among those that a fault is meant for. */
export function isNamed(wanted: string | readonly string[], name: string): boolean {
  return wanted === '*' || wanted === name || (Array.isArray(wanted) && wanted.includes(name))
}
