import pg from 'pg'
import { LostRace } from '../lost-race.ts'
import { nameOf, type Sql } from '../sql.ts'
import type { Writes } from './writes.ts'

/** What the database says when another change came first: our own word for it, a key that is taken, a deadlock. */
const lost = new Set(['CX001', '23505', '40001', '40P01'])

/** The same request is carried out by somebody else, or was before. */
export class RepeatedRequest extends Error {
  constructor() {
    super('this request was carried out before')
    this.name = 'RepeatedRequest'
  }
}

const translated = (error: unknown): unknown => {
  if (!(error instanceof pg.DatabaseError) || !lost.has(error.code ?? '')) return error
  return error.constraint === 'request_pkey' ? new RepeatedRequest() : new LostRace()
}

/** Carries out what was collected, whole or not at all. Throws `LostRace` and `RepeatedRequest`. */
export const carryOut = async (sql: Sql, writes: Writes): Promise<void> => {
  if (writes.isEmpty()) return
  const { text, values } = writes.statement()
  try {
    await sql.query({ name: nameOf(text), text, values })
  } catch (error) {
    throw translated(error)
  }
}
