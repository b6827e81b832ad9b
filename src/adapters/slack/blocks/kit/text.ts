const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Control characters, and marks that turn the direction of all text behind them. */
const unseen = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu

/** Text as Slack can take it: line breaks and tabs kept, other control characters and broken surrogates taken out. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(unseen, (character) => (character === '\n' || character === '\t' ? character : ''))

/** The same on one line. */
export const oneLine = (text: string): string => clean(text).replaceAll(/\s+/gu, ' ').trim()

/** Slack's three control characters as entities: what is left can neither ping anybody nor forge a link. */
export const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (character) => entities[character] ?? '')

const raw = (character: string): number => character.length

const asEntity = (character: string): number => entities[character]?.length ?? character.length

const cut = (text: string, limit: number, cost: (character: string) => number): string => {
  let used = 0
  let kept = 0
  let fits = 0
  for (const character of text) {
    used += cost(character)
    if (used > limit) return `${text.slice(0, fits).replace(/[\s\u200D]+$/u, '')}…`
    kept += character.length
    if (used < limit) fits = kept
  }
  return text
}

/** At most `limit` characters, cut between whole ones and ended with “…”. */
export const shortened = (text: string, limit: number): string => cut(text, limit, raw)

/** Escaped, and at most `limit` characters after that; never cut inside an entity. */
export const escapedWithin = (text: string, limit: number): string => escaped(cut(text, limit, asEntity))

/** The beginning of a text that fits, nothing added: what follows it can be put behind it again. */
export const beginning = (text: string, limit: number): string => {
  const end = text.slice(0, limit)
  return /[\uD800-\uDBFF]$/.test(end) ? end.slice(0, -1) : end
}

/** Where a full part is best cut: behind its last line break, else behind its last space, unless that is far away. */
const goodCut = (part: string): number => {
  const cuts = [part.lastIndexOf('\n') + 1, part.lastIndexOf(' ') + 1]
  return cuts.find((at) => at > part.length / 2) ?? part.length
}

/** Long text in parts of at most `limit` characters, split between lines or words where it can be. */
export const inParts = (text: string, limit: number): readonly string[] => {
  const parts: string[] = []
  for (let rest = text; rest !== ''; ) {
    const head = beginning(rest, limit)
    const part = head.length < rest.length ? head.slice(0, goodCut(head)) : head
    parts.push(part)
    rest = rest.slice(part.length)
  }
  return parts
}
