import { describe, expect, test } from 'vitest'
import type { Json } from '#adapters/practice/json.ts'
import { input, modal, openModalFor, plain, stand } from './stand.ts'

const text = (id: string, label: string, more: Json = {}) =>
  input(label, { type: 'plain_text_input', action_id: 'v' }, { block_id: id, ...more })
const options = ['Low', 'High'].map((word) => ({ text: plain(word), value: word.toLowerCase() }))
const answering = (action: Json) => () => ({ body: JSON.stringify(action) })

describe('handing in', () => {
  test('state.values has Slack’s shape for every element', async () => {
    const on = await stand()
    const anna = on.workspace.as('U0ANNA')
    const field = (label: string, element: Json) =>
      input(label, { action_id: 'v', ...element }, { block_id: label, optional: true })
    const view = modal([
      field('Text', { type: 'plain_text_input' }),
      field('Select', { type: 'static_select', options }),
      field('Several', { type: 'multi_static_select', options }),
      field('Person', { type: 'users_select' }),
      field('People', { type: 'multi_users_select' }),
      field('Channel', { type: 'conversations_select' }),
      field('Day', { type: 'datepicker' }),
      field('Time', { type: 'timepicker' }),
      field('Moment', { type: 'datetimepicker' }),
      field('One', { type: 'radio_buttons', options }),
      field('Boxes', { type: 'checkboxes', options }),
      field('Number', { type: 'number_input', is_decimal_allowed: false }),
    ])
    await openModalFor(on, 'U0ANNA', view)
    await anna.submit()
    expect(valuesOf(on.app.received.at(-1)?.payload)).toEqual({
      Text: { type: 'plain_text_input', value: null },
      Select: { type: 'static_select', selected_option: null },
      Several: { type: 'multi_static_select', selected_options: [] },
      Person: { type: 'users_select', selected_user: null },
      People: { type: 'multi_users_select', selected_users: [] },
      Channel: { type: 'conversations_select', selected_conversation: null },
      Day: { type: 'datepicker', selected_date: null },
      Time: { type: 'timepicker', selected_time: null },
      Moment: { type: 'datetimepicker', selected_date_time: null },
      One: { type: 'radio_buttons', selected_option: null },
      Boxes: { type: 'checkboxes', selected_options: [] },
      Number: { type: 'number_input', value: null },
    })
    await openModalFor(on, 'U0ANNA', view)
    const said = {
      Text: 'a & b',
      Select: 'High',
      Several: ['Low', 'High'],
      Person: 'Ben',
      People: ['@lou'],
      Channel: '#it',
    }
    const more = { Day: '2026-11-05', Time: '14:00', Moment: 1_793_000_000, One: 'Low', Boxes: ['High'], Number: '7' }
    for (const [label, value] of Object.entries({ ...said, ...more })) await anna.fill(label, value)
    expect(await anna.submit()).toEqual({ kind: 'closed' })
    const high = { text: { ...plain('High'), emoji: true }, value: 'high' }
    expect(valuesOf(on.app.received.at(-1)?.payload)).toMatchObject({
      Text: { value: 'a & b' },
      Select: { selected_option: high },
      Several: { selected_options: [{ value: 'low' }, high] },
      Person: { selected_user: 'U0BEN' },
      People: { selected_users: ['U0LOU'] },
      Channel: { selected_conversation: 'C0IT' },
      Day: { selected_date: '2026-11-05' },
      Time: { selected_time: '14:00' },
      Moment: { selected_date_time: 1_793_000_000 },
      One: { selected_option: { value: 'low' } },
      Boxes: { selected_options: [high] },
      Number: { value: '7' },
    })
    expect(anna.modal()).toBeUndefined()
  })

  test('a required field is asked for before anything is sent', async () => {
    const on = await stand()
    await openModalFor(on, 'U0ANNA', modal([text('a', 'What happened')]))
    const sent = on.app.received.length
    expect(await on.workspace.as('U0ANNA').submit()).toEqual({
      kind: 'errors',
      errors: { 'What happened': 'Please complete this required field.' },
      sent: false,
    })
    expect(on.app.received).toHaveLength(sent)
  })

  test('3,001 characters are stopped by Slack’s client, unless the test goes round it', async () => {
    const on = await stand()
    const anna = on.workspace.as('U0ANNA')
    await openModalFor(on, 'U0ANNA', modal([text('a', 'What happened')]))
    await anna.fill('What happened', 'x'.repeat(3001))
    expect(await anna.submit()).toMatchObject({ kind: 'errors', sent: false })
    expect(await anna.submit({ unchecked: true })).toEqual({ kind: 'closed' })
  })

  test('errors stand at their fields and what was typed stays', async () => {
    const on = await stand()
    const anna = on.workspace.as('U0ANNA')
    await openModalFor(on, 'U0ANNA', modal([text('a', 'What happened')]))
    await anna.fill('What happened', 'double charge')
    on.app.reply = answering({ response_action: 'errors', errors: { a: 'Say more' } })
    expect(await anna.submit()).toEqual({ kind: 'errors', errors: { 'What happened': 'Say more' }, sent: true })
    expect(anna.modal()?.fields).toMatchObject([{ error: 'Say more', state: { value: 'double charge' } }])
    on.app.reply = answering({ response_action: 'errors', errors: { nowhere: 'Say more' } })
    expect(await anna.submit()).toMatchObject({ kind: 'failed', reason: expect.stringContaining('nowhere') })
  })

  test.each([
    ['no 200', { status: 500 }],
    ['no JSON', { body: 'sorry' }],
    ['no such action', { body: '{"response_action":"shrug"}' }],
    ['a view that Slack refuses', { body: JSON.stringify({ response_action: 'update', view: { type: 'modal' } }) }],
    ['no answer', { never: true }],
  ])('with %s the modal stays, shows Slack’s error and keeps the words', async (_, reply) => {
    const on = await stand({ answerWithin: 50 })
    const anna = on.workspace.as('U0ANNA')
    await openModalFor(on, 'U0ANNA', modal([text('a', 'What happened')]))
    await anna.fill('What happened', 'double charge')
    on.app.reply = () => reply
    expect(await anna.submit()).toMatchObject({ kind: 'failed' })
    expect(anna.modal()).toMatchObject({
      failure: 'We had some trouble connecting. Try again?',
      fields: [{ state: { value: 'double charge' } }],
    })
  })

  test('update, push and clear', async () => {
    const on = await stand()
    const anna = on.workspace.as('U0ANNA')
    await openModalFor(on, 'U0ANNA', modal([text('a', 'First', { optional: true })]))
    on.app.reply = answering({ response_action: 'update', view: modal([text('b', 'Second', { optional: true })]) })
    expect(await anna.submit()).toEqual({ kind: 'updated' })
    on.app.reply = answering({ response_action: 'push', view: modal([text('c', 'Third', { optional: true })]) })
    expect(await anna.submit()).toEqual({ kind: 'pushed' })
    expect(anna.modal()?.fields[0]?.label).toBe('Third')
    on.app.reply = () => ({})
    expect(await anna.submit()).toEqual({ kind: 'closed' })
    expect(anna.modal()?.fields[0]?.label).toBe('Second')
    on.app.reply = answering({ response_action: 'clear' })
    expect(await anna.submit()).toEqual({ kind: 'cleared' })
    expect(anna.modal()).toBeUndefined()
  })
})

function valuesOf(payload: Json | undefined): Json {
  const view = payload?.view as { state: { values: Record<string, { v: Json }> } }
  return Object.fromEntries(Object.entries(view.state.values).map(([block, actions]) => [block, actions.v]))
}
