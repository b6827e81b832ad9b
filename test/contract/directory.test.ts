import { WebClient } from '@slack/web-api'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { PracticeOptions } from '#adapters/practice/options.ts'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { BOT, CHANNELS, PEOPLE, TEAM } from '#adapters/practice/seed/ids.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { createConnection } from '#adapters/slack/connection.ts'
import { createDirectory, type DirectoryStore } from '#adapters/slack/directory.ts'
import { clientOptions } from '#adapters/slack/web/web-client.ts'
import type { Channel } from '#application/read-models.ts'
import type { Person } from '#domain/people.ts'

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

const hour = 3_600_000

const createStore = () => {
  const people = new Map<string, { value: Person; seenAt: Date }>()
  const channels = new Map<string, { value: Channel; seenAt: Date }>()
  const store: DirectoryStore = {
    findPerson: async (_, id) => people.get(id),
    savePerson: async (_, value, seenAt) => void people.set(value.id, { value, seenAt }),
    findChannel: async (_, id) => channels.get(id),
    saveChannel: async (_, value, seenAt) => void channels.set(value.id, { value, seenAt }),
  }
  return { store, people }
}

type Fetch = typeof globalThis.fetch

const stand = async (options: Partial<PracticeOptions> = {}, fetch: Fetch = globalThis.fetch, patienceMs = 10_000) => {
  const workspace = createPracticeWorkspace({ ...practiceSeed(), messages: [], ...options })
  await workspace.start()
  onTestFinished(() => workspace.stop())
  const client = new WebClient('xoxb-practice', { ...clientOptions({ apiUrl: workspace.apiUrl, log: silent }), fetch })
  const connection = createConnection({ client, log: silent })
  onTestFinished(() => connection.stop())
  connection.start()
  await connection.verified
  const clock = { at: Date.now() }
  const { store, people } = createStore()
  const directory = createDirectory({
    client,
    store,
    identity: connection.identity,
    clock: { now: () => new Date(clock.at) },
    log: silent,
    patienceMs,
  })
  return { workspace, directory, clock, people, connection }
}

describe('the replies in a thread', () => {
  const thread = async () => {
    const it = await stand()
    const [ben, lou] = [it.workspace.as(PEOPLE.ben), it.workspace.as(PEOPLE.lou)]
    const { ts } = await ben.post(CHANNELS.billing, 'The card.')
    return { ...it, ben, lou, ts }
  }
  const since = new Date(0)

  it('are those of people, with the time of each, the first message left out when it is older', async () => {
    const { directory, ben, lou, ts } = await thread()
    const began = new Date(Math.floor(Number(ts) * 1000))
    await lou.post(CHANNELS.billing, 'And?', { thread: ts })
    await ben.post(CHANNELS.billing, 'Done.', { thread: ts })
    const replies = await directory.repliesSince(CHANNELS.billing, ts, since)
    expect(replies.map(({ person }) => person)).toEqual([PEOPLE.ben, PEOPLE.lou, PEOPLE.ben])
    expect((await directory.repliesSince(CHANNELS.billing, ts, began)).every(({ at }) => at > began)).toBe(true)
  })

  it('are none where there is no thread for us, and an error where Slack cannot be asked', async () => {
    const { directory, workspace, ts } = await thread()
    expect(await directory.repliesSince(CHANNELS.billing, '1.000001', since)).toEqual([])
    workspace.faults.add({
      on: { method: 'conversations.replies' },
      does: { kind: 'error', code: 'internal_error' },
      times: 1,
    })
    await expect(directory.repliesSince(CHANNELS.billing, ts, since)).rejects.toMatchObject({ kind: 'later' })
  })
})

