import { DeliveryError } from '../../delivery-error.ts'
import { isObsolete, staysLive } from '../../messages/compose-message.ts'
import type { Message, Post } from '../../messages/message.ts'
import type { Destination, Ports, ShownPost, Standing, WorkspaceId } from '../../ports.ts'
import { composePost } from './compose-post.ts'
import { notePlaceClosed } from './place-closed.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'posts' | 'messenger' | 'clock' | 'directory'>

/** A message on its way: whose it is, what is kept of it, and what it says now. */
type Due = { readonly workspaceId: WorkspaceId; readonly post: Post; readonly message: Message }

const isClosed = (error: unknown): error is DeliveryError => error instanceof DeliveryError && error.kind === 'no_place'

/**
 * Where to post: in the thread of its root, else at the place the message is meant for. A line of the story whose card
 * was never shown has no place of its own: it stands in the card's timeline.
 */
const destinationOf = async (deps: Deps, { workspaceId, post }: Due): Promise<Destination | undefined> => {
  if (post.threadOf === undefined) return { place: post.place }
  const root = await deps.posts.find(workspaceId, post.threadOf)
  if (root?.standing) return { place: root.standing.channel, threadTs: root.standing.ts }
  return post.subject.kind === 'story' ? undefined : { place: post.place }
}

/** The message of a noted attempt whose answer was lost, if Slack has it. */
const findSent = async (deps: Deps, to: Destination, post: Post): Promise<Standing | undefined> =>
  post.attemptedAt && deps.messenger.find(to, post.key, post.attemptedAt)

/** Posts once: a noted attempt without an answer is looked for before anything is sent again. */
const postOnce = async (deps: Deps, { workspaceId, post, message }: Due, to: Destination): Promise<Standing> => {
  const found = await findSent(deps, to, post)
  if (found) return found
  const attempt = () => deps.posts.noteAttempt(workspaceId, post.key, post.attemptedAt ?? deps.clock.now())
  try {
    return await deps.messenger.post(to, post.key, message, attempt)
  } catch (error) {
    const isFirst = post.attemptedAt === undefined
    if (isFirst && error instanceof DeliveryError && error.answered) await deps.posts.noteGone(workspaceId, post.key)
    throw error
  }
}

/** A card that its department's channel does not take stands in the council's: an issue has one wherever it can. */
const postSomewhere = async (deps: Deps, due: Due, to: Destination): Promise<Standing> => {
  try {
    return await postOnce(deps, due, to)
  } catch (error) {
    const { message, workspaceId, post } = due
    if (!isClosed(error) || message.kind !== 'card' || to.place === message.council.channel) throw error
    await notePlaceClosed(deps, workspaceId, { ...post, place: to.place }, error.message)
    return postOnce(deps, due, { place: message.council.channel })
  }
}

/** Private notes cannot be found again: they are sent at most once. */
const sayPrivately = async (deps: Deps, due: Due, to: Destination): Promise<void> => {
  const { workspaceId, post, message } = due
  if (!post.attemptedAt) await postOnce(deps, due, to)
  await deps.posts.noteShown(workspaceId, post.key, { live: false, content: deps.messenger.fingerprint(message) })
}

/** The card stands now: older cards can point at it. */
const refreshOthers = (deps: Deps, workspaceId: WorkspaceId, issue: number): Promise<void> =>
  deps.unitOfWork({ workspaceId }, async (tx) => {
    await tx.posts.refresh(issue)
    return undefined
  })

const showNew = async (deps: Deps, due: Due, to: Destination): Promise<void> => {
  const { workspaceId, post, message } = due
  if (message.kind === 'refusal') return sayPrivately(deps, due, to)
  const standing = await postSomewhere(deps, due, to)
  const link = message.kind === 'card' ? deps.messenger.linkTo(standing) : undefined
  const shown: ShownPost = {
    ...standing,
    content: deps.messenger.fingerprint(message),
    live: post.live && staysLive(message),
    ...(link === undefined ? {} : { link }),
  }
  await deps.posts.noteShown(workspaceId, post.key, shown)
  if (message.kind === 'card' && message.story.issue.card > 1)
    await refreshOthers(deps, workspaceId, message.story.issue.number)
}

/** Updates a message that stands; answers false when it is there no longer, or its place closed to us. */
const updateAt = async (deps: Deps, at: Standing, { post, message }: Due): Promise<boolean> => {
  try {
    await deps.messenger.update(at, post.key, message)
    return true
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error
    if (error.kind === 'missing' || error.kind === 'no_place') return false
    const { retryAfterMs } = error
    throw new DeliveryError(error.kind, error.message, { cause: error, overtakable: true, retryAfterMs })
  }
}

/** A live card that is gone is posted anew, because each issue has one; other messages stay gone. */
const bringUpToDate = async (deps: Deps, due: Due, at: Standing): Promise<void> => {
  const { workspaceId, post, message } = due
  const content = deps.messenger.fingerprint(message)
  if (content === post.shown && post.live && staysLive(message)) return
  const stands = content === post.shown || (await updateAt(deps, at, due))
  if (!stands && message.kind === 'card') {
    await deps.posts.noteGone(workspaceId, post.key)
    const { standing: _, attemptedAt: __, shown: ___, ...fresh } = post
    return showNew(deps, { ...due, post: fresh }, { place: post.place })
  }
  await deps.posts.noteShown(workspaceId, post.key, { ...at, content, live: post.live && stands && staysLive(message) })
}

const show = async (deps: Deps, due: Due): Promise<void> => {
  const { workspaceId, post, message } = due
  if (post.standing) return bringUpToDate(deps, due, post.standing)
  const to = await destinationOf(deps, due)
  if (to && !isObsolete(message)) return showNew(deps, due, to)
  const sent = to && (await findSent(deps, to, post))
  return sent ? bringUpToDate(deps, due, sent) : deps.posts.noteShown(workspaceId, post.key, { live: false })
}

/**
 * Makes Slack show what a message of the bot should say now: posts it once, or brings it up to date. What was settled
 * before it was ever sent is left out; for one that its place does not take, another way is found. Throws
 * `DeliveryError`.
 */
export const deliverPost =
  (deps: Deps) =>
  async ({ workspaceId, key }: { readonly workspaceId: WorkspaceId; readonly key: string }): Promise<void> => {
    const post = await deps.posts.take(workspaceId, key)
    if (!post) return
    const message = await composePost(deps, workspaceId, post)
    if (!message) return deps.posts.noteShown(workspaceId, key, { live: false })
    try {
      await show(deps, { workspaceId, post, message })
    } catch (error) {
      if (!isClosed(error)) throw error
      await notePlaceClosed(deps, workspaceId, post, error.message)
      await deps.posts.noteShown(workspaceId, key, { live: false })
      throw error
    }
  }
