import { notify } from './dom.js'

/** What is looked at, and what the server last said about it. */
export const look = readHash()
export let state = {}

function readHash() {
  const hash = new URLSearchParams(location.hash.slice(1))
  const remembered = localStorage.getItem('practice.as') ?? ''
  return { as: hash.get('as') ?? remembered, place: hash.get('place') ?? '', thread: hash.get('thread') ?? '' }
}

/** Goes somewhere else; what is not named stays. */
export function go(to) {
  Object.assign(look, to)
  localStorage.setItem('practice.as', look.as)
  history.replaceState(null, '', `#${new URLSearchParams(look)}`)
  return refresh()
}

let draw = () => {}
let running = false
let again = false

export function onState(callback) {
  draw = callback
}

/** Fetches the state and draws it; calls that come meanwhile are one more round. */
export async function refresh() {
  if (running) {
    again = true
    return
  }
  running = true
  try {
    do {
      again = false
      const query = new URLSearchParams({ as: look.as, place: look.place, thread: look.thread })
      const answer = await fetch(`/page/state?${query}`)
      state = await answer.json()
      look.as = state.me
      markRead()
      draw()
    } while (again)
  } catch {
    notify('The practice workspace does not answer. Is it still running?')
  } finally {
    running = false
  }
}

/** Lets the person do something; tells them when Slack would. */
export async function act(what) {
  await noting
  const answer = await fetch('/page/act', { method: 'POST', body: JSON.stringify({ as: look.as, what }) })
  const result = await answer.json()
  if (result.notice) notify(result.notice)
  await refresh()
  return result
}

let noting = Promise.resolve()

/** Tells the server what is being typed: in order, and without drawing anything anew. */
export function note(what) {
  const body = JSON.stringify({ as: look.as, what })
  noting = noting.then(() => fetch('/page/act', { method: 'POST', body })).catch(() => {})
}

const seen = JSON.parse(localStorage.getItem('practice.seen') ?? '{}')

function markRead() {
  const last = state.messages?.at(-1)?.ts
  if (!last || !state.place) return
  seen[`${state.me} ${state.place.id}`] = last
  localStorage.setItem('practice.seen', JSON.stringify(seen))
}

/** Whether somebody wrote there since this person last looked. */
export function isUnread(person, place, latest) {
  return latest !== '' && latest > (seen[`${person} ${place}`] ?? started)
}

// What was written before the page was first opened is old news.
const started = localStorage.getItem('practice.started') ?? `${Math.floor(Date.now() / 1000)}.000000`
localStorage.setItem('practice.started', started)
