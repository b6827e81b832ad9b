import { describe, expect, it } from 'vitest'
import { UnknownCard } from '#application/unknown-card.ts'
import { DomainError } from '#domain/errors.ts'
import { commandBody, eventBody, flagReaction, form, payloadBody, stand } from './stand.ts'

const refusing = (error: unknown) => async () => {
  throw error
}

const claimed = new DomainError('already_claimed', { number: 1, owner: 'UBEN' })
const broken = new Error('connection lost while writing: Nordwind was charged twice')

const click = (more: object = {}) =>
  payloadBody({
    type: 'block_actions',
    container: { type: 'message' },
    actions: [{ action_id: 'claim', value: '1', action_ts: '1.1', block_id: 'b' }],
    ...more,
  })

const inputs = (...fields: string[]) => ({
  id: 'V1',
  callback_id: 'not_ours_form',
  private_metadata: '{"issue":1,"number":1}',
  title: { type: 'plain_text', text: 'Not ours' },
  blocks: [{ type: 'context', block_id: 'about' }, ...fields.map((block_id) => ({ type: 'input', block_id }))],
  state: {
    values: {
      department: { value: { type: 'static_select', selected_option: { value: 'billing' } } },
      reason: { value: { type: 'plain_text_input', value: 'It is a refund' } },
    },
  },
})

const submission = (view: object) => payloadBody({ type: 'view_submission', view })

describe('a refused command', () => {
  it('is answered privately, naming the owner', async () => {
    const { post } = await stand({ useCases: { claimIssue: refusing(claimed) } })
    const answer = await (await post(commandBody('claim CX-1'), { type: form })).json()
    expect(answer).toMatchObject({ response_type: 'ephemeral' })
    expect(JSON.stringify(answer)).toContain('Ben')
  })

  it('gets no answer when nothing may be said', async () => {
    const { post } = await stand({ useCases: { listIssues: refusing(new DomainError('silence')) } })
    const answer = await post(commandBody('list'), { type: form })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  })

  it('gets a sentence when something failed, and the log no words', async () => {
    const { post, lines } = await stand({ useCases: { listIssues: refusing(broken) } })
    const answer = await (await post(commandBody('list'), { type: form })).json()
    expect(answer).toMatchObject({ text: expect.stringMatching(/just now.*try again/) })
    expect(lines.join()).toContain('a delivery failed')
    expect(lines.join()).not.toMatch(/Nordwind|xoxb-secret/)
  })
})

describe('a refused form', () => {
  const missing = (field: string) => new DomainError('text_missing', {}, { field })

  it('says so at the field it is about', async () => {
    const { post } = await stand({ useCases: { declineIssue: refusing(missing('reason')) } })
    const answer = await (await post(submission(inputs('department', 'reason')), { type: form })).json()
    expect(answer).toMatchObject({ response_action: 'errors', errors: { reason: expect.any(String) } })
  })

  it('says so at the first field when it is about none', async () => {
    const { post } = await stand({ useCases: { declineIssue: refusing(claimed) } })
    const answer = await (await post(submission(inputs('department', 'reason')), { type: form })).json()
    expect(answer).toMatchObject({ errors: { department: expect.stringContaining('Ben') } })
  })

  it('keeps what was typed when something failed', async () => {
    const { post } = await stand({ useCases: { declineIssue: refusing(broken) } })
    const answer = await (await post(submission(inputs('department')), { type: form })).json()
    expect(answer).toMatchObject({ response_action: 'errors', errors: { department: expect.stringMatching(/again/) } })
  })

  it('closes without a word for a stranger', async () => {
    const { post } = await stand({ useCases: { declineIssue: refusing(new DomainError('silence')) } })
    expect(await (await post(submission(inputs('department')), { type: form })).text()).toBe('')
  })
})

