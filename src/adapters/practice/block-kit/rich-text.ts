import { boolean, byType, integer, list, object, oneOf, optional, type Rule, required, string } from './check.ts'

const type = required(string())
const style = optional(
  object({
    bold: optional(boolean),
    italic: optional(boolean),
    strike: optional(boolean),
    underline: optional(boolean),
    highlight: optional(boolean),
    client_highlight: optional(boolean),
    unlink: optional(boolean),
    code: optional(boolean),
  }),
)
const some = required(string({ min: 1 }))

const text = object({ type, text: some, style })
const link = object({ type, url: some, text: optional(string()), unsafe: optional(boolean), style })

const INLINE: Record<string, Rule> = {
  text,
  link,
  user: object({ type, user_id: some, style }),
  usergroup: object({ type, usergroup_id: some, style }),
  channel: object({ type, channel_id: some, style }),
  team: object({ type, team_id: some, style }),
  broadcast: object({ type, range: required(oneOf('here', 'channel', 'everyone')), style }),
  color: object({ type, value: some, style }),
  emoji: object({
    type,
    name: some,
    unicode: optional(string()),
    url: optional(string()),
    skin_tone: optional(integer(1, 6)),
    style,
  }),
  date: object({
    type,
    timestamp: required(integer(0)),
    format: some,
    url: optional(string()),
    fallback: optional(string()),
    style,
  }),
}

const border = optional(integer(0, 1))
const inline = required(list(byType(INLINE)))
const section = object({ type, elements: inline })

const PARTS: Record<string, Rule> = {
  rich_text_section: section,
  rich_text_quote: object({ type, elements: inline, border }),
  rich_text_preformatted: object({
    type,
    elements: required(list(byType({ text, link }))),
    border,
    language: optional(string()),
  }),
  rich_text_list: object({
    type,
    style: required(oneOf('bullet', 'ordered')),
    elements: required(list(byType({ rich_text_section: section }), { min: 1 })),
    indent: optional(integer(0, 8)),
    offset: optional(integer(0)),
    border,
  }),
}

/** The parts of a rich_text block. */
export const richTextElements: Rule = list(byType(PARTS), { min: 1 })
