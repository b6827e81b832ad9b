/** What an issue can wait on. */
export const waitCauses = ['customer', 'department', 'approval', 'vendor'] as const

export type WaitCause = (typeof waitCauses)[number]

/** Why nothing moves now. */
export type Wait = {
  readonly on: WaitCause
  /** Whom it waits for, when it waits on a department. */
  readonly department?: string
  readonly since: Date
  /** When the owner wants to be woken up. */
  readonly until?: Date
  /** Whether a question to the customer was recorded. */
  readonly question: boolean
}

/** Why a wait ended: the owner says that it moves again, it waits on something else, or the issue itself went on or ended. */
export type WaitEnded = 'moving' | 'replaced' | 'released' | 'resolved' | 'withdrawn' | 'merged' | 'moved' | 'decided'