describe('the directory', () => {
  it.each([
    [PEOPLE.anna, 'member'],
    [PEOPLE.guest, 'guest'],
    [PEOPLE.stranger, 'stranger'],
    [PEOPLE.deactivated, 'deactivated'],
    [PEOPLE.otherBot, 'bot'],
    [BOT, 'bot'],
  ])('knows what %s is: %s', async (id, kind) => {
    const { directory } = await stand()
    expect(await directory.person(TEAM, id)).toMatchObject({ id, kind })
  })

  it('knows names, zones, admins and who is away', async () => {
    const { directory, workspace } = await stand()
    expect(await directory.person(TEAM, PEOPLE.ben)).toMatchObject({ name: 'Ben', timeZone: 'America/New_York' })
    expect(await directory.person(TEAM, PEOPLE.ravi)).toMatchObject({ admin: true })
    const expiration = Math.floor(Date.now() / 1000) + 3600
    await workspace.updatePerson(PEOPLE.tom, { status: { text: 'away', emoji: ':palm_tree:', expiration } })
    expect(await directory.person(TEAM, PEOPLE.tom)).toMatchObject({ awayUntil: new Date(expiration * 1000) })
  })

  it('asks once for one person, however many want to know', async () => {
    const { directory, workspace } = await stand()
    await Promise.all(Array.from({ length: 5 }, () => directory.person(TEAM, PEOPLE.anna)))
    await directory.person(TEAM, PEOPLE.anna)
    expect(workspace.calls('users.info')).toHaveLength(1)
  })

  it('answers what is stored at once, and asks again in the background when it is old', async () => {
    const { directory, workspace, clock, people } = await stand()
    await directory.person(TEAM, PEOPLE.anna)
    clock.at += hour / 2
    await directory.person(TEAM, PEOPLE.anna)
    expect(workspace.calls('users.info')).toHaveLength(1)
    clock.at += hour
    expect(await directory.person(TEAM, PEOPLE.anna)).toMatchObject({ name: 'Anna' })
    await expect.poll(() => people.get(PEOPLE.anna)?.seenAt.getTime()).toBe(clock.at)
  })

  it('does not wait for a slow Slack, and knows the answer when it has come', async () => {
    const gate = Promise.withResolvers<void>()
    const slow: Fetch = async (input, init) => {
      if (`${input}`.endsWith('users.info')) await gate.promise
      return fetch(input, init)
    }
    const { directory, people } = await stand({}, slow, 20)
    expect(await directory.person(TEAM, PEOPLE.anna)).toBeUndefined()
    gate.resolve()
    await expect.poll(() => people.has(PEOPLE.anna)).toBe(true)
    expect(await directory.person(TEAM, PEOPLE.anna)).toMatchObject({ name: 'Anna' })
  })

  it('settles who and where before work that has time, and says when Slack cannot be asked', async () => {
    let broken = true
    const fails: Fetch = (input, init) =>
      broken && !`${input}`.endsWith('auth.test') ? Promise.reject(new TypeError('fetch failed')) : fetch(input, init)
    const { directory, workspace } = await stand({}, fails)
    await expect(directory.settle(TEAM, PEOPLE.anna, CHANNELS.support)).rejects.toThrow('unreachable')
    broken = false
    await directory.settle(TEAM, PEOPLE.anna, CHANNELS.support)
    await directory.settle(TEAM, 'U0NOBODY', 'C0NOWHERE')
    await directory.person(TEAM, PEOPLE.anna)
    expect(workspace.calls('users.info')).toHaveLength(2)
  })

  it('takes what an event tells of a person', async () => {
    const { directory, workspace } = await stand()
    const { user } = (await (
      await fetch(`${workspace.apiUrl}users.info?user=${PEOPLE.anna}`, {
        headers: { authorization: 'Bearer xoxb-practice' },
      })
    ).json()) as { user: object }
    await directory.learnPerson(TEAM, { ...user, deleted: true })
    expect(await directory.person(TEAM, PEOPLE.anna)).toMatchObject({ kind: 'deactivated' })
  })

  it('knows which channels are private and which are shared', async () => {
    const { directory } = await stand()
    const about = async (id: string) => directory.channel(TEAM, id)
    expect(await about(CHANNELS.support)).toMatchObject({ name: 'support', private: false, shared: false })
    expect(await about(CHANNELS.escalations)).toMatchObject({ private: true, shared: false })
    expect(await about(CHANNELS.nordwind)).toMatchObject({ shared: true })
    expect(await about(CHANNELS.leadership)).toBeUndefined()
  })

  it('reads a message as its reader saw it, in a channel and in a thread', async () => {
    const { directory, workspace } = await stand()
    const anna = workspace.as(PEOPLE.anna)
    const root = await anna.post(CHANNELS.support, '@Ben: 5 < 6 & see https://example.com in #billing')
    const reply = await anna.post(CHANNELS.support, 'a reply', { thread: root.ts })
    const text = '@Ben: 5 < 6 & see https://example.com in #billing'
    expect(await directory.messageText(CHANNELS.support, root.ts)).toBe(text)
    expect(await directory.messageText(CHANNELS.support, reply.ts)).toBe('a reply')
    expect(await directory.messageText(CHANNELS.support, reply.ts, root.ts)).toBe('a reply')
    expect(await directory.messageText(CHANNELS.random, root.ts)).toBeUndefined()
    expect(directory.linkTo(CHANNELS.support, reply.ts, root.ts)).toMatch(/^https?:.*thread_ts=/)
  })
})

describe('the connection', () => {
  it('asks until Slack answers, and says meanwhile why not', async () => {
    let broken = true
    const fails: Fetch = (input, init) => (broken ? Promise.reject(new TypeError('fetch failed')) : fetch(input, init))
    const workspace = createPracticeWorkspace({ ...practiceSeed(), messages: [] })
    await workspace.start()
    onTestFinished(() => workspace.stop())
    const options = { ...clientOptions({ apiUrl: workspace.apiUrl, log: silent }), fetch: fails }
    const connection = createConnection({
      client: new WebClient('xoxb-practice', options),
      log: silent,
      firstPauseMs: 5,
    })
    onTestFinished(() => connection.stop())
    expect(connection.problem()).toBe('not asked yet')
    connection.start()
    await expect.poll(() => connection.problem()).toBe('auth.test: unreachable')
    expect(connection.identity()).toBeUndefined()
    broken = false
    expect(await connection.verified).toMatchObject({ teamId: TEAM, botUserId: BOT })
    expect(connection.problem()).toBeUndefined()
  })

  it('becomes a problem when the token was revoked', async () => {
    const { connection, workspace } = await stand()
    await workspace.uninstall()
    connection.doubt('the app was uninstalled')
    await expect.poll(() => connection.problem()).toBe('auth.test: account_inactive')
    expect(connection.identity()).toMatchObject({ teamId: TEAM })
  })
})
