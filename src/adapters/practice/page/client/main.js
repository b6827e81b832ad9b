import { blocks } from './blocks.js'
import { composer } from './composer.js'
import { h, region } from './dom.js'
import { message } from './messages.js'
import { modal } from './modal.js'
import { sidebar, sign, topBar } from './sidebar.js'
import { act, go, look, onState, refresh, state } from './store.js'

onState(() => {
  if (!state.place) return void go({ place: firstPlace(), thread: '' })
  const { people, channels, dms, me, place } = state
  region('top', { people, me }, topBar)
  region('sidebar', { people, channels, dms, me, place: place.id, latest: state.botDmLatest }, sidebar)
  region('head', { me, place }, head)
  drawMessages()
  drawThread()
  const keys = state.modals.map(({ id, hash, errors }) => ({ id, hash, errors }))
  region('modal', { me, keys, values: quietValues() }, () => modal(state.modals))
})

/** Choices redraw a modal (a menu shows what was chosen anyway), typing does not. */
function quietValues() {
  const top = state.modals.at(-1)
  const values = Object.values(top?.values ?? {}).flatMap((block) => Object.values(block))
  return values.filter((value) => value.type === 'external_select')
}

function firstPlace() {
  return state.channels.find((one) => one.joined && one.kind === 'public')?.id ?? state.botDm ?? 'home'
}

function head() {
  const { place, bot } = state
  if (place.id === 'home')
    return [h('h1', {}, `◆ ${bot.name}`), h('span', { class: 'topic' }, 'Home: only you see this')]
  const channel = ['public', 'private'].includes(place.kind)
  const join =
    channel &&
    !place.joined &&
    h('button', { class: 'element', onclick: () => act({ act: 'join', channel: place.id }) }, 'Join')
  const about = [
    place.shared ? 'shared with another company' : '',
    channel ? `${place.members} people` : '',
    place.archived ? 'archived' : '',
    place.topic,
  ]
  return [
    h('h1', {}, channel ? `${sign(place)} ${place.name}` : place.name),
    h('span', { class: 'topic' }, about.filter(Boolean).join(' · ')),
    join,
  ].filter(Boolean)
}

function drawMessages() {
  const { place, me, messages, home } = state
  const box = document.getElementById('messages')
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 60
  const same = box.dataset.place === `${me} ${place.id}`
  const changed = region('messages', { me, place: place.id, messages, home }, () =>
    place.id === 'home' ? homeTab() : channelBody(),
  )
  box.dataset.place = `${me} ${place.id}`
  if (changed && (atEnd || !same)) box.scrollTop = place.id === 'home' ? 0 : box.scrollHeight
  region('composer', { me, place: place.id, joined: place.joined, archived: place.archived }, () => compose(''))
}

function channelBody() {
  const hints = adviceBox()
  if (state.messages.length === 0) return [hints, h('p', { class: 'empty' }, 'Nothing here yet.')].filter(Boolean)
  return [hints, ...state.messages.map((one) => message(one, false))].filter(Boolean)
}

/** Advice for newcomers, until they fold it away. */
function adviceBox() {
  if (state.hints.length === 0) return undefined
  const remember = (event) => localStorage.setItem('practice.advice', event.target.open ? 'open' : 'folded')
  const open = localStorage.getItem('practice.advice') !== 'folded'
  const lines = state.hints.map((line) => h('li', {}, line))
  return h('details', { class: 'hints', open, ontoggle: remember }, h('summary', {}, 'Try this'), h('ol', {}, lines))
}

function homeTab() {
  if (!state.home) return h('p', { class: 'empty' }, 'The app has not shown a home tab yet.')
  const place = { target: { viewId: state.home.id }, values: state.home.values, errors: {} }
  return h('div', { class: 'home' }, blocks(state.home.blocks, place))
}

function compose(thread) {
  const { place } = state
  if (place.id === 'home') return []
  if (place.archived) return h('p', { class: 'empty' }, 'This channel is archived.')
  if (!place.joined) return h('p', { class: 'empty' }, 'Join the channel to write in it.')
  const where = ['public', 'private'].includes(place.kind) ? `#${place.name}` : place.name
  return composer(place.id, thread, thread ? 'Reply…' : `Message ${where}`)
}

function drawThread() {
  const { thread, me, place } = state
  document.getElementById('thread').hidden = !thread
  if (!thread) return
  region('thread-head', { ts: look.thread }, () => [
    h('h1', {}, 'Thread'),
    h('button', { title: 'Close thread', onclick: () => go({ thread: '' }) }, '×'),
  ])
  const box = document.getElementById('thread-messages')
  if (region('thread-messages', { me, thread }, () => thread.map((one) => message(one, true))))
    box.scrollTop = box.scrollHeight
  region('thread-composer', { me, place: place.id, ts: look.thread, joined: place.joined }, () => compose(look.thread))
}

const changes = new EventSource('/page/changes')
changes.addEventListener('message', refresh)
window.addEventListener('hashchange', () => location.reload())
await go({})
