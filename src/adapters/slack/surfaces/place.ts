import type { WorkspaceId } from '#application/ports.ts'
import type { ListenerDeps } from '../listener.ts'

const privateNames = new Set(['directmessage', 'privategroup'])

/** A channel and, where the delivery brings it, what Slack calls it. */
export type Place = { readonly id: string; readonly name?: string | undefined }

const isPrivateByName = ({ id, name = '' }: Place): boolean =>
  id.startsWith('D') || privateNames.has(name) || name.startsWith('mpdm-')

/** `open`: a public channel of our own. `shared`: another company reads along. */
type Openness = 'open' | 'private' | 'shared'

/**
 * Who else reads a place: words may be seen by everybody only where it is open. A place that Slack does not tell of in
 * time counts as private.
 */
export const opennessOf = async (
  { directory }: Pick<ListenerDeps, 'directory'>,
  workspaceId: WorkspaceId,
  place: Place,
): Promise<Openness> => {
  if (isPrivateByName(place)) return 'private'
  const channel = await directory.channel(workspaceId, place.id)
  if (channel?.shared) return 'shared'
  return channel === undefined || channel.private ? 'private' : 'open'
}
