import { h } from './dom.js'
import { element } from './elements.js'
import { words } from './words/mrkdwn.js'
import { richText } from './words/rich-text.js'

/** Blocks as nodes. `place` says where they stand: target, values, errors. */
export function blocks(list, place) {
  return h(
    'div',
    { class: 'blocks' },
    list.map((block) => draw(block, place)),
  )
}

function draw(block, place) {
  const drawer = DRAWERS[block.type]
  return drawer ? drawer(block, place) : h('div', { class: 'note' }, `[${block.type}]`)
}

const DRAWERS = {
  section: (block, place) =>
    h(
      'div',
      { class: 'section' },
      h(
        'div',
        {},
        block.text && h('div', { class: 'text' }, words(block.text)),
        block.fields &&
          h(
            'div',
            { class: 'fields' },
            block.fields.map((one) => h('div', { class: 'text' }, words(one))),
          ),
      ),
      block.accessory &&
        (block.accessory.type === 'image' ? picture(block.accessory) : element(block, block.accessory, place)),
    ),
  header: (block) => h('h3', {}, words(block.text)),
  divider: () => h('hr'),
  context: (block) =>
    h(
      'div',
      { class: 'context' },
      block.elements.map((one) => (one.type === 'image' ? picture(one) : h('span', { class: 'text' }, words(one)))),
    ),
  actions: (block, place) =>
    h(
      'div',
      { class: 'actions' },
      block.elements.map((one) => element(block, one, place)),
    ),
  image: (block) =>
    h('figure', { style: 'margin:0' }, block.title && h('div', { class: 'note' }, words(block.title)), picture(block)),
  rich_text: (block) => h('div', {}, richText(block.elements)),
  markdown: (block) => h('div', { class: 'text' }, block.text.replace(/\*\*/g, '')),
  table: (block) =>
    h(
      'table',
      {},
      block.rows.map((row) =>
        h(
          'tr',
          {},
          row.map((cell) =>
            h('td', {}, cell.type === 'rich_text' ? richText(cell.elements) : (cell.text ?? String(cell.value))),
          ),
        ),
      ),
    ),
  input: (block, place) => {
    const error = place.errors?.[block.block_id]
    // A label around several boxes would tick the first one when its words are clicked.
    const single = /select$|input$|picker$/.test(block.element.type) && !/^multi_|^external/.test(block.element.type)
    return h(
      single ? 'label' : 'div',
      { class: error ? 'field wrong' : 'field', ...(single ? {} : { role: 'group' }) },
      h('b', {}, words(block.label), block.optional && h('span', { class: 'note' }, ' (optional)')),
      element(block, block.element, place),
      block.hint && h('span', { class: 'hint' }, words(block.hint)),
      error && h('span', { class: 'error' }, error),
    )
  },
}

/** Pictures of this workspace are shown; others are named, because the page works without a network. */
function picture(image) {
  const file = image.slack_file
  const id = file?.id ?? /\/files\/(F\w+)\//.exec(file?.url ?? '')?.[1]
  if (id) return h('img', { src: `/page/file/${id}`, alt: image.alt_text, title: image.alt_text })
  if (image.image_url?.startsWith(`${location.origin}/`)) return h('img', { src: image.image_url, alt: image.alt_text })
  return h('div', { class: 'missing-picture' }, `Picture: ${image.alt_text}`)
}
