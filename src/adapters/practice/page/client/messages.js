import { blocks } from './blocks.js'
import { h, menu } from './dom.js'
import { act, go, state } from './store.js'
import { emoji, OFFERED } from './words/emoji.js'
import { mrkdwn } from './words/mrkdwn.js'

/** One message with everything one can do to it. */
export function message(one, inThread) {
  return h(
    'article',
    { class: one.onlyForYou ? 'message only' : 'message', 'data-ts': one.ts },
    avatar(one.user, one.from),
    h(
      'div',
      {},
      one.onlyForYou && h('div', { class: 'note' }, '👁 Only visible to you'),
      h('div', { class: 'who' }, h('b', {}, one.from), one.isApp && h('span', { class: 'tag' }, 'app'), stamp(one)),
      body(one),
      one.files.map(file),
      reactions(one),
      !inThread &&
        one.replies > 0 &&
        h('button', { class: 'linkish', onclick: () => go({ thread: one.ts }) }, replies(one.replies)),
    ),
    !one.onlyForYou && tools(one, inThread),
  )
}

function avatar(id, name) {
  const hue = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7)
  const bot = id === state.bot.id
  return h(
    'div',
    { class: 'avatar', style: `background:hsl(${bot ? 178 : hue} 45% 42%)` },
    bot ? '◆' : (name || '?').slice(0, 1).toUpperCase(),
  )
}

function stamp(one) {
  const date = new Date(Number(one.ts) * 1000)
  const text = date.toLocaleString('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' })
  return h('span', { class: 'time', title: date.toString() }, one.edited ? `${text} (edited)` : text)
}

function body(one) {
  const place = { target: { channel: one.channel, ts: one.ts }, values: one.values }
  if (one.blocks.length > 0) return blocks(one.blocks, place)
  const attached = one.attachments.map((each) =>
    each.blocks ? blocks(each.blocks, place) : h('div', { class: 'text' }, mrkdwn(each.text ?? each.fallback ?? '')),
  )
  return h('div', {}, h('div', { class: 'text' }, mrkdwn(one.text)), attached)
}

function file(each) {
  const picture = each.mimetype.startsWith('image/')
  return picture
    ? h('img', { src: each.url_private, alt: each.title, style: 'max-width:480px' })
    : h('div', { class: 'note' }, `📄 ${each.title}`)
}

function replies(count) {
  return count === 1 ? '1 reply' : `${count} replies`
}

function reactions(one) {
  const pills = one.reactions.map(({ name, users }) => {
    const names = users.map((id) => state.people.find((person) => person.id === id)?.name ?? id).join(', ')
    const title = `${names} reacted with :${name}:`
    const toggle = () => act({ act: 'react', channel: one.channel, ts: one.ts, name })
    return h(
      'button',
      { class: users.includes(state.me) ? 'mine' : '', title, onclick: toggle },
      `${emoji(name)} ${users.length}`,
    )
  })
  return pills.length > 0 && h('div', { class: 'reactions' }, pills)
}

function tools(one, inThread) {
  const at = { channel: one.channel, ts: one.ts }
  const offered = OFFERED.map((name) =>
    h('button', { title: `:${name}:`, onclick: () => act({ act: 'react', ...at, name }) }, emoji(name)),
  )
  const shortcuts = state.shortcuts
    .filter((shortcut) => shortcut.type === 'message')
    .map(({ name }) => h('button', { onclick: () => act({ act: 'shortcut', ...at, name }) }, name))
  return h(
    'div',
    { class: 'tools' },
    menu('☺', 'React', offered, 'emoji'),
    !inThread && h('button', { title: 'Reply in thread', onclick: () => go({ thread: one.ts }) }, '💬'),
    shortcuts.length > 0 && menu('⋮', 'More actions', [h('div', { class: 'note' }, state.bot.name), shortcuts]),
  )
}
