import { createHash } from 'node:crypto'
import type { Act } from '#application/act.ts'
import type { ListenerDeps } from '../listener.ts'
import { readable } from '../listener.ts'

/**
 * A person acts by a delivery; its key is the same when the same delivery comes again, and is theirs alone: nobody can be
 * given the answer to somebody else's.
 */
export const actOf = ({ connection }: Pick<ListenerDeps, 'connection'>, person: string, request: string): Act => ({
  workspaceId: readable(connection.identity()).teamId,
  person,
  request: `${request}:${person}`,
})

/** A short fingerprint of words, for keys that must not hold them. */
export const fingerprint = (...words: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 32)
