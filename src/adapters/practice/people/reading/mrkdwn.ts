import { shownName } from '../../world/people.ts'
import type { World } from '../../world/world.ts'

/** Turns Slack's three entities back into the characters a reader sees. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Escapes what a person typed, as Slack does before it hands the text on. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** What a reader sees of mrkdwn: names for mentions, words for links, no formatting marks. */
export function readMrkdwn(world: World, text: string): string {
  const spoken = text.replace(/<([^<>]+)>/g, (_, inner: string) => readReference(world, inner))
  return unescapeText(withoutMarks(spoken))
}

function withoutMarks(text: string): string {
  return text
    .replace(/```\n?([\s\S]*?)```/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/(^|[\s(>"])([*_~])(?=\S)([^\n]*?\S)\2(?=$|[\s).,:;!?<"])/g, '$1$3')
    .replace(/(^|[\s(>"])([*_~])(?=\S)([^\n]*?\S)\2(?=$|[\s).,:;!?<"])/g, '$1$3')
    .replace(/^&gt; ?/gm, '')
}

function readReference(world: World, inner: string): string {
  const [target = '', label] = inner.split('|')
  if (target.startsWith('@')) return `@${personName(world, target.slice(1))}`
  if (target.startsWith('#')) return `#${world.channels.get(target.slice(1))?.name ?? label ?? target.slice(1)}`
  if (target.startsWith('!date')) return label ?? target
  if (target.startsWith('!subteam')) return label ?? '@group'
  if (target.startsWith('!')) return `@${target.slice(1)}`
  return label ?? target.replace(/^mailto:/, '')
}

/** The name shown for a user id. */
export function personName(world: World, id: string): string {
  const person = world.people.get(id)
  return person ? shownName(person) : id
}
