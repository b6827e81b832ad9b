import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import { placeAt } from '../../journey-map.ts'
import { mayEdit } from '../../permissions.ts'
import { askAt } from '../asking/ask.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { requireText } from '../text.ts'

const reopenWithin = 14 * 24 * 3_600_000

/** True when a closed issue is too old to be reopened: a new linked one is flagged instead. */
export const needsNewIssue = (issue: Issue, now: Date): boolean =>
  issue.state === 'closed' && issue.closedAt !== undefined && now.getTime() - issue.closedAt.getTime() > reopenWithin

/**
 * Takes a resolved or closed issue up again: back to its owner, or, when the owner has left, flagged and asked anew.
 * Throws `not_resolved`, `not_allowed`, `text_missing` or `reopen_too_late` (14 days after the close).
 */
export const reopenIssue = (
  issue: Issue,
  command: { readonly by: PersonId; readonly stillWrong: string },
  circumstances: Circumstances,
): Decision => {
  const { council, people, now } = circumstances
  if (issue.state !== 'closed' && issue.state !== 'resolved')
    throw new DomainError('not_resolved', { number: issue.number })
  if (!mayEdit(council, issue, command.by))
    throw new DomainError('not_allowed', { number: issue.number, act: 'reopen' })
  if (needsNewIssue(issue, now)) throw new DomainError('reopen_too_late', { number: issue.number })
  const words = { kind: 'still_wrong' as const, text: requireText(command.stillWrong, 'still_wrong') }
  const { resolvedAt: _, closedAt: __, closing: ___, nextStepBy: ____, ...open } = issue
  const owner = open.owner
  if (owner !== undefined && people.get(owner)?.kind === 'member')
    return {
      issue: { ...open, state: 'claimed', lastUpdateAt: now },
      events: [{ kind: 'reopened', at: now, actor: command.by, owner, words }],
    }
  const { owner: _____, claimedAt: ______, ...ownerless } = open
  const flagged: Decision = {
    issue: { ...ownerless, state: 'flagged', lastUpdateAt: now },
    events: [{ kind: 'reopened', at: now, actor: command.by, words }],
  }
  return andThen(flagged, (next) =>
    askAt(next, placeAt(council, next.department ?? '', next.stage, next.region), 'reopened', circumstances),
  )
}
