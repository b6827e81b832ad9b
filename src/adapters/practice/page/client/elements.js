import { checks, externalSelect, people, places, radios, select } from './choosers.js'
import { h, menu } from './dom.js'
import { act, note } from './store.js'
import { plain, words } from './words/mrkdwn.js'

/** What an element holds now, by the key Slack keeps it under. */
function held(block, one, place) {
  const { type, ...value } = place.values?.[block.block_id]?.[one.action_id] ?? {}
  return Object.values(value)[0] ?? null
}

/** An interactive element. Inside an input it only notes the value, elsewhere it tells the app. */
export function element(block, one, place) {
  const at = { target: place.target, blockId: block.block_id, actionId: one.action_id }
  const tells = block.type !== 'input' || block.dispatch_action === true
  const change = async (value) => {
    if (!(await agreed(one))) return undefined
    return act({ act: tells ? 'choose' : 'set', ...at, value })
  }
  const drawer = DRAWERS[one.type]
  if (!drawer) return h('span', { class: 'note' }, `[${one.type}]`)
  const node = drawer(one, {
    at,
    held: held(block, one, place),
    change,
    typed: typing(at, change, tells),
    key: keyOf(at),
  })
  node.dataset.element = JSON.stringify({ ...at, type: one.type })
  return node
}

function keyOf(at) {
  return `${at.target.viewId ?? at.target.ts} ${at.blockId} ${at.actionId}`
}

/** Typed text goes to the server while it is typed, so that a redrawn modal keeps it; Enter tells the app where it wants to know. */
function typing(at, change, tells) {
  return {
    oninput: (event) => note({ act: 'set', ...at, value: event.target.value }),
    onchange: (event) => (tells ? change(event.target.value) : undefined),
  }
}

/** Asks first where the element wants a confirmation. */
async function agreed(one) {
  if (!one.confirm) return true
  const { title, text, confirm: yes, deny: no } = one.confirm
  return new Promise((resolve) => {
    const end = (answer) => {
      dialog.remove()
      resolve(answer)
    }
    const dialog = h(
      'dialog',
      { oncancel: () => end(false) },
      h('header', {}, h('h1', {}, words(title))),
      h('div', { class: 'body' }, words(text)),
      h(
        'footer',
        {},
        h('button', { class: 'element', onclick: () => end(false) }, words(no)),
        h('button', { class: `element ${one.confirm.style ?? 'primary'}`, onclick: () => end(true) }, words(yes)),
      ),
    )
    document.body.append(dialog)
    dialog.showModal()
  })
}

function field(tag, props) {
  return (one, { held, typed, key }) =>
    h(tag, {
      class: 'element',
      value: held ?? '',
      placeholder: one.placeholder ? plain(one.placeholder.text) : '',
      'data-key': key,
      autofocus: one.focus_on_load,
      ...props,
      ...typed,
    })
}

function picker(type, toValue = (text) => text, fromValue = (value) => value) {
  return (_, { held, change, key }) =>
    h('input', {
      class: 'element',
      type,
      'data-key': key,
      value: held === null ? '' : fromValue(held),
      onchange: (event) => change(event.target.value === '' ? null : toValue(event.target.value)),
    })
}

const DRAWERS = {
  button: (one, { at }) =>
    h(
      'button',
      {
        type: 'button',
        class: `element ${one.style ?? ''}`,
        onclick: async (event) => {
          event.preventDefault()
          if (!(await agreed(one))) return
          if (one.url) window.open(one.url, '_blank', 'noreferrer')
          await act({ act: 'press', ...at })
        },
      },
      words(one.text),
    ),
  overflow: (one, { change }) =>
    menu(
      h('span', { class: 'element more' }, '⋯'),
      'More',
      one.options.map((option) =>
        h('button', { type: 'button', onclick: () => change(option.value) }, words(option.text)),
      ),
    ),
  plain_text_input: (one, context) =>
    one.multiline ? field('textarea', { rows: 4 })(one, context) : field('input', { type: 'text' })(one, context),
  number_input: field('input', { inputmode: 'decimal' }),
  email_text_input: field('input', { inputmode: 'email' }),
  url_text_input: field('input', { inputmode: 'url' }),
  datepicker: picker('date'),
  timepicker: picker('time'),
  datetimepicker: picker('datetime-local', (text) => Math.floor(new Date(text).getTime() / 1000), localTime),
  static_select: select,
  users_select: (one, context) => select({ ...one, options: people() }, context),
  conversations_select: (one, context) => select({ ...one, options: places() }, context),
  channels_select: (one, context) => select({ ...one, options: places() }, context),
  multi_static_select: checks,
  checkboxes: checks,
  multi_users_select: (one, context) => checks({ ...one, options: people() }, context),
  multi_conversations_select: (one, context) => checks({ ...one, options: places() }, context),
  multi_channels_select: (one, context) => checks({ ...one, options: places() }, context),
  radio_buttons: radios,
  external_select: externalSelect,
}

function localTime(seconds) {
  const date = new Date(seconds * 1000)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
