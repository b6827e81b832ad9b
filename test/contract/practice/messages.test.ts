import { describe, expect, test } from 'vitest'
import { button, mrkdwn, stand } from './stand.ts'

const META = { event_type: 'card', event_payload: { issue: 'CX-1' } }

describe('writing', () => {
  test.each([
    [{ channel: 'C0SUPPORT' }, 'no_text'],
    [{ channel: 'C0RANDOM', text: 'x' }, 'not_in_channel'],
    [{ channel: 'C0LEADERS', text: 'x' }, 'channel_not_found'],
    [{ channel: 'U0GONE', text: 'x' }, 'channel_not_found'],
    [{ channel: 'C0SUPPORT', text: 'x', thread_ts: '1.000001' }, 'cannot_reply_to_message'],
    [{ channel: 'C0SUPPORT', text: 'x', blocks: 'no json' }, 'invalid_blocks_format'],
    [{ channel: 'C0SUPPORT', text: 'x', metadata: 'no json' }, 'invalid_metadata_format'],
    [{ channel: 'C0SUPPORT', text: 'x', metadata: { event_type: 'a' } }, 'invalid_metadata_schema'],
    [
      { channel: 'C0SUPPORT', text: 'x', metadata: { event_type: 'a', event_payload: { a: 'b'.repeat(8192) } } },
      'metadata_too_large',
    ],
  ])('%j is refused with %s', async (args, error) => {
    const { call } = await stand()
    expect(await call('chat.postMessage', args)).toMatchObject({ ok: false, error })
  })

  test('nothing can be written in an archived channel', async () => {
    const { workspace, call } = await stand()
    const posted = await call('chat.postMessage', { channel: 'C0SUPPORT', text: 'x' })
    await workspace.as('U0OMAR').archive('#support')
    expect(await call('chat.postMessage', { channel: 'C0SUPPORT', text: 'x' })).toMatchObject({ error: 'is_archived' })
    const update = await call('chat.update', { channel: 'C0SUPPORT', ts: posted.ts, text: 'y' })
    expect(update).toMatchObject({ error: 'is_inactive' })
  })

  test('timestamps are unique and grow while the clock stands still', async () => {
    const { call } = await stand()
    const posts = await Promise.all(
      [1, 2, 3].map((n) => call('chat.postMessage', { channel: 'C0SUPPORT', text: `${n}` })),
    )
    const stamps = posts.map((post) => String(post.ts))
    expect(new Set(stamps).size).toBe(3)
    expect(stamps[0]).toMatch(/^\d{10}\.\d{6}$/)
    expect([...stamps].sort()).toEqual(stamps)
  })

  test('a message to a person opens their direct messages', async () => {
    const { workspace, call } = await stand()
    const posted = await call('chat.postMessage', { channel: 'U0ANNA', text: 'for you' })
    expect(posted).toMatchObject({ ok: true, channel: expect.stringMatching(/^D/) })
    expect(await call('conversations.open', { users: 'U0ANNA' })).toMatchObject({
      already_open: true,
      channel: { id: posted.channel },
    })
    expect(
      workspace
        .as('U0ANNA')
        .dms()
        .map((message) => message.text),
    ).toEqual(['for you'])
    expect(() => workspace.as('U0BEN').messages(String(posted.channel))).toThrow('cannot see')
  })

  test('an update keeps what it does not mention and replaces what it does', async () => {
    const { call } = await stand()
    const blocks = [{ type: 'section', text: mrkdwn('first') }]
    const { ts } = await call('chat.postMessage', { channel: 'C0SUPPORT', text: 'a', blocks, metadata: META })
    const updated = await call('chat.update', { channel: 'C0SUPPORT', ts, text: 'b' })
    expect(updated).toMatchObject({
      ok: true,
      text: 'b',
      message: { blocks: [{ text: { text: 'first' } }], metadata: META },
    })
    const emptied = await call('chat.update', { channel: 'C0SUPPORT', ts, text: 'c', blocks: [], metadata: {} })
    expect(emptied.message).not.toHaveProperty('blocks')
    expect(emptied.message).not.toHaveProperty('metadata')
  })

  test('only one’s own messages can be changed or deleted', async () => {
    const { workspace, call } = await stand()
    const { ts } = await workspace.as('U0ANNA').post('#support', 'mine')
    const at = { channel: 'C0SUPPORT', ts }
    expect(await call('chat.update', { ...at, text: 'yours' })).toMatchObject({ error: 'cant_update_message' })
    expect(await call('chat.delete', at)).toMatchObject({ error: 'cant_delete_message' })
    expect(await call('chat.update', { ...at, ts: '1.000001', text: 'x' })).toMatchObject({
      error: 'message_not_found',
    })
  })

  test('4,000 characters are an update, 4,001 are none', async () => {
    const { call } = await stand()
    const { ts } = await call('chat.postMessage', { channel: 'C0SUPPORT', text: 'x' })
    const update = (length: number) => call('chat.update', { channel: 'C0SUPPORT', ts, text: 'x'.repeat(length) })
    expect(await update(4000)).toMatchObject({ ok: true })
    expect(await update(4001)).toMatchObject({ error: 'msg_too_long' })
  })

  test('an ephemeral message needs its reader in the channel and is seen by nobody else', async () => {
    const { workspace, call } = await stand()
    const to = (user: string) => call('chat.postEphemeral', { channel: 'C0SUPPORT', user, text: 'psst' })
    expect(await to('U0MIA')).toMatchObject({ error: 'user_not_in_channel' })
    expect(await to('U0ANNA')).toMatchObject({ ok: true, message_ts: expect.any(String) })
    expect(workspace.as('U0ANNA').ephemerals('#support')).toMatchObject([{ text: 'psst', onlyForYou: true }])
    expect(workspace.as('U0OMAR').ephemerals()).toEqual([])
    expect(await call('conversations.history', { channel: 'C0SUPPORT' })).toMatchObject({ messages: [] })
  })
})

test('a button drawn before the message changed can still be pressed by one who saw it', async () => {
  const { workspace, app, call } = await stand()
  const blocks = [
    { type: 'actions', block_id: 'b', elements: [button('Claim', { action_id: 'claim', value: 'CX-1' })] },
  ]
  const { ts } = await call('chat.postMessage', { channel: 'C0SUPPORT', text: 'card', blocks })
  const omar = workspace.as('U0OMAR')
  const seen = omar.messages('#support').find((message) => message.ts === ts)
  if (!seen) throw new Error('not seen')
  await call('chat.update', { channel: 'C0SUPPORT', ts, text: 'claimed', blocks: [] })
  await expect(omar.press(seen, 'Claim')).rejects.toThrow('no button "Claim"')
  await omar.press(seen, 'Claim', { asSeen: true })
  expect(app.received.at(-1)?.payload).toMatchObject({
    actions: [{ action_id: 'claim', value: 'CX-1', block_id: 'b' }],
  })
})
