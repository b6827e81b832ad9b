import type { Ports, WorkspaceId } from '#application/ports.ts'
import type { Council } from '#domain/council.ts'

/** How long the council in force is remembered for questions that must not cost a query; milliseconds. */
const rememberedMs = 10_000

/**
 * The council in force as last read: answers at once, and reads again in the background when that is a while ago. Used
 * where a delivery that concerns nobody must not cost a query.
 */
export const rememberCouncil = ({ read, clock }: Pick<Ports, 'read' | 'clock'>) => {
  let council: Council | undefined
  let readAt = 0
  const refresh = async (workspaceId: WorkspaceId): Promise<Council | undefined> => {
    readAt = clock.now().getTime()
    council = await read(workspaceId, (tx) => tx.councils.find())
    return council
  }
  const current = (workspaceId: WorkspaceId): Council | undefined => {
    if (clock.now().getTime() - readAt > rememberedMs) refresh(workspaceId).catch(() => undefined)
    return council
  }
  return { refresh, current }
}
