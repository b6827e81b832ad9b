import type { IssueNumbers, Workspaces } from '#application/ports.ts'
import type { Database } from './database.ts'

/** Issue numbers from the workspace's counter, each drawn in a statement of its own so that no flag waits for another. */
export const issueNumbers = (database: Database): IssueNumbers => ({
  next: async (workspaceId) => {
    const data = { lastIssueNumber: { increment: 1 } }
    return (await database.workspace.update({ where: { id: workspaceId }, data, select: { lastIssueNumber: true } }))
      .lastIssueNumber
  },
})

export const workspaces = (database: Database): Workspaces => ({
  firstStartedAt: async (id) => (await database.workspace.findUnique({ where: { id } }))?.firstStartedAt,
})

/** Notes a workspace when the bot first serves it. */
export const welcomeWorkspace = async (database: Database, id: string, now: Date): Promise<void> => {
  await database.workspace.createMany({ data: [{ id, firstStartedAt: now }], skipDuplicates: true })
}
