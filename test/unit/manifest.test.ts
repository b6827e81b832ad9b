import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { commands, events, shortcuts } from '#adapters/slack/registered.ts'

const manifest = parse(await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8'))
const scopes: string[] = manifest.oauth_config.scopes.bot

/** The bot scopes that each Web API method in use needs. */
const scopesOfMethods: Readonly<Record<string, readonly string[]>> = {
  'apps.connections.open': [],
  'auth.test': [],
  'blocks.validate': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
}

/** The bot scopes that each event needs. */
const scopesOfEvents: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  channel_rename: ['channels:read'],
  group_rename: ['groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  reaction_added: ['reactions:read'],
  tokens_revoked: [],
  user_change: ['users:read'],
}

const sources = async (): Promise<string[]> => {
  const root = new URL('../../src/adapters/slack/', import.meta.url)
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.ts'))
  return Promise.all(files.map((file) => readFile(new URL(file, root), 'utf8')))
}

/** Every `client.family.method(` in the source. */
const methodsInUse = async (): Promise<string[]> => {
  const called = /\bclient\s*\.\s*([a-z]\w*(?:\s*\.\s*\w+)+)\s*\(/gi
  const found = (await sources()).flatMap((source) => [...source.matchAll(called)].map(([, name = '']) => name))
  return [...new Set(found.map((name) => name.replaceAll(/\s/g, '')))].sort()
}

describe('the manifest', () => {
  it('has the commands, shortcuts and events that somebody listens to, and no others', () => {
    const { features, settings } = manifest
    expect(features.slash_commands.map((one: { command: string }) => one.command)).toEqual(Object.keys(commands))
    const ids = features.shortcuts.map((one: { callback_id: string }) => one.callback_id)
    expect(ids.sort()).toEqual(Object.keys(shortcuts).sort())
    expect(settings.event_subscriptions.bot_events).toEqual(Object.keys(events).sort())
  })

  it('knows the scopes of every method in use', async () => {
    expect(await methodsInUse()).toEqual(Object.keys(scopesOfMethods).sort())
    expect((await sources()).join('\n')).not.toMatch(/apiCall\(|filesUploadV2|\.paginate\(/)
  })

  it('asks for exactly the scopes that its methods, events and command need', () => {
    const needed = [...Object.values(scopesOfMethods), ...Object.values(scopesOfEvents), ['commands']].flat()
    expect(scopes).toEqual([...new Set(needed)].sort())
    expect(Object.keys(scopesOfEvents).sort()).toEqual(Object.keys(events).sort())
  })

  it('keeps to the lengths that Slack allows', () => {
    const { display_information: shown, features } = manifest
    expect(shown.name.length).toBeLessThanOrEqual(35)
    expect(shown.description.length).toBeLessThanOrEqual(140)
    expect(shown.long_description.length).toBeGreaterThanOrEqual(175)
    expect(shown.long_description.length).toBeLessThanOrEqual(4000)
    for (const shortcut of features.shortcuts) {
      expect(shortcut.name.length).toBeLessThanOrEqual(24)
      expect(shortcut.description.length).toBeLessThanOrEqual(150)
    }
    for (const command of features.slash_commands) expect(command.command).toMatch(/^\/[a-z-]{1,31}$/)
  })

  it('becomes one for Socket Mode by one changed line', async () => {
    const text = await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8')
    const changed = parse(text.replace('socket_mode_enabled: false', 'socket_mode_enabled: true'))
    expect(changed.settings.socket_mode_enabled).toBe(true)
    const { slash_commands: slash } = manifest.features
    const { event_subscriptions: subscribed, interactivity } = manifest.settings
    const addresses = [
      ...slash.map((one: { url: string }) => one.url),
      subscribed.request_url,
      interactivity.request_url,
      interactivity.message_menu_options_url,
    ]
    expect(new Set(addresses).size).toBe(1)
    expect(new URL(addresses[0]).pathname).toBe('/slack/events')
  })
})
