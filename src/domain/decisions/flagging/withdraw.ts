import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { endedError } from '../ended.ts'

/** The flagger takes a flag back before anybody claimed it. Throws `not_allowed`, `already_claimed` or `withdrawn`. */
export const withdrawFlag = (issue: Issue, by: PersonId, { now }: Circumstances): Decision => {
  if (issue.flaggedBy !== by) throw new DomainError('not_allowed', { number: issue.number, act: 'withdraw' })
  if (issue.state === 'claimed' || issue.state === 'resolved')
    throw new DomainError('already_claimed', { number: issue.number, owner: issue.owner ?? '' })
  if (issue.state !== 'flagged') throw endedError(issue)
  const { routeBy: _, ...rest } = issue
  return {
    issue: { ...rest, state: 'withdrawn', lastUpdateAt: now },
    events: [{ kind: 'withdrawn', at: now, actor: by }],
  }
}
