import { WebClient } from '@slack/web-api'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { PracticeOptions } from '#adapters/practice/options.ts'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { createMessenger } from '#adapters/slack/messenger.ts'
import { clientOptions } from '#adapters/slack/web/web-client.ts'
import { DeliveryError } from '#application/delivery-error.ts'
import type { Message } from '#application/messages/message.ts'

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** A message with these words; how real ones are worded is tried elsewhere. */
const saying = (text: string): Message => ({ kind: 'story', text }) as unknown as Message

const refusing = (person: string): Message => ({
  kind: 'refusal',
  person,
  code: 'guest',
  names: {},
  details: { text: 'no' },
})

const render = (message: Message) => {
  const text = 'text' in message ? `${message.text}` : 'no'
  return { text, blocks: [{ type: 'section' as const, text: { type: 'plain_text' as const, text } }] }
}

const workspaceUrl = 'https://acme.slack.example/'

const stand = async (options: Partial<PracticeOptions> = {}, fetch: typeof globalThis.fetch = globalThis.fetch) => {
  const workspace = createPracticeWorkspace({ ...practiceSeed(), messages: [], ...options })
  await workspace.start()
  onTestFinished(() => workspace.stop())
  const revoked: string[] = []
  const logged: string[] = []
  const log = { ...silent, error: (_: object, message: string) => void logged.push(message) }
  const settings = { ...clientOptions({ apiUrl: workspace.apiUrl, log: silent }), fetch }
  const another = () =>
    createMessenger({
      client: new WebClient('xoxb-practice', settings),
      clock: { now: () => new Date() },
      log,
      render,
      workspaceUrl: () => workspaceUrl,
      revoked: (reason) => void revoked.push(reason),
    })
  return { workspace, messenger: another(), another, revoked, logged }
}

const noted = async () => undefined

const support = { place: CHANNELS.support }

const failure = async (work: Promise<unknown>): Promise<DeliveryError> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof DeliveryError)) throw new Error('no delivery error')
  return error
}

describe('the messenger', () => {
  it('posts to a channel, to a thread and to a person', async () => {
    const { workspace, messenger } = await stand()
    const anna = workspace.as(PEOPLE.anna)
    const root = await messenger.post(support, 'k1', saying('the card'), noted)
    await messenger.post({ ...support, threadTs: root.ts }, 'k2', saying('the story'), noted)
    expect(anna.thread(CHANNELS.support, root.ts).map(({ text }) => text)).toEqual(['the card', 'the story'])
    await messenger.post({ place: PEOPLE.anna }, 'k3', saying('for you'), noted)
    await messenger.post({ place: PEOPLE.anna }, 'k4', saying('again'), noted)
    expect(anna.dms().map(({ text }) => text)).toEqual(['for you', 'again'])
    expect(workspace.calls('conversations.open')).toHaveLength(1)
    expect(workspace.calls().flatMap(({ undocumented }) => undocumented)).toEqual([])
  })

  it('brings a message up to date', async () => {
    const { workspace, messenger } = await stand()
    const at = await messenger.post(support, 'k1', saying('before'), noted)
    await messenger.update(at, 'k1', saying('after'))
    expect(workspace.as(PEOPLE.anna).messages(CHANNELS.support)).toMatchObject([{ text: 'after' }])
    expect(await messenger.find(support, 'k1', new Date())).toEqual(at)
  })

  it('finds a message whose answer was lost, in a channel, a thread and direct messages', async () => {
    const lost: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init)
      if (`${input}`.endsWith('chat.postMessage')) throw new TypeError('fetch failed')
      return answer
    }
    const { workspace, messenger } = await stand({}, lost)
    const root = await workspace.as(PEOPLE.anna).post(CHANNELS.support, 'Hello')
    for (const to of [support, { ...support, threadTs: root.ts }, { place: PEOPLE.anna }]) {
      const began = new Date()
      expect(await failure(messenger.post(to, 'lost', saying('there'), noted))).toMatchObject({ kind: 'later' })
      const sent = workspace.calls('chat.postMessage').at(-1)?.answer
      expect(await messenger.find(to, 'lost', began)).toEqual({ channel: sent?.channel, ts: sent?.ts })
      expect(await messenger.find(to, 'another', began)).toBeUndefined()
    }
  })

  it('does not look further back than the attempt', async () => {
    const { messenger } = await stand()
    await messenger.post(support, 'k1', saying('there'), noted)
    expect(await messenger.find(support, 'k1', new Date(Date.now() + 6 * 60_000))).toBeUndefined()
  })

  it('answers that nothing is there when looking needs a scope it has not, and says so once', async () => {
    const { messenger, logged } = await stand({ scopes: ['chat:write'] })
    expect(await messenger.find(support, 'k1', new Date())).toBeUndefined()
    expect(await messenger.find(support, 'k1', new Date())).toBeUndefined()
    expect(logged).toHaveLength(1)
  })

  it('shows a refusal to one person', async () => {
    const { workspace, messenger } = await stand()
    await messenger.post(support, 'k1', refusing(PEOPLE.guest), noted)
    expect(workspace.as(PEOPLE.guest).ephemerals(CHANNELS.support)).toMatchObject([{ text: 'no' }])
    expect(workspace.as(PEOPLE.anna).messages(CHANNELS.support)).toEqual([])
  })

  it('links to a message without asking Slack', async () => {
    const { messenger, workspace } = await stand()
    const at = await messenger.post(support, 'k1', saying('there'), noted)
    expect(messenger.linkTo(at)).toBe(`${workspaceUrl}archives/${CHANNELS.support}/p${at.ts.replace('.', '')}`)
    expect(workspace.calls('chat.getPermalink')).toEqual([])
  })

  it('has the same fingerprint for the same words only', async () => {
    const { messenger } = await stand()
    expect(messenger.fingerprint(saying('a'))).toBe(messenger.fingerprint(saying('a')))
    expect(messenger.fingerprint(saying('a'))).not.toBe(messenger.fingerprint(saying('b')))
  })
})

