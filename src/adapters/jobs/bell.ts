import type { WorkspaceId } from '#application/ports.ts'

/**
 * Wakes the workers of this process when it has queued something for them itself, which costs the database nothing;
 * what another process leaves behind they find when they next look.
 */
export const createBell = () => {
  const sleepers = new Map<WorkspaceId, () => void>()
  return {
    ring: (workspaceId: WorkspaceId): void => sleepers.get(workspaceId)?.(),
    answer: (workspaceId: WorkspaceId, wake: () => void): void => void sleepers.set(workspaceId, wake),
  }
}
