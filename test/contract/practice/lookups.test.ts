import { describe, expect, test } from 'vitest'
import type { Json } from '#adapters/practice/json.ts'
import { stand } from './stand.ts'

const META = { event_type: 'card', event_payload: { issue: 'CX-1' } }

describe('looking up', () => {
  test('metadata comes back only when asked for', async () => {
    const { call } = await stand()
    const { ts } = await call('chat.postMessage', { channel: 'C0SUPPORT', text: 'card', metadata: META })
    await call('chat.postMessage', { channel: 'C0SUPPORT', thread_ts: ts, text: 'story', metadata: META })
    const asked = { channel: 'C0SUPPORT', include_all_metadata: true }
    expect(await call('conversations.history', asked)).toMatchObject({ messages: [{ metadata: META, reply_count: 1 }] })
    expect(await call('conversations.replies', { ...asked, ts })).toMatchObject({
      messages: [{ metadata: META }, { metadata: META, thread_ts: ts, parent_user_id: 'U0COUNCILBOT' }],
    })
    const plainly = await call('conversations.history', { channel: 'C0SUPPORT' })
    expect((plainly.messages as Json[])[0]).not.toHaveProperty('metadata')
  })

  test('history comes newest first, in pages, between two instants', async () => {
    const { clock, call } = await stand()
    const stamps: string[] = []
    for (const text of ['1', '2', '3', '4', '5']) {
      stamps.push(String((await call('chat.postMessage', { channel: 'C0SUPPORT', text })).ts))
      clock.forward(1000)
    }
    const texts = (answer: Json) => (answer.messages as Json[]).map((message) => message.text)
    const first = await call('conversations.history', { channel: 'C0SUPPORT', limit: 2 })
    expect(texts(first)).toEqual(['5', '4'])
    expect(first.has_more).toBe(true)
    const cursor = (first.response_metadata as Json).next_cursor
    expect(texts(await call('conversations.history', { channel: 'C0SUPPORT', limit: 2, cursor }))).toEqual(['3', '2'])
    const between = { channel: 'C0SUPPORT', oldest: stamps[1], latest: stamps[3] }
    expect(texts(await call('conversations.history', between))).toEqual(['3'])
    expect(texts(await call('conversations.history', { ...between, inclusive: true }))).toEqual(['4', '3', '2'])
    expect(await call('conversations.history', { channel: 'C0SUPPORT', cursor: 'x' })).toMatchObject({
      error: 'invalid_cursor',
    })
  })

  test('what the bot cannot see does not exist for it', async () => {
    const { workspace, call } = await stand()
    const { channel } = await workspace.as('U0ANNA').post('@ben', 'between us')
    expect(await call('conversations.history', { channel })).toMatchObject({ error: 'channel_not_found' })
    expect(await call('conversations.info', { channel: 'C0LEADERS' })).toMatchObject({ error: 'channel_not_found' })
    expect(await call('conversations.history', { channel: 'C0RANDOM' })).toMatchObject({ error: 'not_in_channel' })
    const all = await call('conversations.list', { types: 'public_channel,private_channel' })
    const names = (all.channels as Json[]).map((channel) => channel.name)
    expect(names).toContain('escalations')
    expect(names).not.toContain('leadership')
  })

  test('people of each kind can be told apart', async () => {
    const { call } = await stand()
    const user = async (id: string) => (await call('users.info', { user: id })).user
    expect(await user('U0GUEST')).toMatchObject({ is_restricted: true, is_ultra_restricted: true })
    expect(await user('U0STRANGER')).toMatchObject({ is_stranger: true, team_id: 'T0NORDWIND', name: '' })
    expect(await user('U0GONE')).toMatchObject({ deleted: true })
    expect(await user('U0DEPLOYBOT')).toMatchObject({ is_bot: true })
    expect(await user('U0RAVI')).toMatchObject({ is_admin: true })
    expect(await user('U0TOM')).toMatchObject({
      profile: { status_expiration: expect.any(Number), status_text: 'On leave' },
    })
    expect(await call('users.info', { user: 'U0NOBODY' })).toMatchObject({ error: 'user_not_found' })
    expect(await call('conversations.open', { users: 'U0GONE' })).toMatchObject({ error: 'user_disabled' })
    expect(await call('conversations.open', { users: 'U0STRANGER' })).toMatchObject({ error: 'user_not_visible' })
    expect(await call('conversations.info', { channel: 'C0XNORDWIND' })).toMatchObject({
      channel: { is_ext_shared: true },
    })
  })
})

test('a file can be shown in blocks only after it was processed', async () => {
  const { workspace, call } = await stand()
  const bytes = Buffer.from('png')
  const { upload_url: url, file_id: id } = await call('files.getUploadURLExternal', { length: 3, filename: 'week.png' })
  expect(await call('files.completeUploadExternal', { files: [{ id }] })).toMatchObject({ error: 'file_not_found' })
  expect((await fetch(String(url), { method: 'POST', body: bytes })).status).toBe(200)
  expect(await call('files.completeUploadExternal', { files: [{ id, title: 'Week' }] })).toMatchObject({
    files: [{ id, title: 'Week', mimetype: '' }],
  })
  const blocks = [{ type: 'image', slack_file: { id }, alt_text: 'The week in figures' }]
  const show = () => call('chat.postMessage', { channel: 'C0COUNCIL', text: 'week', blocks })
  expect(await show()).toMatchObject({ error: 'invalid_blocks' })
  expect(await call('files.info', { file: id })).toMatchObject({ file: { mimetype: '' } })
  expect(await call('files.info', { file: id })).toMatchObject({ file: { mimetype: 'image/png' } })
  expect(await show()).toMatchObject({ ok: true })
  expect(workspace.as('U0OMAR').messages('#cx-council').at(-1)?.visible).toBe('The week in figures')
})
