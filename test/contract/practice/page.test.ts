import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { Json } from '#adapters/practice/json.ts'
import { button, mrkdwn, stand } from './stand.ts'

const CLIENT = new URL('../../../src/adapters/practice/page/client/', import.meta.url)

async function page(options = {}) {
  const on = await stand(options)
  const act = async (as: string, what: Json) => {
    const answer = await fetch(`${on.workspace.origin}/page/act`, {
      method: 'POST',
      body: JSON.stringify({ as, what }),
    })
    return (await answer.json()) as Json
  }
  const state = async (as: string, place: string, thread = '') => {
    const query = new URLSearchParams({ as, place, thread })
    return (await (await fetch(`${on.workspace.origin}/page/state?${query}`)).json()) as Json
  }
  return { ...on, act, state }
}

describe('the page', () => {
  test('comes with everything it needs and fetches nothing from elsewhere', async () => {
    const { workspace } = await page()
    const html = await (await fetch(`${workspace.origin}/`)).text()
    const assets = [...html.matchAll(/(?:href|src)="(\/page[^"]+)"/g)].map(([, path]) => path)
    expect(assets.length).toBeGreaterThan(2)
    for (const path of assets) expect((await fetch(workspace.origin + path)).status).toBe(200)
    expect(html).not.toMatch(/https?:\/\//)
    for (const path of ['/page/client/../routes.ts', '/page/client/nothing.js', '/page/style/%2e%2e%2froutes.ts']) {
      expect((await fetch(workspace.origin + path)).status).toBe(404)
    }
  })

  test('never makes markup out of what people wrote', async () => {
    const names = (await readdir(CLIENT, { recursive: true })).filter((name) => name.endsWith('.js'))
    for (const name of names) {
      const source = await readFile(new URL(name, CLIENT), 'utf8')
      expect(source).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/)
    }
  })

  test('shows a person what they may see, and nothing else', async () => {
    const { state } = await page()
    const names = (shown: Json, key: string) =>
      (shown.channels as Json[]).filter((one) => one[key]).map((one) => one.name)
    expect(names(await state('U0ANNA', 'C0SUPPORT'), 'joined')).toContain('escalations')
    expect(names(await state('U0BEN', 'C0SUPPORT'), 'visible')).not.toContain('escalations')
    expect(names(await state('U0GUEST', 'C0SUPPORT'), 'visible')).toEqual(['support'])
    expect(await state('U0BEN', 'C0ESCALATE')).toMatchObject({ place: null, messages: [] })
  })

  test('posts, sends commands, and says why not', async () => {
    const { app, act, state } = await page({ commands: [{ command: '/cx' }] })
    await act('U0ANNA', { act: 'post', place: 'C0SUPPORT', text: 'charged <twice>' })
    const shown = await state('U0ANNA', 'C0SUPPORT')
    expect(shown.messages).toMatchObject([{ from: 'Anna', text: 'charged &lt;twice&gt;' }])
    await act('U0ANNA', { act: 'post', place: 'C0SUPPORT', text: '/cx flag it' })
    expect(app.received.at(-1)?.payload).toMatchObject({ command: '/cx', text: 'flag it', channel_id: 'C0SUPPORT' })
    const thread = (shown.messages as Json[])[0]?.ts
    const inThread = { act: 'post', place: 'C0SUPPORT', text: '/cx flag it', thread }
    expect(await act('U0ANNA', inThread)).toEqual({ notice: '/cx is not supported in threads. Sorry!' })
    const unknown = { act: 'post', place: 'C0SUPPORT', text: '/nope' }
    expect(await act('U0ANNA', unknown)).toEqual({ notice: '/nope is not a valid command.' })
    expect(await act('U0MIA', { act: 'post', place: 'C0SUPPORT', text: 'hi' })).toMatchObject({
      notice: expect.stringContaining('not in #support'),
    })
    expect(await act('U0ANNA', { act: 'fly' })).toMatchObject({ notice: expect.any(String) })
  })

  test('presses the button it is told to', async () => {
    const { app, call, act, state } = await page()
    const blocks = [
      { type: 'section', text: mrkdwn('CX-1') },
      { type: 'actions', block_id: 'b', elements: [button('Claim', { action_id: 'claim', value: '1' })] },
    ]
    const { ts } = await call('chat.postMessage', { channel: 'U0BEN', text: 'card', blocks })
    const { botDm } = await state('U0BEN', '')
    const press = { act: 'press', target: { channel: botDm, ts }, blockId: 'b', actionId: 'claim' }
    expect(await act('U0BEN', press)).toEqual({})
    expect(app.received.at(-1)?.payload).toMatchObject({ user: { id: 'U0BEN' }, actions: [{ value: '1' }] })
    expect(await act('U0BEN', { ...press, actionId: 'gone' })).toMatchObject({
      notice: expect.stringContaining('changed'),
    })
    expect(await act('U0ANNA', press)).toMatchObject({ notice: expect.stringContaining('cannot see') })
  })
})
