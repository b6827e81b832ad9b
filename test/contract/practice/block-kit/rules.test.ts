import { describe, expect, test } from 'vitest'
import { checkBlocks, checkView } from '#adapters/practice/block-kit/surfaces.ts'
import type { Json } from '#adapters/practice/json.ts'
import { button, input, modal, mrkdwn, plain, stand } from '../stand.ts'
import { actions, many, option, raw, section, select, x } from './samples.ts'

describe('what belongs together', () => {
  test('an unknown property fails the whole payload', () => {
    expect(checkBlocks([{ ...section('s'), colour: 'red' }], 'message')).toMatchObject([
      { message: 'invalid additional property: colour', pointer: '/blocks/0' },
    ])
    expect(checkBlocks([{ type: 'section', text: { ...mrkdwn('s'), emoji: true } }], 'message')).toHaveLength(1)
  })

  test('action_id is unique in its block, block_id in the payload', () => {
    const twice = button('b', { action_id: 'a' })
    expect(checkBlocks([actions(twice, twice)], 'message')).toHaveLength(1)
    expect(checkBlocks([actions(twice), actions(twice)], 'message')).toEqual([])
    expect(
      checkBlocks(
        [
          { ...section('s'), block_id: 'b' },
          { ...section('t'), block_id: 'b' },
        ],
        'message',
      ),
    ).toHaveLength(1)
  })

  test('elements stand only where Slack lets them', () => {
    expect(checkBlocks([actions({ type: 'plain_text_input' })], 'message')).toMatchObject([
      { message: 'unsupported type: plain_text_input', pointer: '/blocks/0/elements/0/type' },
    ])
    expect(checkView(modal([input('l', button('b'))]))).not.toEqual([])
    expect(checkBlocks([{ ...section('s'), accessory: { type: 'datetimepicker' } }], 'message')).not.toEqual([])
    expect(checkBlocks([{ type: 'context', elements: [button('b')] }], 'message')).not.toEqual([])
  })

  test('a select has one source of options and starts with one of them', () => {
    const options = [option('a')]
    expect(checkBlocks([actions(select({}))], 'message')).toHaveLength(1)
    expect(
      checkBlocks([actions(select({ options, option_groups: [{ label: plain('g'), options }] }))], 'message'),
    ).toHaveLength(1)
    expect(checkBlocks([actions(select({ options, initial_option: option('a') }))], 'message')).toEqual([])
    expect(checkBlocks([actions(select({ options, initial_option: option('b') }))], 'message')).toHaveLength(1)
  })

  test('one table and 12,000 characters of markdown in all', () => {
    const table = { type: 'table', rows: [[raw('a')]] }
    expect(checkBlocks([table, table], 'message')).toMatchObject([{ message: 'only_one_table_allowed' }])
    const half = { type: 'markdown', text: x(6001) }
    expect(checkBlocks([half, half], 'message')).toHaveLength(1)
  })

  test('rich text knows its parts', () => {
    const rich = (elements: Json[]) => [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }]
    const parts = [
      { type: 'text', text: 'Hi ', style: { bold: true } },
      { type: 'user', user_id: 'U0ANNA' },
      { type: 'emoji', name: 'wave' },
      { type: 'link', url: 'https://a.example', text: 'there' },
    ]
    expect(checkBlocks(rich(parts), 'message')).toEqual([])
    expect(checkBlocks(rich([{ type: 'text', text: '' }]), 'message')).toHaveLength(1)
    expect(checkBlocks(rich([{ type: 'mrkdwn', text: 'x' }]), 'message')).toHaveLength(1)
  })

  test('dates and times have Slack’s form', () => {
    expect(checkBlocks([actions({ type: 'datepicker', initial_date: '2026-11-02' })], 'message')).toEqual([])
    expect(checkBlocks([actions({ type: 'datepicker', initial_date: '2.11.2026' })], 'message')).toHaveLength(1)
    expect(checkBlocks([actions({ type: 'timepicker', initial_time: '24:00' })], 'message')).toHaveLength(1)
  })
})

describe('over the wire', () => {
  test('a refused message names each place', async () => {
    const { call } = await stand()
    const blocks = [section('s'), { type: 'header', text: plain(x(151)) }]
    const line = 'must be less than 151 characters [json-pointer:/blocks/1/text/text]'
    expect(await call('chat.postMessage', { channel: 'C0SUPPORT', text: 'x', blocks })).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [line],
      response_metadata: { messages: [`[ERROR] ${line}`] },
    })
  })

  test('a refused view leaves the trigger unused', async () => {
    const { workspace, app, call } = await stand()
    await workspace.as('U0ANNA').command('/cx', 'flag', '#support')
    const trigger = app.received[0]?.payload.trigger_id
    const wrong = modal([input('What?')], { title: plain(x(25)) })
    expect(await call('views.open', { trigger_id: trigger, view: wrong })).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'] },
    })
    expect(await call('views.open', { trigger_id: trigger, view: modal([input('What?')]) })).toMatchObject({ ok: true })
  })

  test('a view of 250 KB is too large', async () => {
    const { call } = await stand()
    const blocks = many(100, () => section(x(2600)))
    expect(await call('views.publish', { user_id: 'U0ANNA', view: { type: 'home', blocks } })).toMatchObject({
      error: 'view_too_large',
    })
  })

  test('blocks can be checked without being posted', async () => {
    const { call } = await stand()
    expect(await call('blocks.validate', { blocks: [section('s')] })).toEqual({ ok: true })
    expect(await call('blocks.validate', { blocks: [section('')] })).toMatchObject({
      error: 'invalid_blocks',
      errors: [{ pointer: '/0/text/text', message: 'must be more than 0 characters' }],
    })
  })
})
