import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { UpdatedVia } from '../../issue/events.ts'
import type { Issue } from '../../issue/issue.ts'
import { isOpen } from '../../issue/issue.ts'
import { mayEdit } from '../../permissions.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { endedError } from '../ended.ts'
import { requireText } from '../text.ts'

export type UpdateCommand = { readonly by: PersonId; readonly text: string; readonly via: UpdatedVia }

/**
 * Somebody notes what is new; the issue is not quiet any more. Throws `already_closed`, `merged`, `withdrawn`, `not_allowed`
 * (owner, flagger, lead and council), `text_missing` or `text_too_long`.
 */
export const addUpdate = (issue: Issue, command: UpdateCommand, { council, now }: Circumstances): Decision => {
  if (!isOpen(issue)) throw endedError(issue)
  if (!mayEdit(council, issue, command.by))
    throw new DomainError('not_allowed', { number: issue.number, act: 'update' })
  const words = { kind: 'update' as const, text: requireText(command.text, 'update') }
  return {
    issue: { ...issue, lastUpdateAt: now },
    events: [{ kind: 'updated', at: now, actor: command.by, via: command.via, words }],
  }
}
