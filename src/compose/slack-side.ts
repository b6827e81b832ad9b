import type { Logger } from '#adapters/logger.ts'
import { latestSlot } from '#adapters/schedule.ts'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { createConnection } from '#adapters/slack/connection.ts'
import { createDirectory } from '#adapters/slack/directory.ts'
import { createMessenger } from '#adapters/slack/messenger.ts'
import { meansRevoked } from '#adapters/slack/web/slack-failure.ts'
import type { ObserveCall } from '#adapters/slack/web/watch/observed-fetch.ts'
import { createWebClient } from '#adapters/slack/web/web-client.ts'
import type { Ports } from '#application/ports.ts'
import type { SlackConfig } from '../config.ts'
import type { Storage } from './storage.ts'
import type { Watch } from './watch.ts'

export type SlackAccess = Exclude<SlackConfig, { readonly mode: 'practice' }>

/** Slack as the place where messages stand and people are known, and with it all the ports there are. */
export const openSlack = (
  { botToken, apiUrl, timeoutMs, unpaced = false }: SlackAccess,
  storage: Storage,
  log: Logger,
  watch?: Pick<Watch, 'call' | 'messenger'>,
) => {
  const { clock } = storage.ports
  const observeCall: ObserveCall = (call) => {
    watch?.call(call)
    // Whatever was asked: a token that is refused is refused for everything. `auth.test` asks about it by itself.
    if (call.method !== 'auth.test' && meansRevoked(call.outcome)) connection.doubt(call.outcome)
  }
  const client = createWebClient({ token: botToken, apiUrl, log, timeoutMs, observeCall })
  const connection = createConnection({ client, log })
  const directory = createDirectory({
    client,
    store: storage.store,
    identity: connection.identity,
    clock,
    log,
  })
  const messenger = createMessenger({
    client,
    clock,
    log,
    render: renderMessage,
    workspaceUrl: () => connection.identity()?.url,
    revoked: connection.doubt,
    unpaced,
  })
  const watched = watch?.messenger(messenger) ?? messenger
  const ports: Ports = { ...storage.ports, directory, messenger: watched, schedule: { latestSlot } }
  return { client, connection, directory, ports }
}
