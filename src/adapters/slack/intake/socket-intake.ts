import { SocketModeReceiver } from '@slack/bolt'
import { deliveryKey } from '../surfaces/delivery-key.ts'
import { errorFacts, type Log, libraryLogger } from '../web/log.ts'
import type { ObserveCall } from '../web/watch/observed-fetch.ts'
import { clientOptions } from '../web/web-client.ts'
import { RefusedDelivery } from './refused-delivery.ts'
import type { DeliveryWatch } from './watch/delivery-watch.ts'

export type SocketIntakeDeps = {
  readonly appToken: string
  readonly apiUrl?: string | undefined
  readonly log: Log
  readonly watch: DeliveryWatch
  readonly observeCall?: ObserveCall | undefined
}

const note = (log: Log, error: unknown): void => {
  if (error instanceof RefusedDelivery) log.warn({ reason: error.message }, 'a delivery was refused')
  else log.error(errorFacts(error), 'a delivery failed')
}

/** Slack's deliveries over a connection that we open; a refused one is acknowledged, because none gets better by itself. */
export const createSocketIntake = ({
  appToken,
  apiUrl,
  log,
  watch,
  observeCall,
}: SocketIntakeDeps): SocketModeReceiver =>
  new SocketModeReceiver({
    appToken,
    logger: libraryLogger(log),
    installerOptions: { clientOptions: clientOptions({ apiUrl, log, observeCall }) },
    processEventErrorHandler: async ({ error, event }) => {
      watch.within(deliveryKey(event.body), () => note(log, error))
      return error instanceof RefusedDelivery && error.status !== 503
    },
  })
