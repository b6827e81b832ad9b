import { describe, expect, it } from 'vitest'
import { commandBody, form, payloadBody, stand } from './stand.ts'

const starting = { identity: () => undefined }

/** What Slack's repeats do not bring again is answered in words: the bot does not yet know whose it is. */
describe('while Slack has not verified the token yet', () => {
  it('a command is answered with a sentence', async () => {
    const { post } = await stand(starting)
    const answer = await post(commandBody('list'), { type: form })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ response_type: 'ephemeral', text: expect.stringMatching(/try again/) })
  })

  it('a form keeps what was typed, and says so at its first field', async () => {
    const { post } = await stand(starting)
    const blocks = [{ type: 'input', block_id: 'what_happened' }]
    const view = { id: 'V1', callback_id: 'flag_form', private_metadata: '', blocks, state: { values: {} } }
    const answer = await post(payloadBody({ type: 'view_submission', view }), { type: form })
    expect(answer.status).toBe(200)
    const errors = { what_happened: expect.stringMatching(/try again/) }
    expect(await answer.json()).toEqual({ response_action: 'errors', errors })
  })

  it('a click is answered beside the message', async () => {
    const { post, api } = await stand(starting)
    const click = {
      type: 'block_actions',
      response_url: `${api.origin}/said`,
      actions: [{ action_id: 'claim', value: '1', action_ts: '1.1', block_id: 'b' }],
    }
    expect((await post(payloadBody(click), { type: form })).status).toBe(200)
    await expect
      .poll(() => api.calls)
      .toMatchObject([{ method: 'said', args: { text: expect.stringMatching(/try again/) } }])
  })

  it('a shortcut opens a form that says so', async () => {
    const { post, api } = await stand(starting)
    const shortcut = { type: 'shortcut', callback_id: 'flag_anything' }
    expect((await post(payloadBody(shortcut), { type: form })).status).toBe(200)
    await expect.poll(() => api.calls.map(({ method }) => method)).toEqual(['views.open'])
    expect(JSON.stringify(api.calls)).toMatch(/try again/)
  })
})
