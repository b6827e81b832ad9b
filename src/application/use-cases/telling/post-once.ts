import { DeliveryError } from '../../delivery-error.ts'
import type { Message, Post } from '../../messages/message.ts'
import type { Destination, Standing } from '../../messages/posting.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import { notePlaceClosed } from './closed-place/note-place-closed.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'posts' | 'messenger' | 'clock'>

/** A message on its way: whose it is, what is kept of it, and what it says now. */
export type Due = { readonly workspaceId: WorkspaceId; readonly post: Post; readonly message: Message }

/**
 * Where a message stands now, and the channel or person that took it; one that was `found` may say something else than
 * it should by now.
 */
export type Sent = { readonly standing: Standing; readonly place: string; readonly found: boolean }

/** Longer than it takes to note an attempt. Who was stopped for so long has no say any more; milliseconds. */
const noteWithin = 5_000

/** A channel or person takes no message of ours. */
export const isClosed = (error: unknown): error is DeliveryError =>
  error instanceof DeliveryError && error.kind === 'no_place'

/** A message that should stand is gone. */
export const isMissing = (error: unknown): error is DeliveryError =>
  error instanceof DeliveryError && error.kind === 'missing'

/** The same failure, with the place that takes no messages. */
export const closedAt = (error: unknown, place: string): unknown =>
  isClosed(error) ? new DeliveryError('no_place', error.message, { cause: error, place }) : error

/**
 * The message of a noted attempt whose answer was lost, if Slack has it; it is looked for where it was sent, which may be
 * another place than it is meant for by now. A card that was left behind there has the same mark, and is not meant.
 */
export const findSent = async (
  deps: Deps,
  { workspaceId, post }: Pick<Due, 'workspaceId' | 'post'>,
  to: Destination,
): Promise<Sent | undefined> => {
  if (!post.attemptedAt) return undefined
  const at = post.attemptedTo ?? to
  try {
    const standing = await deps.messenger.find(at, post.key, post.attemptedAt)
    if (!standing || (await deps.posts.isLeft(workspaceId, standing))) return undefined
    return { standing, place: at.place, found: true }
  } catch (error) {
    if (isMissing(error) || isClosed(error)) return undefined
    throw error
  }
}

/**
 * Another process may have taken the message on while this one stood still: only who knows of all attempts may send, and
 * only at once.
 */
const noteAttempt = async (deps: Deps, { workspaceId, post }: Due, to: Destination): Promise<void> => {
  const at = deps.clock.now()
  const isOurs = await deps.posts.noteAttempt(workspaceId, post, at, to)
  if (!isOurs || deps.clock.now().getTime() - at.getTime() > noteWithin)
    throw new DeliveryError('later', 'somebody_else_sends_it')
}

/** Posts once: a noted attempt without an answer is looked for before anything is sent again. */
export const postOnce = async (deps: Deps, due: Due, to: Destination): Promise<Sent> => {
  const { workspaceId, post, message } = due
  const found = await findSent(deps, due, to)
  if (found) return found
  const attempt = () => noteAttempt(deps, due, to)
  try {
    const standing = await deps.messenger.post(to, post.key, message, attempt)
    return { standing, place: to.place, found: false }
  } catch (error) {
    const isFirst = post.attemptedAt === undefined
    if (isFirst && error instanceof DeliveryError && error.answered) await deps.posts.noteNotSent(workspaceId, post)
    throw closedAt(error, to.place)
  }
}

/** The same, for another place to be tried: with what was noted of the attempt before. */
export const asTried = async (deps: Deps, due: Due): Promise<Due> => ({
  ...due,
  post: (await deps.posts.find(due.workspaceId, due.post.key)) ?? due.post,
})

/** A card that its department's channel does not take stands in the council's: an issue has one wherever it can. */
export const postSomewhere = async (deps: Deps, due: Due, to: Destination): Promise<Sent> => {
  try {
    return await postOnce(deps, due, to)
  } catch (error) {
    const { message, workspaceId, post } = due
    if (!isClosed(error) || message.kind !== 'card' || to.place === message.council.channel) throw error
    await notePlaceClosed(deps, workspaceId, post, error)
    return postOnce(deps, await asTried(deps, due), { place: message.council.channel })
  }
}
