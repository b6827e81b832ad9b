import { SocketModeReceiver } from '@slack/bolt'
import { errorFacts, type Log, libraryLogger } from '../web/log.ts'
import { clientOptions } from '../web/web-client.ts'
import { RefusedDelivery } from './refused-delivery.ts'

export type SocketIntakeDeps = { readonly appToken: string; readonly apiUrl?: string | undefined; readonly log: Log }

/** Slack's deliveries over a connection that we open; a refused one is acknowledged, because none gets better by itself. */
export const createSocketIntake = ({ appToken, apiUrl, log }: SocketIntakeDeps): SocketModeReceiver =>
  new SocketModeReceiver({
    appToken,
    logger: libraryLogger(log),
    installerOptions: { clientOptions: clientOptions({ apiUrl, log }) },
    processEventErrorHandler: async ({ error }) => {
      if (error instanceof RefusedDelivery) log.warn({ reason: error.message }, 'a delivery was refused')
      else log.error(errorFacts(error), 'a delivery failed')
      return error instanceof RefusedDelivery && error.status !== 503
    },
  })
