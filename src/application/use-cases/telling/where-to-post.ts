import { DeliveryError } from '../../delivery-error.ts'
import { cardKey } from '../../messages/drafts.ts'
import type { Message, Post } from '../../messages/message.ts'
import type { Destination } from '../../messages/posting.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'

type Deps = Pick<Ports, 'posts'>

/** The message whose thread it belongs in, by its key: some are known only once it is worked out what they say. */
const rootKeyOf = (post: Post, message: Message): string | undefined =>
  post.threadOf ?? ('threadOf' in message ? message.threadOf : undefined)

/** The story of a card waits until the card stands. */
export const cardFirst = (): DeliveryError => new DeliveryError('later', 'its_card_comes_first', { overtakable: true })

/**
 * The message in whose thread another stands. A card that the issue has left before it was ever shown stays unshown: its
 * story is told at the one that followed.
 */
const rootOf = async (deps: Deps, workspaceId: WorkspaceId, threadOf: string, message: Message) => {
  const root = await deps.posts.find(workspaceId, threadOf)
  if (root?.standing || root?.live || message.kind !== 'story') return root
  const { number, card } = message.story.issue
  return deps.posts.find(workspaceId, cardKey(number, card))
}

/**
 * Where to post: in the thread of its root, else at the place the message is meant for. A line of the story, and the call
 * of a person to the card, come after the card: it throws while that is on its way, and they wait with one that waits for
 * a closed place. A line whose card will never be shown has no place of its own: it stands in the card's timeline.
 */
export const destinationOf = async (
  deps: Deps,
  workspaceId: WorkspaceId,
  post: Post,
  message: Message,
): Promise<Destination | { readonly waitsUntil: Date } | undefined> => {
  const threadOf = rootKeyOf(post, message)
  if (threadOf === undefined) return { place: post.place }
  const root = await rootOf(deps, workspaceId, threadOf, message)
  if (root?.standing) return { place: root.standing.channel, threadTs: root.standing.ts }
  const belongsToCard = post.subject.kind === 'story' || post.subject.kind === 'call'
  if (!belongsToCard) return { place: post.place }
  if (root?.live && root.nextLookAt) return { waitsUntil: root.nextLookAt }
  if (root?.live) throw cardFirst()
  return post.subject.kind === 'call' ? { place: post.place } : undefined
}
