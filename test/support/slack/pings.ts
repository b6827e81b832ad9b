import { isNode, markupIn, type Node, nodesIn } from './reading.ts'

/** Parts of rich text that notify people, or name a channel as a link. */
const mentions = new Set(['user', 'usergroup', 'broadcast', 'channel', 'team'])

/** Blocks whose text Slack parses; the product writes none, because what people typed could speak in them. */
const parsed = new Set(['mrkdwn', 'markdown'])

const slackLink = /^https:\/\/[a-z0-9-]+\.slack\.com\/archives\/[A-Z0-9]+\/p\d+(?:\?|$)/

const ofNode = (node: Node): readonly string[] => {
  const { type, text, url } = node
  if (mentions.has(String(type)) && !('id' in node)) return [`rich text that pings: ${JSON.stringify(node)}`]
  if (parsed.has(String(type))) return [`text that Slack parses: ${String(text).slice(0, 60)}`]
  if (type === 'link')
    return slackLink.test(String(url)) ? [] : [`a link that is not ours: ${String(url).slice(0, 60)}`]
  if (type === 'text' || typeof text !== 'string') return []
  return markupIn(text)
}

const ofAsking = ({ parse, link_names: names, attachments }: Node): readonly string[] => [
  ...(parse === undefined || parse === 'none' ? [] : [`parse is ${String(parse)}`]),
  ...(names === undefined || names === false ? [] : ['names become mentions']),
  ...(attachments === undefined ? [] : ['attachments, whose text Slack parses']),
]

/** The one who is called, when a message begins by calling somebody: the one ping that the product means. */
const called = (payload: unknown): Node | undefined => {
  const [first] = nodesIn(payload).filter(({ type }) => type === 'rich_text_section')
  const [begin] = Array.isArray(first?.elements) ? first.elements : []
  return isNode(begin) && begin.type === 'user' && /^[UW][A-Z0-9]+$/.test(String(begin.user_id)) ? begin : undefined
}

/**
 * Everything in a payload that would notify somebody, name a channel or hold a link that is not to a message of Slack's
 * own: found as Slack reads what is sent, without knowing how it was made. Somebody whom a message calls by beginning
 * with them is meant.
 */
export const pingsOf = (payload: unknown): readonly string[] => {
  const meant = called(payload)
  return [
    ...nodesIn(payload)
      .filter((node) => node !== meant)
      .flatMap(ofNode),
    ...(isNode(payload) ? ofAsking(payload) : []),
  ]
}