describe('a refused click', () => {
  it('is told beside the message, which stays as it is', async () => {
    const { post, api } = await stand({ useCases: { claimIssue: refusing(claimed) } })
    const url = `${api.origin}/response`
    expect((await post(click({ response_url: url }), { type: form })).status).toBe(200)
    await expect
      .poll(() => api.calls)
      .toMatchObject([
        {
          method: 'response',
          args: { response_type: 'ephemeral', replace_original: false, text: expect.stringContaining('Ben') },
        },
      ])
  })

  it('is told in a small modal on App Home', async () => {
    const { post, api } = await stand({ useCases: { claimIssue: refusing(claimed) } })
    await post(click({ view: { id: 'V9', type: 'home' } }), { type: form })
    await expect.poll(() => api.calls.map((call) => call.method)).toEqual(['views.open'])
  })

  it('is told on top of the modal it was made in', async () => {
    const { post, api } = await stand({ useCases: { claimIssue: refusing(broken) } })
    await post(click({ view: { id: 'V9', type: 'modal' } }), { type: form })
    await expect.poll(() => api.calls.map((call) => call.method)).toEqual(['views.push'])
  })

  it('with a value we never made does nothing but say so', async () => {
    const { post, api } = await stand()
    const forged = { actions: [{ action_id: 'claim', value: "1'; drop", action_ts: '1.1' }] }
    await post(click({ ...forged, response_url: `${api.origin}/response` }), { type: form })
    await expect.poll(() => api.calls.map(({ method }) => method)).toEqual(['response'])
  })
})

describe('a refused event', () => {
  it('is told to its person, and does not come back', async () => {
    const told: object[] = []
    const guest = new DomainError('guest')
    const { app } = await stand({
      useCases: { flagMessage: refusing(guest), noteRefusal: async (said) => void told.push(said) },
    })
    await app.processStored(JSON.parse(eventBody(flagReaction)))
    expect(told).toMatchObject([{ person: 'UANNA', channel: 'C1', request: 'event:Ev1:UANNA', error: guest }])
  })

  it('comes back when something failed', async () => {
    const { app } = await stand({ useCases: { flagMessage: refusing(broken) } })
    await expect(app.processStored(JSON.parse(eventBody(flagReaction)))).rejects.toThrow()
  })

  it('comes back for ten minutes while its card is not known, and is dropped after that', async () => {
    const at = Date.now()
    const claim = { ...flagReaction, reaction: 'raising_hand', item_user: 'UBOT' }
    const body = JSON.parse(eventBody(claim))
    const claimByReaction = refusing(new UnknownCard('C1', '1.1'))
    const soon = await stand({ useCases: { claimByReaction }, now: () => new Date(at + 9 * 60_000) })
    await expect(soon.app.processStored(body)).rejects.toThrow()
    const late = await stand({ useCases: { claimByReaction }, now: () => new Date(at + 11 * 60_000) })
    await late.app.processStored(body)
  })

  it('of somebody who may not see the council shows on their App Home', async () => {
    const { app, api } = await stand({ useCases: { viewHome: refusing(new DomainError('guest')) } })
    await app.processStored(
      JSON.parse(eventBody({ type: 'app_home_opened', user: 'UGUS', channel: 'D1', tab: 'home' })),
    )
    expect(api.calls).toMatchObject([{ method: 'views.publish', args: { user_id: 'UGUS' } }])
  })

  it.each([
    ['is let go where Slack shows no App Home to its person', 'user_not_found', false],
    ['comes back where Slack is busy', 'internal_error', true],
  ])('%s', async (_, failing, comesBack) => {
    const { app } = await stand({ useCases: { viewHome: refusing(new DomainError('guest')) }, failing })
    const opened = app.processStored(
      JSON.parse(eventBody({ type: 'app_home_opened', user: 'UGUS', channel: 'D1', tab: 'home' })),
    )
    const ended = await opened.then(
      () => 'done',
      () => 'comes back',
    )
    expect(ended).toBe(comesBack ? 'comes back' : 'done')
  })
})
