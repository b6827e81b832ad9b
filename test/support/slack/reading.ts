/** Any part of a Slack payload. */
export type Node = { readonly [key: string]: unknown }

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every object inside a payload, itself included. */
export const nodesIn = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesIn)] : []
}

const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** Slack's three entities as a reader sees them; decoded once, as Slack does. */
const decoded = (text: string): string => text.replaceAll(/&(?:amp|lt|gt);/g, (entity) => characters[entity] ?? '')

const isText = (value: unknown): value is string => typeof value === 'string'

const ownTexts = (node: Node): readonly string[] => {
  const { type, text, initial_value: typed } = node
  const shown = isText(text) ? [type === 'text' || type === 'link' ? text : decoded(text)] : []
  return isText(typed) ? [...shown, typed] : shown
}

/** Every text of a payload as a reader sees it, each by itself: what stands in a field, and the fallback, included. */
export const shownIn = (payload: unknown): readonly string[] => nodesIn(payload).flatMap(ownTexts)

/** What Slack would read as markup in a text that it parses: mentions, broadcasts, links, and characters not escaped. */
export const markupIn = (text: string): readonly string[] => [
  ...[...text.matchAll(/<[^>]*>?/g)].map(([found]) => `markup: ${found.slice(0, 60)}`),
  ...(/>|&(?!amp;|lt;|gt;)/.test(text.replaceAll(/<[^>]*>?/g, '')) ? [`not escaped: ${text.slice(0, 60)}`] : []),
]
