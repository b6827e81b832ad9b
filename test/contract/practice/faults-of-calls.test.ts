import { describe, expect, test } from 'vitest'
import type { CallDamage } from '#adapters/practice/faults/fault.ts'
import { seededDraw } from '#adapters/practice/faults/seeded-draw.ts'
import { stand } from './stand.ts'

type Stand = Awaited<ReturnType<typeof stand>>

const post = ({ workspace }: Stand, text: string, signal?: AbortSignal) =>
  fetch(`${workspace.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer xoxb-practice' },
    body: JSON.stringify({ channel: 'C0SUPPORT', text }),
    ...(signal ? { signal } : {}),
  })

const standing = ({ workspace }: Stand) =>
  workspace
    .as('U0ANNA')
    .messages('#support')
    .map(({ text }) => text)

const on = { method: 'chat.postMessage' }

describe('a call that goes wrong', () => {
  test("is refused with Slack's code, and nothing is posted", async () => {
    const at = await stand()
    at.workspace.faults.add({ on, does: { kind: 'error', code: 'internal_error', more: { hint: 1 } } })
    const response = await post(at, 'one')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ ok: false, error: 'internal_error', hint: 1 })
    expect(standing(at)).toEqual([])
    expect(at.workspace.calls('chat.postMessage')[0]).toMatchObject({ fault: 'error', answer: { ok: false } })
  })

  test('gets an HTTP status', async () => {
    const at = await stand()
    at.workspace.faults.add({ on, does: { kind: 'status', status: 503 } })
    expect((await post(at, 'one')).status).toBe(503)
    expect(standing(at)).toEqual([])
  })

  test('is told how many seconds to wait, for as long as the storm lasts', async () => {
    const at = await stand()
    at.workspace.faults.add({ on: { method: '*' }, does: { kind: 'rate_limited', retryAfter: 7 }, forMs: 5000 })
    const response = await post(at, 'one')
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
    at.clock.forward(4999)
    expect((await post(at, 'one')).status).toBe(429)
    at.clock.forward(1)
    expect((await post(at, 'one')).status).toBe(200)
    expect(standing(at)).toEqual(['one'])
  })

  test('is answered late', async () => {
    const at = await stand()
    const when = ({ text }: { [key: string]: unknown }) => text === 'late'
    at.workspace.faults.add({ on: { ...on, when }, does: { kind: 'latency', ms: 60 } })
    const late = post(at, 'late')
    await post(at, 'prompt')
    await late
    expect(standing(at)).toEqual(['prompt', 'late'])
  })

  test.each([
    ['before the work', false, []],
    ['after the work', true, ['one']],
  ] as const)('is never answered, %s, until the client gives up', async (_when, done, stands) => {
    const at = await stand()
    at.workspace.faults.add({ on, does: { kind: 'hang', done } })
    const giveUp = new AbortController()
    const hanging = post(at, 'one', giveUp.signal)
    await at.workspace.waitFor(() => at.workspace.calls('chat.postMessage').length > 0)
    expect(standing(at)).toEqual(stands)
    giveUp.abort()
    await expect(hanging).rejects.toThrow('aborted')
  })

  test('hangs until the workspace stops', async () => {
    const at = await stand()
    at.workspace.faults.add({ on, does: { kind: 'hang' } })
    const hanging = expect(post(at, 'one')).rejects.toThrow('fetch failed')
    await at.workspace.waitFor(() => at.workspace.calls('chat.postMessage').length > 0)
    await at.workspace.stop()
    await hanging
  })

  test.each([
    ['after the work', {}, ['one', 'two']],
    ['before the work', { done: false }, ['two']],
  ])('has its connection broken %s, and the next one works', async (_when, more, stands) => {
    const at = await stand()
    at.workspace.faults.add({ on, does: { kind: 'lost', ...more }, times: 1 })
    await expect(post(at, 'one')).rejects.toThrow('fetch failed')
    expect((await post(at, 'two')).status).toBe(200)
    expect(standing(at)).toEqual(stands)
  })

  test('leaves a refusal of the work as it is when its answer is lost', async () => {
    const { workspace, call } = await stand()
    workspace.faults.add({ on: { method: '*' }, does: { kind: 'lost' } })
    await expect(call('chat.postMessage', { channel: 'C0NOWHERE', text: 'x' })).rejects.toThrow()
    expect(workspace.calls()[0]).toMatchObject({ fault: 'lost', answer: { ok: false, error: 'channel_not_found' } })
  })
})

describe('which calls go wrong', () => {
  const refusal: CallDamage = { kind: 'error', code: 'fatal_error' }

  test('those named, with the arguments meant, as often as said', async () => {
    const { workspace, call } = await stand()
    const when = (args: { [key: string]: unknown }) => args.thread_ts !== undefined
    workspace.faults.add({ on: { method: ['chat.postMessage', 'chat.update'], when }, does: refusal, times: 2 })
    const root = await call('chat.postMessage', { channel: 'C0SUPPORT', text: 'root' })
    const answers = [1, 2, 3].map(() => ({ channel: 'C0SUPPORT', text: 'reply', thread_ts: root.ts }))
    const said = [root]
    for (const args of answers) said.push(await call('chat.postMessage', args))
    expect(said.map((answer) => answer.ok)).toEqual([true, false, false, true])
    expect(workspace.faults.happened()).toEqual({ 'chat.postMessage error': 2 })
  })

  test('none once the fault was taken away', async () => {
    const { workspace, call } = await stand()
    const end = workspace.faults.add({ on: { method: '*' }, does: refusal })
    expect((await call('auth.test')).ok).toBe(false)
    end()
    expect((await call('auth.test')).ok).toBe(true)
  })

  test('the same ones by chance for the same seed', async () => {
    const run = async (seed: number) => {
      const { workspace, call } = await stand({ draw: seededDraw(seed) })
      workspace.faults.add({ on: { method: 'auth.test' }, does: refusal, chance: 0.5 })
      const said: unknown[] = []
      for (let i = 0; i < 24; i += 1) said.push((await call('auth.test')).ok)
      return said
    }
    const first = await run(7)
    expect(new Set(first)).toEqual(new Set([true, false]))
    expect(await run(7)).toEqual(first)
    expect(await run(8)).not.toEqual(first)
    const { workspace } = await stand()
    expect(() => workspace.faults.add({ on, does: refusal, chance: 0.5 })).toThrow('draw')
  })

  test('posts to a response_url too', async () => {
    const { workspace, app } = await stand()
    await workspace.as('U0ANNA').command('/cx', 'help', '#support')
    const url = String(app.received[0]?.payload.response_url)
    workspace.faults.add({ on: { method: 'response_url' }, does: { kind: 'status', status: 500 }, times: 1 })
    workspace.faults.add({ on: { method: 'response_url' }, does: { kind: 'lost' }, times: 1 })
    const answer = () => fetch(url, { method: 'POST', body: JSON.stringify({ text: 'hello' }) })
    expect((await answer()).status).toBe(500)
    await expect(answer()).rejects.toThrow('fetch failed')
    expect((await answer()).status).toBe(200)
    expect(
      workspace
        .as('U0ANNA')
        .ephemerals()
        .map(({ text }) => text),
    ).toEqual(['hello', 'hello'])
  })
})

test('a workspace told to remember little forgets the oldest calls and deliveries', async () => {
  const { workspace, call } = await stand({ remember: 3 })
  for (const text of ['a', 'b', 'c', 'd', 'e']) {
    await call('chat.postMessage', { channel: 'C0SUPPORT', text })
    await workspace.as('U0ANNA').command('/cx', text, '#support')
  }
  expect(workspace.calls().map(({ args }) => args.text)).toEqual(['c', 'd', 'e'])
  expect(workspace.deliveries().map(({ payload }) => payload.text)).toEqual(['c', 'd', 'e'])
  expect([workspace.world.triggers.size, workspace.world.responseUrls.size]).toEqual([3, 3])
})
