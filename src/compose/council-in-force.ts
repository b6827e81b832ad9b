import type { Ports, WorkspaceId } from '#application/ports.ts'
import type { Council } from '#domain/council.ts'

/** How long the council in force is remembered for questions that must not cost a query; milliseconds. */
const rememberedMs = 10_000

/**
 * The council in force as last read, of each workspace its own: answers at once, and reads again in the background when
 * that is a while ago. Used where a delivery that concerns nobody must not cost a query.
 */
export const rememberCouncil = ({ read, clock }: Pick<Ports, 'read' | 'clock'>) => {
  const councils = new Map<WorkspaceId, { readonly council: Council | undefined; readonly readAt: number }>()
  const refresh = async (workspaceId: WorkspaceId): Promise<Council | undefined> => {
    const readAt = clock.now().getTime()
    councils.set(workspaceId, { council: councils.get(workspaceId)?.council, readAt })
    const council = await read(workspaceId, (tx) => tx.councils.find())
    councils.set(workspaceId, { council, readAt })
    return council
  }
  const current = (workspaceId: WorkspaceId): Council | undefined => {
    const known = councils.get(workspaceId)
    if (clock.now().getTime() - (known?.readAt ?? 0) > rememberedMs) refresh(workspaceId).catch(() => undefined)
    return known?.council
  }
  return { refresh, current }
}
