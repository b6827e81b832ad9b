import type { WorkspaceId } from '#application/ports.ts'

/** Milliseconds between two rings at the least: what is queued meanwhile is found with the second. */
const pauseMs = 50

/**
 * Wakes the workers of this process when it has queued something for them itself, which costs the database nothing;
 * what another process leaves behind they find when they next look.
 */
export const createBell = () => {
  const sleepers = new Map<WorkspaceId, () => void>()
  const resting = new Map<WorkspaceId, { again: boolean }>()
  const ring = (workspaceId: WorkspaceId): void => {
    const rest = resting.get(workspaceId)
    if (rest) {
      rest.again = true
      return
    }
    const pause = { again: false }
    resting.set(workspaceId, pause)
    setTimeout(() => {
      resting.delete(workspaceId)
      if (pause.again) ring(workspaceId)
    }, pauseMs).unref()
    sleepers.get(workspaceId)?.()
  }
  return {
    ring,
    answer: (workspaceId: WorkspaceId, wake: () => void): void => void sleepers.set(workspaceId, wake),
  }
}
