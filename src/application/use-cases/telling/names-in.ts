import type { ErrorDetails } from '#domain/errors.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'

/** The names of the people and departments that a refusal's details name, by id or key. */
export const namesIn =
  ({ read }: Pick<Ports, 'read'>) =>
  ({
    workspaceId,
    details,
  }: {
    readonly workspaceId: WorkspaceId
    readonly details: ErrorDetails
  }): Promise<Readonly<Record<string, string>>> =>
    read(workspaceId, async (tx) => {
      const ids = Object.values(details).filter((value) => typeof value === 'string')
      if (ids.length === 0) return {}
      const people = [...(await tx.people.byIds(ids)).values()]
      const departments = (await tx.councils.find())?.departments ?? []
      return Object.fromEntries([
        ...departments.map(({ key, name }) => [key, name]),
        ...people.map(({ id, name }) => [id, name]),
      ])
    })
