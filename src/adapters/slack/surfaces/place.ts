import type { WorkspaceId } from '#application/ports.ts'
import type { ListenerDeps } from '../listener.ts'

const privateNames = new Set(['directmessage', 'privategroup'])

/** A channel and, where the delivery brings it, what Slack calls it. */
export type Place = { readonly id: string; readonly name?: string | undefined }

const isPrivateByName = ({ id, name = '' }: Place): boolean =>
  id.startsWith('D') || privateNames.has(name) || name.startsWith('mpdm-')

/**
 * Whether words from a place may be seen by everybody: only those of a public channel of our own. A place that Slack
 * does not tell of in time counts as private.
 */
export const isRestricted = async (
  { directory }: Pick<ListenerDeps, 'directory'>,
  workspaceId: WorkspaceId,
  place: Place,
): Promise<boolean> => {
  if (isPrivateByName(place)) return true
  const channel = await directory.channel(workspaceId, place.id)
  return channel === undefined || channel.private || channel.shared
}
