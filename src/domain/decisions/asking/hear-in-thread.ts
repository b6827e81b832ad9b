import type { PersonId } from '../../council.ts'
import type { Issue } from '../../issue/issue.ts'
import type { Circumstances, Decision } from '../decision.ts'

/** That somebody answered in the thread of the card, and when. */
export type ThreadReply = { readonly person: PersonId; readonly at: Date }

/** Whose answers in the thread are updates: the owner's, and those of whoever was consulted. */
export const isHeard = ({ owner, consulted }: Issue, person: PersonId): boolean =>
  person === owner || consulted.includes(person)

/**
 * What the owner, or somebody who was consulted, answered in the thread of the card counts as an update, as of when they
 * did; nothing changes when the issue has heard of something later already. What they wrote stays in the thread.
 */
export const hearInThread = (issue: Issue, reply: ThreadReply, { now }: Circumstances): Decision => {
  const at = reply.at > now ? now : reply.at
  const counts = issue.state === 'claimed' && isHeard(issue, reply.person)
  if (!counts || issue.owner === undefined || at <= issue.lastUpdateAt) return { issue, events: [] }
  const notedAt = new Date(Math.max(at.getTime(), issue.lastEventAt.getTime()))
  return {
    issue: { ...issue, lastUpdateAt: at },
    events: [{ kind: 'updated', at: notedAt, actor: reply.person, via: 'thread' }],
  }
}
