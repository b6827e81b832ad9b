import { h } from './dom.js'
import { act, state } from './store.js'
import { plain, words } from './words/mrkdwn.js'

const asOption = (text, value) => ({ text: { type: 'plain_text', text }, value })

export function people() {
  const active = state.people.filter((one) => one.kind !== 'deactivated')
  return active.map((one) => asOption(one.title ? `${one.realName} · ${one.title}` : one.realName, one.id))
}

export function places() {
  return state.channels.filter((one) => one.visible).map((one) => asOption(`#${one.name}`, one.id))
}

function optionsOf(one) {
  return one.options ?? one.option_groups.flatMap((group) => group.options)
}

/** The value of what is held: options are held whole, ids as they are. */
const chosenValue = (held) => (held && typeof held === 'object' ? held.value : held)

/** A menu of which one thing is chosen. */
export function select(one, { held, change, key }) {
  const entry = (option) =>
    h('option', { value: option.value, selected: option.value === chosenValue(held) }, plain(option.text.text))
  const groups = one.option_groups?.map((group) =>
    h('optgroup', { label: plain(group.label.text) }, group.options.map(entry)),
  )
  return h(
    'select',
    { class: 'element', 'data-key': key, onchange: (event) => change(event.target.value || null) },
    h('option', { value: '', selected: held === null }, one.placeholder ? plain(one.placeholder.text) : 'Choose…'),
    groups ?? one.options.map(entry),
  )
}

/** A list of which several things are chosen. */
export function checks(one, { held, change }) {
  const chosen = new Set((held ?? []).map(chosenValue))
  const toggle = (value) => {
    if (!chosen.delete(value)) chosen.add(value)
    return change([...chosen])
  }
  const boxes = optionsOf(one).map((option) => {
    const box = h('input', {
      type: 'checkbox',
      checked: chosen.has(option.value),
      onchange: () => toggle(option.value),
    })
    return choice(option, box)
  })
  return h('div', { class: one.type === 'checkboxes' ? 'choices' : 'choices boxed' }, boxes)
}

export function radios(one, { held, change, key }) {
  return h(
    'div',
    { class: 'choices' },
    one.options.map((option) => {
      const checked = option.value === chosenValue(held)
      return choice(option, h('input', { type: 'radio', name: key, checked, onchange: () => change(option.value) }))
    }),
  )
}

function choice(option, box) {
  return h(
    'label',
    {},
    box,
    h('span', {}, words(option.text)),
    option.description && h('span', { class: 'note' }, words(option.description)),
  )
}

/** A search field whose answers come from the app. */
export function externalSelect(one, { at, held, change, key }) {
  const list = h('div', { class: 'choices' })
  const least = one.min_query_length ?? 3
  let waiting
  const search = async (query) => {
    const { options = [] } = await act({ act: 'suggest', ...at, query })
    const offered = options.map((option) =>
      h(
        'button',
        { type: 'button', class: 'element', onclick: () => change(JSON.stringify(option)) },
        words(option.text),
      ),
    )
    list.replaceChildren(...(offered.length > 0 ? offered : [h('span', { class: 'note' }, 'Nothing found')]))
  }
  const field = h('input', {
    class: 'element',
    'data-key': key,
    value: held ? plain(held.text.text) : '',
    placeholder: one.placeholder ? plain(one.placeholder.text) : 'Type to search',
    oninput: (event) => {
      clearTimeout(waiting)
      if (event.target.value.length >= least) waiting = setTimeout(() => search(event.target.value), 250)
    },
  })
  return h('div', { class: 'choices' }, field, list)
}
