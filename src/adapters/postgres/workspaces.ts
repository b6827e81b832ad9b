import type { IssueNumbers, Workspaces } from '#application/ports.ts'
import type { Database } from './database.ts'
import { prepared, type Sql } from './sql.ts'

/**
 * Its commit need not wait for the disk: what is written later with that number, and waited for, reaches the disk after
 * it, so that no number that anybody saw can come again.
 */
const nextNumber = prepared<{ number: number }>(
  `WITH hurried AS (SELECT set_config('synchronous_commit', 'off', true))
   UPDATE workspace SET last_issue_number = last_issue_number + 1 FROM hurried WHERE id = $1
   RETURNING last_issue_number AS number`,
)

/** Issue numbers from the workspace's counter, each drawn in a statement of its own so that no flag waits for another. */
export const issueNumbers = (sql: Sql): IssueNumbers => ({
  next: async (workspaceId) => {
    const [row] = await nextNumber(sql, workspaceId)
    if (!row) throw new Error('the workspace has not been welcomed')
    return row.number
  },
})

export const workspaces = (database: Database): Workspaces => ({
  firstStartedAt: async (id) => (await database.workspace.findUnique({ where: { id } }))?.firstStartedAt,
})

/** Notes a workspace when the bot first serves it. */
export const welcomeWorkspace = async (database: Database, id: string, now: Date): Promise<void> => {
  await database.workspace.createMany({ data: [{ id, firstStartedAt: now }], skipDuplicates: true })
}
