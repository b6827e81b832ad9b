import type { Message } from '../../messages/message.ts'
import type { Reminders } from '../../messages/reminders.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'

type Late = Reminders & { readonly late: Date }

/** Reminders that could not be sent in time, and would reach somebody at night or on another day. */
export const isLate = (message: Message): message is Late =>
  message.kind === 'reminders' && message.newest && message.late !== undefined

/** They wait for the person's next hours instead, and are part of that day's budget. */
export const takeBack = (
  { unitOfWork, clock }: Pick<Ports, 'unitOfWork' | 'clock'>,
  workspaceId: WorkspaceId,
  { post, sentAt }: { readonly post: string; readonly sentAt: Date },
): Promise<undefined> =>
  unitOfWork({ workspaceId }, async (tx) => {
    await tx.reminders.takeBack(post, sentAt, clock.now())
    return undefined
  })
