/** Makes an element. Text always goes in as text, so nothing anybody wrote can become markup. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag)
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value)
    else if (key === 'class') element.className = value
    else if (key === 'value' || key === 'checked' || key === 'selected') element[key] = value
    else element.setAttribute(key, value === true ? '' : value)
  }
  element.append(...children.flat(3).filter((child) => child !== undefined && child !== null && child !== false))
  return element
}

const drawn = new Map()

/** Redraws a region only when its data have changed, and leaves the cursor where it was. */
export function region(id, data, draw) {
  const key = JSON.stringify(data)
  if (drawn.get(id) === key) return false
  drawn.set(id, key)
  const place = document.getElementById(id)
  const focus = focused()
  place.replaceChildren(...[draw()].flat())
  restore(focus)
  return true
}

function focused() {
  const active = document.activeElement
  if (!active?.dataset?.key) return undefined
  const { selectionStart, selectionEnd, value } = active
  return { key: active.dataset.key, selectionStart, selectionEnd, value }
}

function restore(focus) {
  if (!focus || document.activeElement?.dataset?.key === focus.key) return
  const again = [...document.querySelectorAll('[data-key]')].find((one) => one.dataset.key === focus.key)
  if (!again) return
  again.focus()
  try {
    again.setSelectionRange(focus.selectionStart, focus.selectionEnd)
  } catch {
    // Only text fields have a cursor.
  }
}

/** A menu that opens under its button. */
export function menu(label, title, items, kind = '') {
  const details = h(
    'details',
    { class: `menu ${kind}` },
    h('summary', { title, 'aria-label': title }, label),
    h('div', { onclick: () => details.removeAttribute('open') }, items),
  )
  return details
}

document.addEventListener('click', (event) => {
  for (const open of document.querySelectorAll('details.menu[open]')) {
    if (!open.contains(event.target)) open.removeAttribute('open')
  }
})

let fading

/** Says something at the bottom of the page for a while, in front of an open modal too. */
export function notify(text) {
  const notice = document.getElementById('notice')
  notice.textContent = text
  if (notice.matches(':popover-open')) notice.hidePopover()
  notice.showPopover()
  clearTimeout(fading)
  fading = setTimeout(() => notice.hidePopover(), 6000)
}
