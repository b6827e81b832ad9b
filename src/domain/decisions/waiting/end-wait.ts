import type { Issue } from '../../issue/issue.ts'
import type { WaitEnded } from '../../issue/wait.ts'
import { deadlineFor, waitedUntil } from '../../time/deadline.ts'
import type { Circumstances, Decision } from '../decision.ts'

/** Ends what an issue waits on, if it waits; its deadline is later by the time that counts. */
export const endWait = (issue: Issue, why: WaitEnded, { council, now }: Circumstances): Decision => {
  const { wait, ...rest } = issue
  if (!wait) return { issue, events: [] }
  const customerWaited = waitedUntil(council, issue, now)
  const moving: Issue = customerWaited === 0 ? rest : { ...rest, customerWaited }
  return {
    issue: { ...moving, deadlineAt: deadlineFor(council, moving) },
    events: [{ kind: 'waiting_ended', at: now, on: wait.on, why }],
  }
}
