import { describe, expect, it } from 'vitest'
import type { Council } from '#domain/council.ts'
import { commandBody, eventBody, form, payloadBody, stand } from './stand.ts'

const council = {
  journey: [],
  departments: [{ key: 'billing', name: 'Billing' }],
  rules: { reactions: { flag: 'triangular_flag_on_post' } },
} as unknown as Council

const remembering = <T>(answer: T) => {
  const inputs: Record<string, unknown>[] = []
  const useCase = async (input: object): Promise<T> => {
    inputs.push({ ...input })
    return answer
  }
  return { inputs, useCase }
}

const flagForm = { council, text: 'charged twice', restricted: false }

describe('/cx', () => {
  it('opens the form with the words after flag, as they were typed', async () => {
    const { inputs, useCase } = remembering(flagForm)
    const { post, api } = await stand({ useCases: { openFlagForm: useCase } })
    const answer = await post(commandBody('FLAG  A &amp; B were\ncharged twice'), { type: form })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    await expect.poll(() => api.calls).toMatchObject([{ method: 'views.open', args: { trigger_id: '1.2.abc' } }])
    expect(inputs).toMatchObject([
      { person: 'UANNA', workspaceId: 'T1', text: 'A & B were\ncharged twice', source: { restricted: false } },
    ])
  })

  it.each([
    [{ channel_id: 'D1', channel_name: 'directmessage' }],
    [{ channel_id: 'C7', channel_name: 'privategroup' }],
    [{ channel_id: 'C8', channel_name: 'mpdm-anna--ben-1' }],
    [{ channel_id: 'G1', channel_name: 'secret' }],
  ])('flags restricted from a private place', async (where) => {
    const { inputs, useCase } = remembering(flagForm)
    const { post } = await stand({ useCases: { openFlagForm: useCase } })
    await post(commandBody('flag', where), { type: form })
    expect(inputs).toMatchObject([{ source: { restricted: true } }])
  })

  it.each([
    ['claim CX-42', 42],
    ['claim cx42', 42],
    ['claim #42', 42],
    ['claim 42', 42],
  ])('understands %s', async (text, number) => {
    const { inputs, useCase } = remembering({ number })
    const { post } = await stand({ useCases: { claimIssue: useCase } })
    await post(commandBody(text), { type: form })
    expect(inputs).toMatchObject([{ number, via: 'command' }])
  })

  it.each(['claim', 'claim CX', 'show me', 'claim CX-0', 'claim 99999999999', 'shwo CX-1', 'frobnicate'])(
    'answers %s with a sentence and does nothing',
    async (text) => {
      const { post } = await stand()
      const answer = await (await post(commandBody(text), { type: form })).json()
      expect(answer).toMatchObject({ response_type: 'ephemeral', text: expect.stringMatching(/./) })
    },
  )

  it('names the nearest command', async () => {
    const { post } = await stand()
    const answer = await (await post(commandBody('shwo CX-1'), { type: form })).json()
    expect(answer).toMatchObject({ text: expect.stringContaining('/cx show') })
  })

  it('gives the same delivery the same key and other words another', async () => {
    const { inputs, useCase } = remembering({ number: 1 })
    const { post } = await stand({ useCases: { claimIssue: useCase } })
    for (const text of ['claim 1', 'claim 1', 'claim 2']) await post(commandBody(text), { type: form })
    const [first, again, other] = inputs.map(({ request }) => request)
    expect(first).toBe(again)
    expect(other).not.toBe(first)
  })
})

