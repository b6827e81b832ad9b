import { orDeliveryError } from '../slack-failure.ts'
import { createWebClient, type WebClientSettings } from '../web-client.ts'

/** Asks Slack for a Socket Mode connection, which is never opened. Throws `DeliveryError` when there would be none. */
export const checkAppToken = async (settings: WebClientSettings): Promise<void> => {
  const client = createWebClient(settings)
  await orDeliveryError(client.apps.connections.open())
}
