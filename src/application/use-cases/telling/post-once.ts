import { DeliveryError } from '../../delivery-error.ts'
import type { Message, Post } from '../../messages/message.ts'
import type { Destination, Standing } from '../../messages/posting.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'

type Deps = Pick<Ports, 'posts' | 'messenger' | 'clock'>

/** A message on its way: whose it is, what is kept of it, and what it says now. */
export type Due = { readonly workspaceId: WorkspaceId; readonly post: Post; readonly message: Message }

/** Where a message stands now; one that was `found` may say something else than it should by now. */
export type Sent = { readonly standing: Standing; readonly found: boolean }

/** Longer than it takes to note an attempt. Who was stopped for so long has no say any more; milliseconds. */
const noteWithin = 5_000

/** Whether the failure says that a place takes no messages. */
export const isClosed = (error: unknown): error is DeliveryError =>
  error instanceof DeliveryError && error.kind === 'no_place'

/** Whether the failure says that a message is gone. */
export const isMissing = (error: unknown): error is DeliveryError =>
  error instanceof DeliveryError && error.kind === 'missing'

/**
 * The message of a noted attempt whose answer was lost, if Slack has it; it is looked for where it was sent, which may be
 * another place than it is meant for by now.
 */
export const findSent = async (deps: Deps, to: Destination, post: Post): Promise<Standing | undefined> => {
  if (!post.attemptedAt) return undefined
  try {
    return await deps.messenger.find(post.attemptedTo ?? to, post.key, post.attemptedAt)
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
  const found = await findSent(deps, to, post)
  if (found) return { standing: found, found: true }
  const attempt = () => noteAttempt(deps, due, to)
  try {
    return { standing: await deps.messenger.post(to, post.key, message, attempt), found: false }
  } catch (error) {
    const isFirst = post.attemptedAt === undefined
    if (isFirst && error instanceof DeliveryError && error.answered) await deps.posts.noteNotSent(workspaceId, post)
    throw error
  }
}

/** The same, for another place to be tried: with what was noted of the attempt before. */
export const asTried = async (deps: Deps, due: Due): Promise<Due> => ({
  ...due,
  post: (await deps.posts.find(due.workspaceId, due.post.key)) ?? due.post,
})
