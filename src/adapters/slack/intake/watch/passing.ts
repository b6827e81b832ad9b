import { AsyncLocalStorage } from 'node:async_hooks'
import type { ReceiverEvent } from '@slack/bolt'
import { deliveryKey } from '../../surfaces/delivery-key.ts'
import { errorFacts, type Log } from '../../web/log.ts'
import { RefusedDelivery } from '../refused-delivery.ts'
import { type DeliveryKind, type DeliveryOutcome, type DeliveryWatch, kindOf } from './delivery-watch.ts'

type Noted = { outcome?: Exclude<DeliveryOutcome, 'answered' | 'unheard'> }

const underWay = new AsyncLocalStorage<Noted>()

/** Notes what becomes of the delivery that is under way, where that is known: its answer may not tell. */
export const noteOutcome = (outcome: NonNullable<Noted['outcome']>): void => {
  const noted = underWay.getStore()
  if (noted) noted.outcome = outcome
}

/** Notes that a delivery could not be taken, and whether that is its own fault. */
export const noteFailure = (error: unknown): void =>
  noteOutcome(error instanceof RefusedDelivery ? 'refused' : 'failed')

/** One delivery on its way from its arrival to its answer. */
export type Passing = {
  /** Does the work that it asks for, once it is known to be Slack's. */
  readonly run: <T>(body: unknown, work: () => T) => T
  /** It has its answer: what was noted of it counts, or else what the answer says. Only the first time counts. */
  readonly end: (answer: DeliveryOutcome) => void
}

export const beginPassing = (watch: DeliveryWatch): Passing => {
  const began = performance.now()
  const noted: Noted = {}
  let kind: DeliveryKind = 'unknown'
  let within = (work: () => void): void => work()
  let ended = false
  return {
    run: (body, work) => {
      const id = deliveryKey(body)
      kind = kindOf(body)
      within = (say) => watch.within(id, say)
      return watch.within(id, () => underWay.run(noted, work))
    },
    end: (answer) => {
      if (ended) return
      ended = true
      const seconds = (performance.now() - began) / 1000
      within(() => watch.answered({ kind, outcome: noted.outcome ?? answer, seconds }))
    },
  }
}

/** Lets those who watch see deliveries that come over a connection of ours, as `http-intake.ts` does for the others. */
export const watchSocket =
  (watch: DeliveryWatch, take: (event: ReceiverEvent) => Promise<void>) =>
  (event: ReceiverEvent): Promise<void> => {
    const passing = beginPassing(watch)
    return passing.run(event.body, async () => {
      const ack = async (answer?: unknown): Promise<void> => {
        await event.ack(answer)
        passing.end('answered')
      }
      try {
        await take({ ...event, ack })
      } catch (error) {
        noteFailure(error)
        passing.end('failed')
        throw error
      }
    })
  }

/**
 * Works on a stored event on behalf of the delivery that brought it, and says what became of it. A failure that no
 * listener noted is logged here: the event comes back, and nobody else would say why.
 */
export const watchWork = (
  { watch, log }: { readonly watch: DeliveryWatch; readonly log: Log },
  body: unknown,
  work: () => Promise<void>,
): Promise<void> => {
  const noted: Noted = {}
  return watch.within(deliveryKey(body), () =>
    underWay.run(noted, async () => {
      try {
        await work()
      } catch (error) {
        watch.worked('again')
        if (noted.outcome === undefined)
          log.error(errorFacts(error), 'a stored event could not be given to its listener')
        throw error
      }
      if (noted.outcome === undefined) watch.worked('done')
      else watch.worked(noted.outcome === 'declined' ? 'declined' : 'dropped')
    }),
  )
}
