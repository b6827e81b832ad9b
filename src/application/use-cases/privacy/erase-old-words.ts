import { keptSince } from '#domain/time/retention.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import { eraseIssue } from './erase-issue.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'clock' | 'privacy'>

/** Few, because each has messages to bring up to date, of which Slack takes about fifty a minute. */
const perRound = 5

/**
 * One round of the tick: erases the words of issues that were over for as long as the council keeps words, the oldest
 * first; counts and timelines stay. What is due is read from data, so a missed round heals itself. Answers how many
 * issues it dealt with.
 */
export const eraseOldWords =
  (deps: Deps) =>
  async (workspaceId: WorkspaceId): Promise<number> => {
    const council = await deps.read(workspaceId, (tx) => tx.councils.find())
    if (!council) return 0
    const before = keptSince(council.rules.retention, deps.clock.now())
    const due = await deps.privacy.endedBefore(workspaceId, before, perRound)
    for (const number of due) await eraseIssue(deps, workspaceId, number, 'retention')
    return due.length
  }
