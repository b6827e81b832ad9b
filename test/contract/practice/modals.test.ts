import { describe, expect, test } from 'vitest'
import type { Json } from '#adapters/practice/json.ts'
import { button, input, modal, openModalFor, plain, stand } from './stand.ts'

const text = (id: string, label: string, more: Json = {}) =>
  input(label, { type: 'plain_text_input', action_id: 'v' }, { block_id: id, ...more })
const options = ['Low', 'High'].map((word) => ({ text: plain(word), value: word.toLowerCase() }))

describe('triggers', () => {
  test('open one view, once, within three seconds', async () => {
    const on = await stand()
    await on.workspace.as('U0ANNA').command('/cx', 'flag', '#support')
    await on.workspace.as('U0ANNA').command('/cx', 'flag', '#support')
    const [first, second] = on.app.received.map(({ payload }) => payload.trigger_id)
    const open = (trigger_id: unknown) => on.call('views.open', { trigger_id, view: modal([text('a', 'What?')]) })
    expect(await open(first)).toMatchObject({ ok: true })
    expect(await open(first)).toMatchObject({ error: 'exchanged_trigger_id' })
    on.clock.forward(3001)
    expect(await open(second)).toMatchObject({ error: 'expired_trigger_id' })
    expect(await open('1.2.3')).toMatchObject({ error: 'invalid_trigger_id' })
  })

  test('only a trigger from inside a modal pushes, up to three views', async () => {
    const on = await stand()
    const anna = on.workspace.as('U0ANNA')
    const view = modal([{ type: 'actions', elements: [button('More', { action_id: 'more' })] }])
    await anna.command('/cx', '', '#support')
    const outside = on.app.received.at(-1)?.payload.trigger_id
    expect(await on.call('views.push', { trigger_id: outside, view })).toMatchObject({ error: 'not_found' })
    await openModalFor(on, 'U0ANNA', view)
    const push = async () => {
      await anna.press('modal', 'More')
      return on.call('views.push', { trigger_id: on.app.received.at(-1)?.payload.trigger_id, view })
    }
    const second = await push()
    expect(second).toMatchObject({ ok: true, view: { previous_view_id: expect.stringMatching(/^V/) } })
    expect(await push()).toMatchObject({ ok: true })
    expect(await push()).toMatchObject({ error: 'push_limit_reached' })
  })
})

describe('updating', () => {
  test('typed input stays where block_id and action_id stay', async () => {
    const on = await stand()
    const anna = on.workspace.as('U0ANNA')
    const opened = await openModalFor(on, 'U0ANNA', modal([text('a', 'Kept'), text('b', 'Lost')]))
    await anna.fill('Kept', 'my words')
    await anna.fill('Lost', 'gone')
    const { id, hash } = opened.view as Json
    const view = modal([text('new', 'Before'), text('a', 'Kept, renamed'), text('b2', 'Lost')])
    expect(await on.call('views.update', { view_id: id, hash, view })).toMatchObject({ ok: true })
    const values = anna.modal()?.fields.map(({ label, state }) => [label, state?.value])
    expect(values).toEqual([
      ['Before', null],
      ['Kept, renamed', 'my words'],
      ['Lost', null],
    ])
    expect(await on.call('views.update', { view_id: id, hash, view })).toMatchObject({ error: 'hash_conflict' })
    await anna.close()
    expect(await on.call('views.update', { view_id: id, view })).toMatchObject({ error: 'not_found' })
  })

  test('closing is told where the app asked to know', async () => {
    const on = await stand()
    await openModalFor(on, 'U0ANNA', modal([text('a', 'x')], { notify_on_close: true, callback_id: 'flag' }))
    await on.workspace.as('U0ANNA').close()
    expect(on.app.received.at(-1)?.payload).toMatchObject({
      type: 'view_closed',
      is_cleared: false,
      view: { callback_id: 'flag' },
    })
  })

  test('an input that dispatches tells the app at once', async () => {
    const on = await stand()
    const more = { dispatch_action: true, block_id: 'dep' }
    await openModalFor(
      on,
      'U0ANNA',
      modal([input('Department', { type: 'static_select', action_id: 'd', options }, more)]),
    )
    await on.workspace.as('U0ANNA').fill('Department', 'High')
    expect(on.app.received.at(-1)?.payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'view' },
      actions: [{ block_id: 'dep', action_id: 'd', selected_option: { value: 'high' } }],
      view: { state: { values: { dep: { d: { selected_option: { value: 'high' } } } } } },
    })
  })

  test('an external select asks the app for its options', async () => {
    const on = await stand()
    await openModalFor(on, 'U0ANNA', modal([input('Customer', { type: 'external_select', action_id: 'c' })]))
    on.app.reply = ({ payload }) => (payload.type === 'block_suggestion' ? { body: JSON.stringify({ options }) } : {})
    await on.workspace.as('U0ANNA').fill('Customer', 'High')
    expect(on.app.received.at(-1)?.payload).toMatchObject({ type: 'block_suggestion', action_id: 'c', value: 'High' })
    expect(on.workspace.as('U0ANNA').modal()?.visible).toContain('Customer: [High]')
  })
})

describe('shortcuts', () => {
  const shortcuts = [
    { name: 'Flag for the council', callback_id: 'flag_message', type: 'message' as const },
    { name: 'Flag a customer issue', callback_id: 'flag', type: 'global' as const },
  ]

  test('are found by their names and carry the whole message', async () => {
    const on = await stand({ shortcuts })
    const anna = on.workspace.as('U0ANNA')
    const { ts, channel } = await anna.post('@ben', 'they pay > 100 EUR twice')
    await anna.shortcutOnMessage('Flag for the council', channel, ts)
    expect(on.app.received[0]?.payload).toMatchObject({
      type: 'message_action',
      callback_id: 'flag_message',
      channel: { id: channel, name: 'directmessage' },
      message: { ts, user: 'U0ANNA', text: 'they pay &gt; 100 EUR twice' },
    })
    await anna.globalShortcut('Flag a customer issue')
    expect(on.app.received[1]?.payload).toMatchObject({ type: 'shortcut', callback_id: 'flag', user: { id: 'U0ANNA' } })
    await expect(anna.globalShortcut('Flag')).rejects.toThrow('no global shortcut')
  })
})
