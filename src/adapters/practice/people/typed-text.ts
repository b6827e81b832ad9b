import type { Block } from '../block-kit/types.ts'
import type { Json } from '../json.ts'
import { newBlockId } from '../world/ids.ts'
import type { World } from '../world/world.ts'
import { escapeText } from './reading/mrkdwn.ts'

type Piece = { text: string; element: Json }

/**
 * What Slack makes of typed words: mentions and channels become ids, everything else is escaped.
 * "@Name", "@handle", "#channel" and the ready-made "<@U…>" are recognised.
 */
export function composeTyped(world: World, typed: string): { text: string; blocks: Block[]; mentions: string[] } {
  const pieces = cut(world, typed)
  const section = { type: 'rich_text_section', elements: pieces.map((piece) => piece.element) }
  const mentions = pieces.filter(({ element }) => element.type === 'user').map(({ element }) => String(element.user_id))
  return {
    text: pieces.map((piece) => piece.text).join(''),
    blocks: typed ? [{ type: 'rich_text', block_id: newBlockId(), elements: [section] }] : [],
    mentions,
  }
}

function cut(world: World, typed: string): Piece[] {
  const pattern = new RegExp(
    `<@(\\w+)>|@(${names(world).join('|')})(?![\\w])|#([\\w-]+)|https?://[^\\s<>]+|:([a-z0-9_+-]+):`,
    'g',
  )
  const pieces: Piece[] = []
  let end = 0
  for (const match of typed.matchAll(pattern)) {
    const piece = recognise(world, match)
    if (!piece) continue
    if (match.index > end) pieces.push(plain(typed.slice(end, match.index)))
    pieces.push(piece)
    end = match.index + match[0].length
  }
  if (end < typed.length) pieces.push(plain(typed.slice(end)))
  return pieces
}

function recognise(world: World, match: RegExpMatchArray): Piece | undefined {
  const [whole, id, name, channelName, emoji] = match
  if (name && ['here', 'channel', 'everyone'].includes(name)) {
    return { text: `<!${name}>`, element: { type: 'broadcast', range: name } }
  }
  const person = id ? world.people.get(id) : name ? byName(world, name) : undefined
  if (person) return { text: `<@${person.id}>`, element: { type: 'user', user_id: person.id } }
  const channel = channelName ? [...world.channels.values()].find(({ name }) => name === channelName) : undefined
  if (channel) {
    return { text: `<#${channel.id}|${channel.name}>`, element: { type: 'channel', channel_id: channel.id } }
  }
  if (emoji) return { text: whole, element: { type: 'emoji', name: emoji } }
  if (/^https?:/.test(whole)) return { text: `<${escapeText(whole)}>`, element: { type: 'link', url: whole } }
  return undefined
}

function plain(text: string): Piece {
  return { text: escapeText(text), element: { type: 'text', text } }
}

function byName(world: World, name: string) {
  return [...world.people.values()].find((person) => [person.name, person.displayName, person.realName].includes(name))
}

/** Every name one can mention, longest first, so that "@Ben Okafor" is not cut at "@Ben". */
function names(world: World): string[] {
  const all = [...world.people.values()].flatMap((person) => [person.name, person.displayName, person.realName])
  const known = [...new Set([...all, 'here', 'channel', 'everyone'])].filter(Boolean)
  return known.sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
}
