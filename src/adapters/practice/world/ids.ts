import { randomInt } from 'node:crypto'

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'

/** A random id in Slack's manner: prefix, then uppercase letters and digits. Random, because the app remembers old ones. */
export function newId(prefix: string, length = 10): string {
  let id = prefix
  for (let i = 0; i < length; i += 1) id += ALPHABET[randomInt(ALPHABET.length)]
  return id
}

/** A short id for blocks and actions that were sent without one. */
export function newBlockId(): string {
  return newId('', 5).toLowerCase()
}

/** Makes message timestamps ("1700000000.000100") that are unique and only ever grow, whatever the clock does. */
export function timestamps(now: () => number): () => string {
  let last = 0
  return () => {
    last = Math.max(Math.floor(now()) * 1000, last + 100)
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`
  }
}
