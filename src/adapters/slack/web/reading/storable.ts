/** Text as a database can keep it: without NUL, and without halves of surrogate pairs. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '')

const suspicious = /\\u0000|\\ud[89a-f]/i

/** A payload whose every text can be kept; nearly all are as they came. */
export const storableAll = <T>(payload: T): T => {
  const json = JSON.stringify(payload)
  if (json === undefined || !suspicious.test(json)) return payload
  return JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value))
}
