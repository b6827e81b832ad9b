/** The three characters that Slack escapes, as they were typed. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** In every pattern here a code ends at the next “<” at the latest, so that broken ones cost no more than whole ones. */
const person = /<@([UW][A-Z0-9]+)(?:\|([^<>]*))?>/g

/** The ids of the people mentioned in a message. */
export const mentionedIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(person)].map(([, id = '']) => id)),
]

const linked = (url: string, label: string | undefined): string =>
  label === undefined || label === url || url.endsWith(label) ? url : `${label} (${url})`

/** A message's text as its reader saw it: names, channels and links instead of Slack's codes for them. */
export const asRead = (text: string, names: ReadonlyMap<string, string>): string =>
  unescaped(
    text
      .replaceAll(person, (_, id: string, label?: string) => `@${names.get(id) ?? (label || id)}`)
      .replaceAll(/<#[A-Z0-9]+\|([^<>]+)>/g, '#$1')
      .replaceAll(/<!(here|channel|everyone)(?:\|[^<>]*)?>/g, '@$1')
      .replaceAll(/<![^|<>]*\|([^<>]+)>/g, '$1')
      .replaceAll(/<((?:https?|mailto|tel):[^|<>]+)(?:\|([^<>]+))?>/g, (_, url: string, label?: string) =>
        linked(url.replace(/^mailto:|^tel:/, ''), label),
      ),
  )
