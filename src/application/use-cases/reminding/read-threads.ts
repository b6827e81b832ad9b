import { hearInThread, isHeard } from '#domain/decisions/asking/hear-in-thread.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { circumstancesOf, record } from '../../change-issue.ts'
import { DeliveryError } from '../../delivery-error.ts'
import { cardKey } from '../../messages/drafts.ts'
import type { Ports, Reply, WorkspaceId } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'posts' | 'clock' | 'directory'>

/** How many threads one round reads: two rounds a minute stay within what Slack allows. */
export const mostThreads = 20

/** The last answer in the thread of the live card that counts, if there was one since the last update. */
const lastReply = async (deps: Deps, workspaceId: WorkspaceId, issue: Issue): Promise<Reply | undefined> => {
  const card = await deps.posts.find(workspaceId, cardKey(issue.number, issue.card))
  if (!card?.standing) return undefined
  const { channel, ts } = card.standing
  const replies = await deps.directory.repliesSince(channel, ts, issue.lastUpdateAt)
  const heard = replies.filter(({ person, at }) => isHeard(issue, person) && at > issue.lastUpdateAt)
  return heard.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
}

const noteReply = ({ unitOfWork, clock }: Deps, workspaceId: WorkspaceId, { number, owner }: Issue, reply: Reply) =>
  unitOfWork({ workspaceId }, async (tx) => {
    const issue = await tx.issues.get(number)
    const circumstances = await circumstancesOf(tx, clock.now(), issue)
    if (issue.owner === owner) await record(tx, circumstances, issue, hearInThread(issue, reply, circumstances))
    return undefined
  })

/**
 * Reads the threads of issues that seem quiet, each the thread of its live card and nothing else; a reply of the owner
 * or of somebody who was consulted becomes an update. Answers the issues in whose threads nothing was said. Once Slack cannot be asked, no further one is
 * read in this round.
 */
export const readThreads =
  (deps: Deps) =>
  async (workspaceId: WorkspaceId, issues: readonly Issue[]): Promise<readonly Issue[]> => {
    const silent: Issue[] = []
    for (const issue of issues) {
      try {
        const reply = await lastReply(deps, workspaceId, issue)
        if (reply === undefined) silent.push(issue)
        else await noteReply(deps, workspaceId, issue, reply)
      } catch (error) {
        if (error instanceof DeliveryError) return silent
        throw error
      }
    }
    return silent
  }
