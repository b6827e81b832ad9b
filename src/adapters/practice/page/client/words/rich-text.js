import { h } from '../dom.js'
import { emoji } from './emoji.js'
import { channelMention, link, personMention } from './mrkdwn.js'

/** The parts of a rich_text block as nodes. */
export function richText(parts) {
  return parts.map(part)
}

function part(one) {
  const inner = (one.elements ?? []).map((piece) => (piece.elements ? part(piece) : styled(piece)))
  switch (one.type) {
    case 'rich_text_quote':
      return h('blockquote', { class: 'text' }, inner)
    case 'rich_text_preformatted':
      return h('pre', {}, inner)
    case 'rich_text_list':
      return h(
        one.style === 'ordered' ? 'ol' : 'ul',
        {},
        inner.map((item) => h('li', {}, item)),
      )
    default:
      return h('div', { class: 'text' }, inner)
  }
}

function styled(piece) {
  let node = inline(piece)
  const tags = { bold: 'b', italic: 'i', strike: 's', code: 'code' }
  for (const [style, tag] of Object.entries(tags)) if (piece.style?.[style]) node = h(tag, {}, node)
  return node
}

function inline(piece) {
  switch (piece.type) {
    case 'user':
      return personMention(piece.user_id)
    case 'channel':
      return channelMention(piece.channel_id)
    case 'emoji':
      return emoji(piece.name)
    case 'link':
      return link(piece.url, piece.text ?? piece.url)
    case 'broadcast':
      return h('span', { class: 'mention me' }, `@${piece.range}`)
    case 'date':
      return piece.fallback ?? new Date(piece.timestamp * 1000).toLocaleString('en-GB')
    default:
      return piece.text ?? piece.value ?? ''
  }
}
