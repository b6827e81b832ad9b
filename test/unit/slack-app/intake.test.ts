import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { commandBody, eventBody, flagReaction, form, ours, payloadBody, stand } from './stand.ts'

const minutes = (n: number) => n * 60_000

describe('a delivery that Slack did not sign just now', () => {
  it('is refused with a wrong secret', async () => {
    const { post, stored } = await stand()
    expect((await post(eventBody(flagReaction), { secret: 'another secret' })).status).toBe(401)
    expect(stored).toEqual([])
  })

  it.each([-6, 6])('is refused when its time is %i minutes off', async (off) => {
    const { post, stored } = await stand()
    expect((await post(eventBody(flagReaction), { at: Date.now() + minutes(off) })).status).toBe(401)
    expect(stored).toEqual([])
  })

  it.each([-4, 4])('is taken when its time is %i minutes off', async (off) => {
    const { post } = await stand()
    expect((await post(eventBody(flagReaction), { at: Date.now() + minutes(off) })).status).toBe(200)
  })

  it('is refused without a signature, with a short one and with a time that is no number', async () => {
    const { origin, post } = await stand()
    const bare = await fetch(`${origin}/slack/events`, { method: 'POST', body: eventBody(flagReaction) })
    expect(bare.status).toBe(401)
    expect((await post(eventBody(flagReaction), { headers: { 'x-slack-signature': 'v0=1' } })).status).toBe(401)
    const timeless = await post(eventBody(flagReaction), { headers: { 'x-slack-request-timestamp': 'now' } })
    expect(timeless.status).toBe(401)
  })
})

describe('a delivery that cannot be read', () => {
  it.each([
    '{"type":',
    'null',
    '[]',
    '"event_callback"',
    '',
    '{"type":"event_callback"}',
    '{"type":"event_callback","event_id":"E","team_id":"T1","event":"x"}',
  ])('is refused: %s', async (body) => {
    const { post, stored } = await stand()
    expect((await post(body)).status).toBe(400)
    expect(stored).toEqual([])
  })

  it('is refused as a form without JSON in its payload', async () => {
    const { post } = await stand()
    expect((await post('payload=no', { type: form })).status).toBe(400)
    expect((await post('payload=null', { type: form })).status).toBe(400)
  })

  it('is refused with five megabytes, with and without a length', async () => {
    const { origin, post, lines } = await stand()
    const much = 'x'.repeat(5 * 1_048_576)
    expect((await post(much)).status).toBe(413)
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const chunked = request(`${origin}/slack/events`, { method: 'POST' }, (answer) => resolve(answer.statusCode))
      chunked.on('error', reject)
      for (let i = 0; i < 80; i += 1) chunked.write('x'.repeat(65_536))
    })
    expect(status).toBe(413)
    expect(lines).toEqual([])
  })

  it('is refused with another method, and elsewhere nothing is found', async () => {
    const { origin } = await stand()
    expect((await fetch(`${origin}/slack/events`)).status).toBe(405)
    const unknown = await fetch(`${origin}/slack/nothing?x=%00`, { method: 'POST', body: '{' })
    expect(unknown.status).toBe(404)
    expect(await unknown.text()).not.toMatch(/at |node:/)
    expect((await fetch(`${origin}/healthz`)).status).toBe(200)
  })
})

describe('a delivery of another workspace', () => {
  it('has no effect as an event', async () => {
    const { post, stored } = await stand()
    const foreign = { team_id: 'T2', authorizations: [{ team_id: 'T2' }] }
    expect((await post(eventBody(flagReaction, foreign))).status).toBe(403)
    expect((await post(eventBody(flagReaction, { team_id: 'T2', authorizations: [] }))).status).toBe(403)
    expect((await post(eventBody(flagReaction, { team_id: 'T2' }))).status).toBe(200)
    expect(stored).toEqual([])
  })

  it('has no effect as a command or click', async () => {
    const { post } = await stand()
    expect((await post(commandBody('list', { team_id: 'T2' }), { type: form })).status).toBe(403)
    const click = { type: 'block_actions', team: { id: 'T2' }, actions: [{ action_id: 'claim', value: '1' }] }
    expect((await post(payloadBody(click), { type: form })).status).toBe(403)
  })

  it('has none as a click of somebody who only has the id of one of us, except in one company', async () => {
    const claimed: unknown[] = []
    const useCases = { claimIssue: async (said: object) => void claimed.push(said) as never }
    const click = {
      type: 'block_actions',
      user: { id: 'UANNA', team_id: 'T2' },
      enterprise: { id: 'E1' },
      view: { id: 'V1', type: 'modal', app_installed_team_id: 'T1' },
      actions: [{ action_id: 'claim', value: '1' }],
    }
    const alone = await stand({ useCases })
    expect((await alone.post(payloadBody(click), { type: form })).status).toBe(200)
    expect([alone.api.calls, claimed]).toEqual([[], []])
    const company = await stand({ useCases, identity: () => ({ ...ours, enterpriseId: 'E1' }) })
    expect((await company.post(payloadBody(click), { type: form })).status).toBe(200)
    expect(claimed).toHaveLength(1)
  })
})

