import { h } from './dom.js'
import { act, look } from './store.js'

const drafts = new Map()

/** The field in which one writes; what was typed waits while one looks elsewhere. */
export function composer(place, thread, label) {
  const key = `${look.as} ${place} ${thread}`
  const send = async () => {
    const text = field.value.trim()
    if (!text) return
    drafts.delete(key)
    field.value = ''
    grow()
    await act({ act: 'post', place, text, ...(thread ? { thread } : {}) })
  }
  const grow = () => {
    field.rows = Math.min(8, field.value.split('\n').length)
  }
  const field = h('textarea', {
    rows: 1,
    value: drafts.get(key) ?? '',
    placeholder: label,
    'aria-label': label,
    'data-key': `compose ${key}`,
    oninput: () => {
      drafts.set(key, field.value)
      grow()
    },
    onkeydown: (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
      event.preventDefault()
      void send()
    },
  })
  const advice = thread
    ? 'Enter sends. Commands do not work in threads.'
    : 'Enter sends. Type / for commands, @ for people.'
  return h(
    'div',
    { class: 'composer' },
    field,
    h('div', { class: 'bar' }, h('span', {}, advice), h('button', { class: 'send', onclick: send }, 'Send')),
  )
}
