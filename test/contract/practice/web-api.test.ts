import { WebClient } from '@slack/web-api'
import { describe, expect, test } from 'vitest'
import { mrkdwn, stand } from './stand.ts'

const BLOCKS = [{ type: 'section', text: mrkdwn('*Hello*') }]

describe('calling the Web API', () => {
  test('Slack’s own client gets through', async () => {
    const { workspace } = await stand()
    const client = new WebClient('xoxb-practice', { slackApiUrl: workspace.apiUrl })
    const posted = await client.chat.postMessage({ channel: 'C0SUPPORT', text: 'Hello', blocks: BLOCKS })
    expect(posted.message?.blocks?.[0]).toMatchObject({ type: 'section', text: { text: '*Hello*', verbatim: false } })
    const me = await client.auth.test()
    expect(me).toMatchObject({ team_id: 'T0PRACTICE', user_id: 'U0COUNCILBOT', bot_id: 'B0COUNCILBOT' })
    await expect(client.chat.postMessage({ channel: 'C0NOWHERE', text: 'x' })).rejects.toThrow('channel_not_found')
  })

  test('form and JSON bodies say the same', async () => {
    const { workspace, call } = await stand()
    const form = new URLSearchParams({ token: 'xoxb-practice', channel: 'C0SUPPORT', blocks: JSON.stringify(BLOCKS) })
    const byForm = await fetch(`${workspace.apiUrl}chat.postMessage`, { method: 'POST', body: form })
    expect(await byForm.json()).toMatchObject({ ok: true, message: { blocks: [{ text: { text: '*Hello*' } }] } })
    expect(await call('chat.postMessage', { channel: 'C0SUPPORT', blocks: BLOCKS })).toMatchObject({ ok: true })
  })

  test('reading methods take a GET', async () => {
    const { workspace } = await stand()
    const headers = { authorization: 'Bearer xoxb-practice' }
    const answer = await fetch(`${workspace.apiUrl}users.info?user=U0ANNA`, { headers })
    expect(await answer.json()).toMatchObject({ ok: true, user: { id: 'U0ANNA', tz_offset: 3600 } })
  })

  test('an unknown method is answered with 200', async () => {
    const { workspace } = await stand()
    const answer = await fetch(`${workspace.apiUrl}chat.shout`, { method: 'POST' })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ ok: false, error: 'unknown_method' })
  })

  test.each([
    ['', 'not_authed'],
    ['xoxb-other', 'invalid_auth'],
    ['xapp-practice', 'not_allowed_token_type'],
  ])('the token "%s" is refused with %s', async (token, error) => {
    const { call } = await stand()
    expect(await call('auth.test', {}, token)).toMatchObject({ ok: false, error })
  })

  test('a scope that was not granted is named', async () => {
    const { call } = await stand({ scopes: ['chat:write', 'channels:read'] })
    expect(await call('users.info', { user: 'U0ANNA' })).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'chat:write,channels:read',
    })
    expect(await call('conversations.info', { channel: 'C0SUPPORT' })).toMatchObject({ ok: true })
    expect(await call('conversations.info', { channel: 'C0ESCALATE' })).toMatchObject({ needed: 'groups:read' })
  })

  test('a missing argument is named', async () => {
    const { call } = await stand()
    expect(await call('chat.update', { channel: 'C0SUPPORT' })).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: ts'] },
    })
  })

  test('the log tells calls, answers and arguments Slack does not document', async () => {
    const { workspace, call } = await stand()
    await call('users.info', { user: 'U0ANNA', colour: 'red' })
    const [entry] = workspace.calls('users.info')
    expect(entry).toMatchObject({ args: { user: 'U0ANNA' }, undocumented: ['colour'], answer: { ok: true } })
  })

  test('too many messages in one channel are told when to come back', async () => {
    const { workspace, clock, call } = await stand({ rateLimits: true })
    const post = () => call('chat.postMessage', { channel: 'C0SUPPORT', text: 'again' })
    for (let i = 0; i < 4; i += 1) expect(await post()).toMatchObject({ ok: true })
    expect(await post()).toEqual({ ok: false, error: 'ratelimited' })
    expect(workspace.calls().at(-1)?.status).toBe(429)
    expect(await call('chat.postMessage', { channel: 'C0BILLING', text: 'elsewhere' })).toMatchObject({ ok: true })
    clock.forward(1000)
    expect(await post()).toMatchObject({ ok: true })
  })

  test('after the uninstall the token is dead', async () => {
    const { workspace, app, call } = await stand()
    await workspace.uninstall()
    expect(await call('auth.test')).toMatchObject({ error: 'account_inactive' })
    expect(app.received.map(({ payload }) => (payload.event as { type: string }).type)).toEqual([
      'tokens_revoked',
      'app_uninstalled',
    ])
  })
})
