import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Issue } from '../../issue/issue.ts'
import type { Circumstances, Decision } from '../decision.ts'

/** Adds a follower; nothing happens for the flagger and for those who follow already. */
export const followIssue = (issue: Issue, person: PersonId, { now }: Circumstances): Decision =>
  issue.flaggedBy === person || issue.followers.includes(person)
    ? { issue, events: [] }
    : {
        issue: { ...issue, followers: [...issue.followers, person] },
        events: [{ kind: 'followed', at: now, actor: person, person }],
      }

/** Takes a follower away; nothing happens for those who do not follow. Throws `not_allowed` for the flagger, who always hears. */
export const unfollowIssue = (issue: Issue, person: PersonId, { now }: Circumstances): Decision => {
  if (issue.flaggedBy === person) throw new DomainError('not_allowed', { number: issue.number, act: 'unfollow' })
  return issue.followers.includes(person)
    ? {
        issue: { ...issue, followers: issue.followers.filter((other) => other !== person) },
        events: [{ kind: 'unfollowed', at: now, actor: person, person }],
      }
    : { issue, events: [] }
}

/** The flagger shows the words of a private place on the card. Throws `not_allowed`. */
export const shareWords = (issue: Issue, person: PersonId, { now }: Circumstances): Decision => {
  if (issue.flaggedBy !== person) throw new DomainError('not_allowed', { number: issue.number, act: 'share_words' })
  return issue.wordsShared
    ? { issue, events: [] }
    : { issue: { ...issue, wordsShared: true }, events: [{ kind: 'words_shared', at: now, actor: person }] }
}
