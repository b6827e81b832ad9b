import { h, menu } from './dom.js'
import { act, go, isUnread, look, state } from './store.js'

/** The bar on top: who one is, and the global shortcuts. */
export function topBar() {
  const others = state.people.filter((one) => one.kind !== 'bot')
  const shortcuts = state.shortcuts
    .filter((shortcut) => shortcut.type === 'global')
    .map(({ name }) => h('button', { onclick: () => act({ act: 'global', name }) }, name))
  const choose = (event) => {
    const stays = state.channels.some((one) => one.id === look.place)
    void go({ as: event.target.value, place: stays || look.place === 'home' ? look.place : '', thread: '' })
  }
  return [
    h('strong', {}, state.team),
    shortcuts.length > 0 && menu('⚡ Shortcuts', 'Global shortcuts', shortcuts),
    h('label', {}, 'You are', h('select', { onchange: choose, 'data-key': 'who' }, others.map(personEntry))),
  ].filter(Boolean)
}

function personEntry(one) {
  const dot = one.id !== state.me && isUnread(one.id, `D${one.id.slice(1)}`, one.latestDm) ? '● ' : ''
  const about = [one.title, one.kind].filter(Boolean).join(', ')
  return h(
    'option',
    { value: one.id, selected: one.id === state.me, disabled: one.kind === 'deactivated' },
    `${dot}${one.realName} (${about})`,
  )
}

/** Channels, direct messages and the bot. */
export function sidebar() {
  const me = state.people.find((one) => one.id === state.me)
  const joined = state.channels.filter((one) => one.joined)
  const others = state.channels.filter((one) => !one.joined && one.visible)
  const partners = state.people.filter((one) => one.id !== state.me && !['bot', 'deactivated'].includes(one.kind))
  const start = h(
    'select',
    {
      class: 'element',
      style: 'width:calc(100% - 32px);margin:2px 16px;color:#1d1c1d',
      onchange: (event) => go({ place: event.target.value, thread: '' }),
    },
    h('option', { value: '' }, 'Write to…'),
    partners.map((one) => h('option', { value: one.id }, one.realName)),
  )
  return [
    ...(me?.kind === 'another company' ? [] : appEntries()),
    h('h2', {}, 'Channels'),
    joined.map((one) => entry(one.id, sign(one), one.name, one.latest)),
    others.length > 0 && h('h2', {}, 'Not joined'),
    others.map((one) => entry(one.id, sign(one), one.name, '', 'elsewhere')),
    h('h2', {}, 'Direct messages'),
    state.dms.map((one) => entry(one.id, '●', one.name, one.latest)),
    start,
  ]
    .flat()
    .filter(Boolean)
}

/** The app lives in its own workspace only: people of another company have no tab of it. */
function appEntries() {
  const { bot, botDm, botDmLatest } = state
  return [
    h('h2', {}, 'App'),
    entry('home', '◆', `${bot.name}: home`, ''),
    entry(botDm, '✉', `${bot.name}: messages`, botDmLatest),
  ]
}

export function sign(channel) {
  if (channel.kind === 'private') return '🔒'
  return channel.shared ? '🔗' : '#'
}

function entry(id, mark, name, latest, kind = '') {
  const here = state.place?.id === id
  const unread = !here && isUnread(state.me, id, latest)
  const classes = [kind, here ? 'here' : '', unread ? 'unread' : ''].join(' ')
  return h(
    'button',
    { class: classes, 'data-place': id, onclick: () => open(id) },
    h('span', {}, mark),
    h('span', {}, name),
  )
}

async function open(id) {
  await go({ place: id, thread: '' })
  if (id === 'home') await act({ act: 'home', tab: 'home' })
  if (id === state.botDm) await act({ act: 'home', tab: 'messages' })
}