describe('a mention', () => {
  const mention = (text: string, more: object = {}) =>
    JSON.parse(eventBody({ type: 'app_mention', user: 'UANNA', channel: 'C1', ts: '2.2', text, ...more }))

  it('flags what is said behind it', async () => {
    const { inputs, useCase } = remembering(undefined)
    const { app } = await stand({ useCases: { flagMessage: useCase } })
    await app.processStored(mention('Hi all, <@UBOT> please flag: Nordwind was charged twice'))
    expect(inputs).toMatchObject([{ via: 'mention', channel: 'C1', ts: '2.2', text: 'Nordwind was charged twice' }])
  })

  it('without words in a thread flags the message that the thread hangs on', async () => {
    const { inputs, useCase } = remembering(undefined)
    const { app } = await stand({ useCases: { flagMessage: useCase } })
    await app.processStored(mention('<@UBOT> flag', { thread_ts: '1.1' }))
    expect(inputs).toMatchObject([{ ts: '1.1' }])
    expect(inputs[0]).not.toHaveProperty('text')
  })

  it('with other words is answered with help, for one person', async () => {
    const { app, api } = await stand()
    await app.processStored(mention('<@UBOT> hello'))
    expect(api.calls).toMatchObject([{ method: 'chat.postEphemeral', args: { user: 'UANNA', channel: 'C1' } }])
  })
})

describe('a message shortcut', () => {
  it('begins the form with the message, and remembers where it stands', async () => {
    const { inputs, useCase } = remembering(flagForm)
    const { post, api } = await stand({ useCases: { openFlagForm: useCase } })
    const message = { type: 'message', text: 'charged twice', ts: '3.000003', thread_ts: '1.000001' }
    const channel = { id: 'C1', name: 'support' }
    const body = { type: 'message_action', callback_id: 'flag_message', message_ts: '3.000003', channel, message }
    expect((await post(payloadBody(body), { type: form })).status).toBe(200)
    const link = 'https://example.slack.com/archives/C1/p3000003?thread_ts=1.000001&cid=C1'
    expect(inputs).toMatchObject([{ text: 'charged twice', source: { channel: 'C1', ts: '3.000003', link } }])
    await expect.poll(() => api.calls).toHaveLength(1)
  })
})

describe('App Home', () => {
  const home = {
    council,
    now: new Date(),
    readerZone: 'Europe/Berlin',
    wish: { show: 'start' as const },
    seesMap: false,
    hasDepartment: false,
    parts: [],
  }

  it('is shown anew after an act from it', async () => {
    const { post, api } = await stand({
      useCases: { claimIssue: remembering({ number: 1 }).useCase, viewHome: remembering(home).useCase },
    })
    const press = { type: 'block_actions', view: { id: 'V1', type: 'home' } }
    await post(payloadBody({ ...press, actions: [{ action_id: 'claim', value: '1', action_ts: '1.1' }] }), {
      type: form,
    })
    await expect.poll(() => api.calls.map(({ method }) => method)).toEqual(['views.publish'])
  })

  it('is shown as the view was that was pressed in, and once more when that was overtaken meanwhile', async () => {
    const { inputs, useCase } = remembering(home)
    const { post, api } = await stand({
      useCases: { viewHome: useCase },
      failing: 'hash_conflict',
    })
    const view = { id: 'V1', type: 'home', hash: '1.abc', private_metadata: '{"show":"mine","severity":"high"}' }
    const actions = [{ action_id: 'home_next', value: 'mine:42', action_ts: '1.1' }]
    await post(payloadBody({ type: 'block_actions', view, actions }), { type: form })
    await expect.poll(() => api.calls.map(({ args }) => args.hash)).toEqual(['1.abc', undefined])
    const wish = { show: 'mine', severity: 'high', after: { list: 'mine', number: 42 } }
    expect(inputs).toMatchObject([{ wish }, { wish }])
  })

  it('is shown when it is opened, and not when the messages are', async () => {
    const { app, api } = await stand({ useCases: { viewHome: remembering(home).useCase } })
    for (const tab of ['messages', 'home'])
      await app.processStored(JSON.parse(eventBody({ type: 'app_home_opened', user: 'UANNA', channel: 'D1', tab })))
    expect(api.calls.map(({ method }) => method)).toEqual(['views.publish'])
  })
})

describe('the end of our stay in a workspace', () => {
  it('makes the token doubtful', async () => {
    const { app, doubts } = await stand()
    await app.processStored(JSON.parse(eventBody({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } })))
    expect(doubts).toEqual([])
    await app.processStored(JSON.parse(eventBody({ type: 'tokens_revoked', tokens: { bot: ['UBOT'] } })))
    await app.processStored(JSON.parse(eventBody({ type: 'app_uninstalled' })))
    expect(doubts).toHaveLength(2)
  })
})