describe('a message that does not arrive', () => {
  it('waits as long as Slack says', async () => {
    const { messenger, another } = await stand({ rateLimits: true })
    for (const [i, elsewhere] of [another(), another()].entries())
      await Promise.all([1, 2].map((n) => elsewhere.post(support, `k${i}${n}`, saying('much'), noted)))
    const error = await failure(messenger.post(support, 'one more', saying('much'), noted))
    expect(error).toMatchObject({ kind: 'later', message: 'ratelimited', answered: true })
    expect(error.retryAfterMs).toBeGreaterThanOrEqual(1_000)
  })

  it.each(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])(
    'may stand there after all when Slack says %s',
    async (code) => {
      const { messenger, workspace } = await stand()
      workspace.faults.add({ on: { method: 'chat.postMessage' }, does: { kind: 'error', code } })
      const error = await failure(messenger.post(support, code, saying('maybe'), noted))
      expect(error).toMatchObject({ kind: 'later', message: code, answered: false })
    },
  )

  it.each([
    ['no such channel', { place: 'C0NOWHERE' }],
    ['a channel the bot is not in', { place: CHANNELS.random }],
    ['somebody who left', { place: PEOPLE.deactivated }],
    ['another bot', { place: PEOPLE.otherBot }],
    ['nobody', { place: 'U0NOBODY' }],
  ])('has no place: %s', async (_, to) => {
    const { messenger } = await stand()
    expect(await failure(messenger.post(to, 'k', saying('x'), noted))).toMatchObject({ kind: 'no_place' })
  })

  it('is refused for ever when Slack cannot take it', async () => {
    const { messenger } = await stand()
    expect(await failure(messenger.post(support, 'k', saying(''), noted))).toMatchObject({ kind: 'refused' })
  })

  it('is missing when it was deleted', async () => {
    const { messenger } = await stand()
    const gone = { channel: CHANNELS.support, ts: '1700000000.000100' }
    expect(await failure(messenger.update(gone, 'k', saying('x')))).toMatchObject({ kind: 'missing' })
  })

  it('says when the token is good no longer', async () => {
    const { workspace, messenger, revoked } = await stand()
    await workspace.uninstall()
    expect(await failure(messenger.post(support, 'k', saying('x'), noted))).toMatchObject({ kind: 'revoked' })
    expect(revoked).toHaveLength(1)
  })

  it('is tried later while Slack cannot be reached', async () => {
    const { workspace, messenger } = await stand()
    await workspace.stop()
    expect(await failure(messenger.post(support, 'k', saying('x'), noted))).toMatchObject({ kind: 'later' })
  })
})
