import { WebClient } from '@slack/web-api'
import { describe, expect, test } from 'vitest'
import type { Json } from '#adapters/practice/json.ts'
import { stand } from './stand.ts'

describe('commands', () => {
  test.each([
    ['{"response_type":"in_channel","text":"for all"}', 'in_channel'],
    ['{"text":"for you"}', 'ephemeral'],
    ['just words', 'ephemeral'],
  ])('the answer %s is shown %s', async (body, where) => {
    const { workspace, app } = await stand()
    app.reply = () => ({ body })
    const anna = workspace.as('U0ANNA')
    expect((await anna.command('/cx', 'help', '#support')).ok).toBe(true)
    expect(anna.messages('#support')).toHaveLength(where === 'in_channel' ? 1 : 0)
    expect(anna.ephemerals('#support')).toHaveLength(where === 'in_channel' ? 0 : 1)
  })

  test('private places do not tell their names', async () => {
    const { workspace, app } = await stand()
    await workspace.as('U0OMAR').command('/cx', '', '#escalations')
    await workspace.as('U0OMAR').command('/cx', '', '@anna')
    expect(app.received.map(({ payload }) => payload.channel_name)).toEqual(['privategroup', 'directmessage'])
  })
})

describe('response_url', () => {
  const post = (url: unknown, payload: Json) =>
    fetch(String(url), {
      method: 'POST',
      body: JSON.stringify(payload),
      headers: { 'content-type': 'application/json' },
    })

  test('takes five posts', async () => {
    const { workspace, app } = await stand()
    await workspace.as('U0ANNA').command('/cx', 'list', '#support')
    const url = app.received[0]?.payload.response_url
    for (let i = 0; i < 5; i += 1) expect(await (await post(url, { text: 'a' })).text()).toBe('ok')
    const sixth = await post(url, { text: 'a' })
    expect(sixth.status).toBe(404)
    expect(await sixth.json()).toEqual({ ok: false, error: 'used_url' })
  })

  test('lives for thirty minutes', async () => {
    const { workspace, app, clock } = await stand()
    await workspace.as('U0ANNA').command('/cx', 'list', '#support')
    const url = app.received[0]?.payload.response_url
    clock.forward(30 * 60_000)
    expect((await post(url, { text: 'a' })).status).toBe(200)
    clock.forward(1)
    expect(await (await post(url, { text: 'a' })).json()).toEqual({ ok: false, error: 'expired_url' })
  })

  test('replaces and deletes the message of the button', async () => {
    const { workspace, app, call } = await stand()
    const blocks = [{ type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Claim' } }] }]
    await call('chat.postEphemeral', { channel: 'C0SUPPORT', user: 'U0ANNA', text: 'card', blocks })
    const anna = workspace.as('U0ANNA')
    const [shown] = anna.ephemerals()
    if (!shown) throw new Error('not shown')
    await anna.press(shown, 'Claim')
    const { response_url: url, container } = app.received[0]?.payload ?? {}
    expect(container).toMatchObject({ is_ephemeral: true, message_ts: shown.ts, channel_id: 'C0SUPPORT' })
    await post(url, { replace_original: true, text: 'yours' })
    expect(anna.ephemerals().map((message) => message.visible)).toEqual(['yours'])
    await post(url, { delete_original: true })
    expect(anna.ephemerals()).toEqual([])
  })
})

test('Socket Mode needs the app token and a fresh ticket', async () => {
  const { workspace, call } = await stand()
  expect(await call('apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' })
  const client = new WebClient('xapp-practice', { slackApiUrl: workspace.apiUrl })
  const { url } = await client.apps.connections.open({})
  workspace.deliverTo('socket')
  const socket = new WebSocket(String(url))
  const texts: Json[] = []
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Json
    texts.push(message)
    if (message.envelope_id)
      socket.send(JSON.stringify({ envelope_id: message.envelope_id, payload: { text: 'pong' } }))
  })
  await workspace.waitFor(() => workspace.socketMode.connections() > 0)
  const answer = await workspace.as('U0ANNA').command('/cx', 'é'.repeat(40_000), '#support')
  expect(answer.answer?.text).toBe('pong')
  expect(texts).toMatchObject([{ type: 'hello' }, { type: 'slash_commands', accepts_response_payload: true }])
  socket.close()
  await workspace.waitFor(() => workspace.socketMode.connections() === 0)
  expect(await workspace.as('U0ANNA').command('/cx', '', '#support')).toMatchObject({ error: 'dispatch_failed' })
})
