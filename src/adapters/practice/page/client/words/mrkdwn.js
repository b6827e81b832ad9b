import { h } from '../dom.js'
import { state } from '../store.js'
import { emoji } from './emoji.js'

/** Turns Slack's three entities back into characters. */
function unescaped(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Text with emojis drawn, nothing else. */
export function plain(text) {
  return unescaped(text).replace(/:([a-z0-9_+-]+):/g, (_, name) => emoji(name))
}

export function personMention(id) {
  const person = state.people.find((one) => one.id === id)
  return h('span', { class: id === state.me ? 'mention me' : 'mention' }, `@${person?.name ?? id}`)
}

export function channelMention(id, label) {
  const channel = state.channels.find((one) => one.id === id)
  return h('span', { class: 'mention' }, `#${channel?.name ?? label ?? id}`)
}

export function link(url, text) {
  const safe = /^(https?:|mailto:)/.test(url)
  return safe ? h('a', { href: url, target: '_blank', rel: 'noreferrer' }, text) : text
}

/** Slack's text objects as nodes. */
export function words(text) {
  if (!text) return []
  return text.type === 'mrkdwn' ? mrkdwn(text.text) : [plain(text.text)]
}

/** mrkdwn as nodes: quotes and code blocks first, then what stands in a line. */
export function mrkdwn(text) {
  const parts = text.split(/```([\s\S]*?)```/)
  return parts.flatMap((part, index) => (index % 2 === 1 ? h('pre', {}, unescaped(part.trim())) : quotes(part)))
}

function quotes(text) {
  const nodes = []
  let quoted = []
  const flush = () => {
    if (quoted.length > 0) nodes.push(h('blockquote', {}, inline(quoted.join('\n'))))
    quoted = []
  }
  const plainLines = []
  for (const line of text.split('\n')) {
    if (/^(&gt;|>) ?/.test(line)) {
      if (plainLines.length > 0) nodes.push(...inline(`${plainLines.splice(0).join('\n')}`))
      quoted.push(line.replace(/^(&gt;|>) ?/, ''))
    } else {
      flush()
      plainLines.push(line)
    }
  }
  flush()
  if (plainLines.length > 0) nodes.push(...inline(plainLines.join('\n')))
  return nodes
}

const TOKEN = /<([^<>]+)>|`([^`\n]+)`|:([a-z0-9_+-]+):|(?<![\w])([*_~])(?=\S)([^\n]*?\S)\4(?![\w])/g

function inline(text) {
  const nodes = []
  let end = 0
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > end) nodes.push(unescaped(text.slice(end, match.index)))
    nodes.push(token(match))
    end = match.index + match[0].length
  }
  if (end < text.length) nodes.push(unescaped(text.slice(end)))
  return nodes
}

function token([, reference, code, emojiName, mark, marked]) {
  if (reference) return referenceNode(reference)
  if (code) return h('code', {}, unescaped(code))
  if (emojiName) return emoji(emojiName)
  return h({ '*': 'b', _: 'i', '~': 's' }[mark], {}, inline(marked))
}

function referenceNode(reference) {
  const [target, label] = reference.split('|')
  if (target.startsWith('@')) return personMention(target.slice(1))
  if (target.startsWith('#')) return channelMention(target.slice(1), label)
  if (target.startsWith('!date')) return dateNode(target, label)
  if (target.startsWith('!')) return h('span', { class: 'mention me' }, label ?? `@${target.slice(1)}`)
  return link(unescaped(target), unescaped(label ?? target))
}

/** `<!date^seconds^format|fallback>` in the reader's own time. */
function dateNode(target, fallback) {
  const [, seconds, format = ''] = target.split('^')
  const date = new Date(Number(seconds) * 1000)
  if (Number.isNaN(date.getTime())) return fallback ?? target
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return format.replace(/\{date[a-z_]*\}/g, day).replace(/\{time[a-z_]*\}/g, time)
}
