import { DeliveryError } from '../../delivery-error.ts'
import type { Message, Post } from '../../messages/message.ts'
import type { Destination, ShownPost, Standing } from '../../messages/posting.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import { notePlaceClosed } from './closed-place/note-place-closed.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'posts' | 'messenger' | 'clock'>

/** A message on its way: whose it is, what is kept of it, and what it says now. */
export type Due = { readonly workspaceId: WorkspaceId; readonly post: Post; readonly message: Message }

/** A channel or person takes no message of ours. */
export const isClosed = (error: unknown): error is DeliveryError =>
  error instanceof DeliveryError && error.kind === 'no_place'

/** A message that should stand is gone. */
export const isMissing = (error: unknown): error is DeliveryError =>
  error instanceof DeliveryError && error.kind === 'missing'

type Posted = Standing & Required<Pick<ShownPost, 'place'>>

/** The message of a noted attempt whose answer was lost, if Slack has it. */
export const findSent = async (deps: Deps, to: Destination, post: Post): Promise<Standing | undefined> => {
  if (!post.attemptedAt) return undefined
  try {
    return await deps.messenger.find(to, post.key, post.attemptedAt)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** The same failure, with the place that takes no messages. */
export const closedAt = (error: unknown, place: string): unknown =>
  isClosed(error) ? new DeliveryError('no_place', error.message, { cause: error, place }) : error

const postAt = async (deps: Deps, { workspaceId, post, message }: Due, to: Destination): Promise<Standing> => {
  const found = await findSent(deps, to, post)
  if (found) return found
  const attempt = () => deps.posts.noteAttempt(workspaceId, post.key, post.attemptedAt ?? deps.clock.now())
  try {
    return await deps.messenger.post(to, post.key, message, attempt)
  } catch (error) {
    const isFirst = post.attemptedAt === undefined
    if (isFirst && error instanceof DeliveryError && error.answered) await deps.posts.noteNotSent(workspaceId, post.key)
    throw error
  }
}

/** Posts once: a noted attempt without an answer is looked for before anything is sent again. */
export const postOnce = async (deps: Deps, due: Due, to: Destination): Promise<Posted> => {
  try {
    return { ...(await postAt(deps, due, to)), place: to.place }
  } catch (error) {
    throw closedAt(error, to.place)
  }
}

/** A card that its department's channel does not take stands in the council's: an issue has one wherever it can. */
export const postSomewhere = async (deps: Deps, due: Due, to: Destination): Promise<Posted> => {
  try {
    return await postOnce(deps, due, to)
  } catch (error) {
    const { message, workspaceId, post } = due
    if (!isClosed(error) || message.kind !== 'card' || to.place === message.council.channel) throw error
    await notePlaceClosed(deps, workspaceId, post, error)
    return postOnce(deps, due, { place: message.council.channel })
  }
}
