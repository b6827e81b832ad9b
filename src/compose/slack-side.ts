import type { Logger } from '#adapters/logger.ts'
import { latestSlot } from '#adapters/schedule.ts'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { createConnection } from '#adapters/slack/connection.ts'
import { createDirectory } from '#adapters/slack/directory.ts'
import { createMessenger } from '#adapters/slack/messenger.ts'
import { createWebClient } from '#adapters/slack/web/web-client.ts'
import type { Ports } from '#application/ports.ts'
import type { SlackConfig } from '../config.ts'
import type { Storage } from './storage.ts'
import type { Watch } from './watch.ts'

export type SlackAccess = Exclude<SlackConfig, { readonly mode: 'practice' }>

/** Slack as the place where messages stand and people are known, and with it all the ports there are. */
export const openSlack = (
  { botToken, apiUrl, timeoutMs }: SlackAccess,
  storage: Storage,
  log: Logger,
  watch?: Pick<Watch, 'call' | 'messenger'>,
) => {
  const { clock } = storage.ports
  const client = createWebClient({ token: botToken, apiUrl, log, timeoutMs, observeCall: watch?.call })
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
  })
  const watched = watch?.messenger(messenger) ?? messenger
  const ports: Ports = { ...storage.ports, directory, messenger: watched, schedule: { latestSlot } }
  return { client, connection, directory, ports }
}