describe('an event', () => {
  it('is stored before it is acknowledged, without the verification token', async () => {
    const { post, stored } = await stand()
    expect((await post(eventBody(flagReaction))).status).toBe(200)
    expect(stored).toMatchObject([{ workspaceId: 'T1', id: 'Ev1', body: { event: flagReaction } }])
    expect(JSON.stringify(stored)).not.toContain('verification-token')
  })

  it('is not acknowledged when it cannot be stored, so that Slack sends it again', async () => {
    const { post, lines } = await stand({ store: () => Promise.reject(new Error('Nordwind was charged twice')) })
    expect((await post(eventBody(flagReaction))).status).toBe(500)
    expect(lines.join()).not.toContain('Nordwind')
  })

  it.each([
    ['a reaction that means nothing here', { ...flagReaction, reaction: 'tada' }],
    ['a claim on what is not a message of ours', { ...flagReaction, reaction: 'raising_hand' }],
    ['a flag on what we wrote ourselves', { ...flagReaction, item_user: ours.botUserId }],
    ['a reaction of ours', { ...flagReaction, user: 'UBOT' }],
    [
      'a mention by a bot',
      { type: 'app_mention', user: 'UX', bot_id: 'B9', channel: 'C1', ts: '1.1', text: '<@UBOT> flag x' },
    ],
    ['a removed reaction', { ...flagReaction, type: 'reaction_removed' }],
    ['what nobody listens to', { type: 'team_join', user: { id: 'U1' } }],
  ])('is acknowledged and forgotten: %s', async (_, event) => {
    const { post, stored } = await stand()
    expect((await post(eventBody(event))).status).toBe(200)
    expect(stored).toEqual([])
  })

  it.each([{ channel: null }, { channel: {} }, { channel: 7 }, { item: null }, { item: 'message' }])(
    "is stored without %j, at which Slack's library would stumble whenever it came back",
    async (odd) => {
      const { post, stored, app } = await stand({ useCases: { flagMessage: async () => undefined } })
      const mention = { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.1', text: '<@UBOT> flag x', ...odd }
      expect((await post(eventBody(mention))).status).toBe(200)
      await expect(app.processStored(stored[0]?.body)).resolves.toBeUndefined()
    },
  )

  it('counts with any tone of skin', async () => {
    const { post, stored } = await stand()
    const claim = { ...flagReaction, reaction: 'raising_hand::skin-tone-3', item_user: ours.botUserId }
    await post(eventBody(claim))
    expect(stored).toHaveLength(1)
  })

  it('means nothing in a channel that is shared with another company', async () => {
    const { post, stored } = await stand()
    await post(eventBody(flagReaction, { is_ext_shared_channel: true }))
    expect(stored).toEqual([])
  })
})

describe('what Slack asks of every app', () => {
  it('answers the challenge, the SSL check and the notice of too many events', async () => {
    const { post, origin, lines } = await stand()
    const challenge = await post(JSON.stringify({ type: 'url_verification', token: 't', challenge: 'abc' }))
    expect(await challenge.json()).toEqual({ challenge: 'abc' })
    const headers = { 'content-type': form }
    const check = await fetch(`${origin}/slack/events`, { method: 'POST', headers, body: 'ssl_check=1&token=t' })
    expect(check.status).toBe(200)
    const limited = { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1518467820, api_app_id: 'A1' }
    expect((await post(JSON.stringify(limited))).status).toBe(200)
    expect(lines.join()).toContain('1518467820')
  })

  it('asks to come again later while the token is not verified', async () => {
    const { post, stored } = await stand({ identity: () => undefined })
    expect((await post(eventBody(flagReaction))).status).toBe(503)
    expect(stored).toEqual([])
  })

  it('acknowledges clicks that mean nothing', async () => {
    const { post } = await stand()
    const link = { type: 'block_actions', actions: [{ action_id: 'a_link', action_ts: '1.1' }] }
    expect((await post(payloadBody(link), { type: form })).status).toBe(200)
  })

  it('takes forms that name their character set', async () => {
    const { post } = await stand()
    const answer = await post(commandBody('help'), { type: `${form}; charset=utf-8` })
    expect(await answer.json()).toMatchObject({ response_type: 'ephemeral' })
  })
})
