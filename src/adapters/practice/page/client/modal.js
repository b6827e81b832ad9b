import { blocks } from './blocks.js'
import { h } from './dom.js'
import { act } from './store.js'

/** The modal on top of the stack. */
export function modal(stack) {
  const view = stack.at(-1)
  if (!view) return []
  const target = { viewId: view.id }
  const submit = (event) => {
    event.preventDefault()
    return act({ act: 'submit', values: typedIn(dialog) })
  }
  const close = (all) => act({ act: 'close', all })
  const dialog = h(
    'dialog',
    { oncancel: (event) => event.preventDefault() || close(false) },
    h(
      'form',
      { onsubmit: submit, novalidate: true },
      h(
        'header',
        {},
        h('h1', {}, view.title),
        h('button', { type: 'button', title: 'Close', onclick: () => close(true) }, '×'),
      ),
      h(
        'div',
        { class: 'body' },
        view.errors[''] && h('p', { class: 'failure' }, view.errors['']),
        blocks(view.blocks, { target, values: view.values, errors: view.errors }),
      ),
      h(
        'footer',
        {},
        h(
          'button',
          { type: 'button', class: 'element', onclick: () => close(false) },
          stack.length > 1 ? 'Back' : view.close,
        ),
        view.submit && h('button', { class: 'element primary', 'data-submit': true }, view.submit),
      ),
    ),
  )
  queueMicrotask(() => dialog.isConnected && dialog.showModal())
  return [dialog]
}

/** What stands in the text fields at this moment: the last keystrokes may not have reached the server yet. */
function typedIn(dialog) {
  return [...dialog.querySelectorAll('[data-element]')]
    .filter((node) => node.matches('input[type=text],input[inputmode],textarea'))
    .map((node) => {
      const { type, ...at } = JSON.parse(node.dataset.element)
      return { ...at, value: node.value }
    })
}
