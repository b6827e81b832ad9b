import type { Ports, WorkspaceId } from '../../ports.ts'
import { lookAtDue } from './look-at-due.ts'
import { sendWaiting } from './send-waiting.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'posts' | 'clock' | 'directory'>

/**
 * One round of the tick: notes what has become due of the open issues, then sends each person what waits for them in one
 * message. What is due is read from data, so a missed round heals itself. Answers how many issues it looked at.
 */
export const sendReminders = (deps: Deps) => {
  const look = lookAtDue(deps)
  const send = sendWaiting(deps)
  return async (workspaceId: WorkspaceId): Promise<number> => {
    const looked = await look(workspaceId)
    await send(workspaceId)
    return looked
  }
}
