import { describe, expect, test } from 'vitest'
import { checkBlocks, checkView } from '#adapters/practice/block-kit/surfaces.ts'
import type { Json } from '#adapters/practice/json.ts'
import { button, input, modal, mrkdwn, plain } from '../stand.ts'
import { actions, many, option, raw, section, select, x } from './samples.ts'

/** [what, how it is made with n, the most that passes] */
const LIMITS: [string, (n: number) => Json, number][] = [
  ['section text', (n) => section(x(n)), 3000],
  ['section fields', (n) => ({ type: 'section', fields: many(n, () => mrkdwn('f')) }), 10],
  ['section field', (n) => ({ type: 'section', fields: [mrkdwn(x(n))] }), 2000],
  ['header', (n) => ({ type: 'header', text: plain(x(n)) }), 150],
  ['context elements', (n) => ({ type: 'context', elements: many(n, () => mrkdwn('c')) }), 10],
  ['actions elements', (n) => actions(...many(n, () => button('b'))), 25],
  ['button text', (n) => actions(button(x(n))), 75],
  ['button value', (n) => actions(button('b', { value: x(n) })), 2000],
  ['button address', (n) => actions(button('b', { url: x(n) })), 3000],
  ['action_id', (n) => actions(button('b', { action_id: x(n) })), 255],
  ['block_id', (n) => ({ ...section('s'), block_id: x(n) }), 255],
  ['select options', (n) => actions(select({ options: many(n, (i) => option(`${i}`)) })), 100],
  [
    'select groups',
    (n) => actions(select({ option_groups: many(n, (i) => ({ label: plain('g'), options: [option(`${i}`)] })) })),
    100,
  ],
  ['option text', (n) => actions(select({ options: [option(x(n), 'v')] })), 75],
  ['option value', (n) => actions(select({ options: [option('t', x(n))] })), 75],
  ['option description', (n) => actions(select({ options: [option('t', 'v', { description: plain(x(n)) })] })), 75],
  ['placeholder', (n) => actions(select({ options: [option('t')], placeholder: plain(x(n)) })), 150],
  ['overflow options', (n) => actions({ type: 'overflow', options: many(n, (i) => option(`${i}`)) }), 5],
  ['checkboxes', (n) => actions({ type: 'checkboxes', options: many(n, (i) => option(`${i}`)) }), 10],
  ['radio buttons', (n) => actions({ type: 'radio_buttons', options: many(n, (i) => option(`${i}`)) }), 10],
  ['image alt_text', (n) => ({ type: 'image', image_url: 'https://a.example/i.png', alt_text: x(n) }), 2000],
  [
    'image title',
    (n) => ({ type: 'image', image_url: 'https://a.example/i.png', alt_text: 'a', title: plain(x(n)) }),
    2000,
  ],
  ['confirm title', (n) => actions(button('b', { confirm: confirm({ title: plain(x(n)) }) })), 100],
  ['confirm text', (n) => actions(button('b', { confirm: confirm({ text: plain(x(n)) }) })), 300],
  ['confirm button', (n) => actions(button('b', { confirm: confirm({ deny: plain(x(n)) }) })), 30],
  ['markdown', (n) => ({ type: 'markdown', text: x(n) }), 12_000],
  ['table rows', (n) => ({ type: 'table', rows: many(n, () => [raw('a')]) }), 100],
  ['table columns', (n) => ({ type: 'table', rows: [many(n, () => raw('a'))] }), 20],
]

function confirm(more: Json): Json {
  return { title: plain('t'), text: plain('x'), confirm: plain('y'), deny: plain('n'), ...more }
}

describe('limits of blocks', () => {
  test.each(LIMITS)('%s', (_, make, most) => {
    expect(checkBlocks([make(most)], 'message')).toEqual([])
    expect(checkBlocks([make(most + 1)], 'message')).not.toEqual([])
  })

  test('50 blocks are a message, 100 a view', () => {
    expect(
      checkBlocks(
        many(50, () => section('s')),
        'message',
      ),
    ).toEqual([])
    expect(
      checkBlocks(
        many(51, () => section('s')),
        'message',
      ),
    ).toMatchObject([{ message: 'no more than 50 items allowed' }])
    expect(
      checkBlocks(
        many(100, () => section('s')),
        'home',
      ),
    ).toEqual([])
    expect(
      checkBlocks(
        many(101, () => section('s')),
        'home',
      ),
    ).toHaveLength(1)
  })

  test('nothing is as wrong as too much', () => {
    expect(checkBlocks([section('')], 'message')).toMatchObject([{ message: 'must be more than 0 characters' }])
    expect(checkBlocks([actions()], 'message')).not.toEqual([])
  })
})

describe('limits of views', () => {
  const VIEWS: [string, (n: number) => Json, number][] = [
    ['title', (n) => modal([section('s')], { title: plain(x(n)) }), 24],
    ['submit', (n) => modal([section('s')], { submit: plain(x(n)) }), 24],
    ['close', (n) => modal([section('s')], { close: plain(x(n)) }), 24],
    ['private_metadata', (n) => modal([section('s')], { private_metadata: x(n) }), 3000],
    ['callback_id', (n) => modal([section('s')], { callback_id: x(n) }), 255],
    ['input label', (n) => modal([input(x(n))]), 2000],
    ['input hint', (n) => modal([input('l', undefined, { hint: plain(x(n)) })]), 2000],
    ['max_length', (n) => modal([input('l', { type: 'plain_text_input', max_length: n })]), 3000],
    ['initial_value', (n) => modal([input('l', { type: 'plain_text_input', initial_value: x(n) })]), 3000],
  ]

  test.each(VIEWS)('%s', (_, make, most) => {
    expect(checkView(make(most))).toEqual([])
    expect(checkView(make(most + 1))).not.toEqual([])
  })

  test('a modal that asks needs a submit button', () => {
    const { submit: _, ...without } = modal([input('What?')])
    expect(checkView(without)).toMatchObject([{ message: 'missing required field: submit', pointer: '/view' }])
  })

  test('home tabs and modals show no table and no markdown', () => {
    const table = { type: 'table', rows: [[raw('a')]] }
    const markdown = { type: 'markdown', text: '# a' }
    for (const surface of ['home', 'modal'] as const) {
      expect(checkBlocks([table], surface)).toMatchObject([{ message: 'unsupported type: table' }])
      expect(checkBlocks([markdown], surface)).toMatchObject([{ message: 'unsupported type: markdown' }])
    }
  })

  test('number, address and e-mail fields exist in modals only', () => {
    for (const type of ['email_text_input', 'url_text_input']) {
      expect(checkBlocks([input('l', { type })], 'modal')).toEqual([])
      expect(checkBlocks([input('l', { type })], 'message')).not.toEqual([])
    }
  })
})
