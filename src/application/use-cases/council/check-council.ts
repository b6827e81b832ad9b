import type { Council } from '#domain/council.ts'
import { peopleOf } from '#domain/council.ts'
import type { Directory, WorkspaceId } from '../../ports.ts'

type Deps = { readonly directory: Pick<Directory, 'person' | 'channel'> }

/** Somebody or something that a council names and Slack does not have, or not in the way that is needed. */
export type Misfit = {
  readonly id: string
  readonly why: 'no_such_person' | 'guest' | 'stranger' | 'bot' | 'deactivated' | 'no_such_channel' | 'shared_channel'
}

const personMisfit = async (deps: Deps, workspaceId: WorkspaceId, id: string): Promise<readonly Misfit[]> => {
  const person = await deps.directory.person(workspaceId, id)
  if (!person) return [{ id, why: 'no_such_person' }]
  return person.kind === 'member' ? [] : [{ id, why: person.kind }]
}

const channelMisfit = async (deps: Deps, workspaceId: WorkspaceId, id: string): Promise<readonly Misfit[]> => {
  const channel = await deps.directory.channel(workspaceId, id)
  if (!channel) return [{ id, why: 'no_such_channel' }]
  return channel.shared ? [{ id, why: 'shared_channel' }] : []
}

/**
 * Asks Slack about every person and channel of a council, one after the other; what does not fit is answered. Throws
 * when the directory cannot say: nobody is taken for unknown because Slack is slow.
 */
export const checkCouncil =
  (deps: Deps) =>
  async ({ workspaceId, council }: { workspaceId: WorkspaceId; council: Council }): Promise<readonly Misfit[]> => {
    const channels = [council.channel, ...council.departments.map((department) => department.channel)]
    const misfits: Misfit[] = []
    for (const id of peopleOf(council)) misfits.push(...(await personMisfit(deps, workspaceId, id)))
    for (const id of new Set(channels.filter((channel) => channel !== undefined)))
      misfits.push(...(await channelMisfit(deps, workspaceId, id)))
    return misfits
  }
