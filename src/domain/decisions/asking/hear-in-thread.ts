import type { Issue } from '../../issue/issue.ts'
import type { Circumstances, Decision } from '../decision.ts'

/**
 * What the owner answered in the thread of the card counts as an update, as of when they did; nothing changes when the
 * issue has heard of something later already. What they wrote stays in the thread.
 */
export const hearInThread = (issue: Issue, repliedAt: Date, { now }: Circumstances): Decision => {
  const at = repliedAt > now ? now : repliedAt
  if (issue.state !== 'claimed' || issue.owner === undefined || at <= issue.lastUpdateAt) return { issue, events: [] }
  const notedAt = new Date(Math.max(at.getTime(), issue.lastEventAt.getTime()))
  return {
    issue: { ...issue, lastUpdateAt: at },
    events: [{ kind: 'updated', at: notedAt, actor: issue.owner, via: 'thread' }],
  }
}
