import type { PersonId } from '../../council.ts'
import { isChair } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import { isOpen } from '../../issue/issue.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { endedError } from '../ended.ts'
import { endAllOpen } from '../moving/end-all-open.ts'
import { requireText } from '../text.ts'
import { endWait } from '../waiting/end-wait.ts'

const withdrawn = (issue: Issue, by: PersonId, circumstances: Circumstances, reason?: string): Decision => {
  const { now } = circumstances
  const settled = andThen(endAllOpen(issue, 'withdrawn', now), (free) => endWait(free, 'withdrawn', circumstances))
  return andThen(settled, (free) => {
    const { routeBy: _, promiseBy: __, nextStepBy: ___, owner: ____, claimedAt: _____, ...rest } = free
    return {
      issue: { ...rest, state: 'withdrawn', lastUpdateAt: now },
      events: [
        {
          kind: 'withdrawn',
          at: now,
          actor: by,
          ...(reason === undefined ? {} : { words: { kind: 'reason', text: reason } }),
        },
      ],
    }
  })
}

/**
 * The flagger takes a flag back before anybody claimed it. Throws `not_allowed`, `already_claimed`, `already_closed`,
 * `merged` or `withdrawn`.
 */
export const withdrawFlag = (issue: Issue, by: PersonId, circumstances: Circumstances): Decision => {
  if (issue.flaggedBy !== by) throw new DomainError('not_allowed', { number: issue.number, act: 'withdraw' })
  if (!isOpen(issue)) throw endedError(issue)
  if (issue.state !== 'flagged')
    throw new DomainError('already_claimed', { number: issue.number, owner: issue.owner ?? '' })
  return withdrawn(issue, by, circumstances)
}

/**
 * The chair or deputy takes an open issue back at any time, with a reason; everybody who waits reads it. Throws
 * `not_allowed`, `text_missing`, `already_closed`, `merged` or `withdrawn`.
 */
export const withdrawIssue = (
  issue: Issue,
  command: { readonly by: PersonId; readonly reason: string },
  circumstances: Circumstances,
): Decision => {
  if (!isOpen(issue)) throw endedError(issue)
  if (!isChair(circumstances.council, command.by))
    throw new DomainError('not_allowed', { number: issue.number, act: 'withdraw_any' })
  return withdrawn(issue, command.by, circumstances, requireText(command.reason, 'reason'))
}
