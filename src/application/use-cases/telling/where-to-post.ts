import { DeliveryError } from '../../delivery-error.ts'
import type { Post } from '../../messages/message.ts'
import type { Destination } from '../../messages/posting.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'

type Deps = Pick<Ports, 'posts'>

/** The story of a card waits until the card stands. */
export const cardFirst = (): DeliveryError => new DeliveryError('later', 'its_card_comes_first', { overtakable: true })

/**
 * Where to post: in the thread of its root, else at the place the message is meant for. A line of the story whose card
 * will never be shown has no place of its own: it stands in the card's timeline; one whose card waits for a closed place
 * waits with it. Throws when its card comes first.
 */
export const destinationOf = async (
  deps: Deps,
  workspaceId: WorkspaceId,
  post: Post,
): Promise<Destination | { readonly waitsUntil: Date } | undefined> => {
  if (post.threadOf === undefined) return { place: post.place }
  const root = await deps.posts.find(workspaceId, post.threadOf)
  if (root?.standing) return { place: root.standing.channel, threadTs: root.standing.ts }
  if (post.subject.kind !== 'story') return { place: post.place }
  if (root?.live && root.nextLookAt) return { waitsUntil: root.nextLookAt }
  if (root?.live) throw cardFirst()
  return undefined
}
