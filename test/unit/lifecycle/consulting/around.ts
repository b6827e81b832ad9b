import { askConsult } from '#domain/decisions/consulting/ask.ts'
import type { Circumstances, Decision } from '#domain/decisions/decision.ts'
import { DomainError } from '#domain/errors.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Person } from '#domain/people.ts'
import { at, circumstances, claimed, people } from '../../reminders/world.ts'

/** An hour after Ben of Billing claimed it, on a Tuesday at 11:00 in Berlin. */
export const now = at('17T10:00')

/** What a decision looks at then, where some people are otherwise than usual, or there are more of them. */
export const around = (...changed: readonly (Partial<Person> & { readonly id: string })[]): Circumstances => {
  const known = people()
  const usual = { kind: 'member' as const, admin: false, timeZone: 'Europe/Berlin' }
  for (const one of changed) known.set(one.id, { name: one.id.slice(2), ...usual, ...known.get(one.id), ...one })
  return circumstances(now, known)
}

type Asking = Partial<Parameters<typeof askConsult>[1]>

/** Ben asks Anna of Support, if nothing else is said. */
export const ask = (more: Asking = {}, issue: Issue = claimed(), circumstances = around()): Decision => {
  const whom = 'department' in more ? {} : { whom: 'U0ANNA' }
  return askConsult(
    issue,
    { by: 'U0BEN', id: 'c1', kind: 'question', text: 'Is it signed?', ...whom, ...more },
    circumstances,
  )
}

/** The code of a refusal, the field it is said at, and what it names. */
export const refusal = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { code: error.code, field: error.field, ...error.details }
  }
  return undefined
}
