import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { stand } from './stand.ts'

describe('signatures and envelopes', () => {
  test('every delivery is signed as Slack signs', async () => {
    const { workspace, app } = await stand()
    await workspace.as('U0ANNA').command('/cx', 'help & more', '#support')
    const [received] = app.received
    if (!received) throw new Error('nothing was delivered')
    const { headers, body } = received
    const base = `v0:${headers['x-slack-request-timestamp']}:${body}`
    const expected = createHmac('sha256', 'practice-signing-secret').update(base).digest('hex')
    expect(headers['x-slack-signature']).toBe(`v0=${expected}`)
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded')
  })

  test('an event comes in its envelope', async () => {
    const { workspace, app, clock } = await stand()
    const anna = workspace.as('U0ANNA')
    const { ts } = await anna.post('#support', 'charged twice')
    await anna.react('#support', ts, ':triangular_flag_on_post:')
    expect(app.received[0]?.payload).toMatchObject({
      type: 'event_callback',
      event_id: expect.stringMatching(/^Ev/),
      event_time: clock.at / 1000,
      team_id: 'T0PRACTICE',
      api_app_id: 'A0COUNCIL',
      authorizations: [{ team_id: 'T0PRACTICE', user_id: 'U0COUNCILBOT', is_bot: true }],
      is_ext_shared_channel: false,
      event: {
        type: 'reaction_added',
        user: 'U0ANNA',
        reaction: 'triangular_flag_on_post',
        item: { type: 'message', channel: 'C0SUPPORT', ts },
        item_user: 'U0ANNA',
      },
    })
  })

  test('a delivery can come again, to the byte', async () => {
    const { workspace, app } = await stand()
    const { delivery } = await workspace.as('U0ANNA').command('/cx', 'help', '#support')
    await workspace.deliverAgain(delivery, 3, { concurrently: true })
    expect(new Set(app.received.map(({ body }) => body)).size).toBe(1)
    expect(new Set(app.received.map(({ headers }) => headers['x-slack-signature'])).size).toBe(1)
    expect(app.received).toHaveLength(4)
  })

  test('anything can be posted with any secret and time', async () => {
    const { workspace, app } = await stand()
    await workspace.signedPost('/slack/events', '{"type":"x"}', { timestamp: 1, secret: 'other' })
    expect(app.received[0]).toMatchObject({ body: '{"type":"x"}', headers: { 'x-slack-request-timestamp': '1' } })
  })
})

describe('retries', () => {
  test('an event that fails is retried three times, with number and reason', async () => {
    const { workspace, app } = await stand()
    app.reply = () => ({ status: 500 })
    await workspace.as('U0ANNA').openHome()
    await workspace.settled({ quietFor: 20 })
    expect(app.received.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3'])
    expect(app.received[3]?.headers['x-slack-retry-reason']).toBe('http_error')
    expect(new Set(app.received.map(({ payload }) => payload.event_id)).size).toBe(1)
  })

  test('retries end with the first success, and when the app asks for none', async () => {
    const { workspace, app } = await stand()
    app.reply = ({ headers }) => (headers['x-slack-retry-num'] ? {} : { status: 503 })
    await workspace.as('U0ANNA').openHome()
    await workspace.settled({ quietFor: 20 })
    expect(app.received).toHaveLength(2)
    app.reply = () => ({ status: 500, headers: { 'x-slack-no-retry': '1' } })
    await workspace.as('U0ANNA').openHome()
    await workspace.settled({ quietFor: 20 })
    expect(app.received).toHaveLength(3)
  })

  test('an app that is too slow counts as failed', async () => {
    const { workspace, app } = await stand({ answerWithin: 30 })
    app.reply = ({ headers }) => ({ never: !headers['x-slack-retry-num'] })
    await workspace.as('U0ANNA').openHome()
    await workspace.settled({ quietFor: 20 })
    expect(app.received[1]?.headers['x-slack-retry-reason']).toBe('http_timeout')
    app.reply = () => ({ never: true })
    const command = await workspace.as('U0ANNA').command('/cx', 'help', '#support')
    expect(command).toMatchObject({ ok: false, error: 'operation_timeout' })
    expect(app.received).toHaveLength(3)
  })
})
