import { DeliveryError } from '../../delivery-error.ts'
import type { Message, Post } from '../../messages/message.ts'
import { isObsolete, staysLive } from '../../messages/message-life.ts'
import type { Destination, ShownPost, Standing } from '../../messages/posting.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import { composePost } from './compose-post.ts'
import { notePlaceClosed } from './place-closed.ts'
import { isLate, takeBack } from './take-back.ts'
import { cardFirst, destinationOf } from './where-to-post.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'posts' | 'messenger' | 'clock' | 'directory' | 'queries'>

/** A message on its way: whose it is, what is kept of it, and what it says now. */
type Due = { readonly workspaceId: WorkspaceId; readonly post: Post; readonly message: Message }

const isClosed = (error: unknown): error is DeliveryError => error instanceof DeliveryError && error.kind === 'no_place'

const isMissing = (error: unknown): error is DeliveryError => error instanceof DeliveryError && error.kind === 'missing'

/** The message of a noted attempt whose answer was lost, if Slack has it. */
const findSent = async (deps: Deps, to: Destination, post: Post): Promise<Standing | undefined> => {
  if (!post.attemptedAt) return undefined
  try {
    return await deps.messenger.find(to, post.key, post.attemptedAt)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Posts once: a noted attempt without an answer is looked for before anything is sent again. */
const postOnce = async (deps: Deps, { workspaceId, post, message }: Due, to: Destination): Promise<Standing> => {
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

/** Brings the other messages about an issue up to date. */
const refresh = (deps: Deps, workspaceId: WorkspaceId, issue: number): Promise<undefined> =>
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
  const changed = await deps.posts.noteShown(workspaceId, post.key, shown)
  if (message.kind === 'card' && message.story.issue.card > 1)
    await refresh(deps, workspaceId, message.story.issue.number)
  if (changed) await deliverPost(deps)({ workspaceId, key: post.key, update: true })
}

const showAnew = (deps: Deps, workspaceId: WorkspaceId, post: Post): Promise<undefined> =>
  deps.unitOfWork({ workspaceId }, async (tx) => {
    await tx.posts.showAnew(post)
    return undefined
  })

/** Its thread was deleted with the message it hung on: a card is posted anew and the line waits for it, others do without. */
const showWithoutThread = async (deps: Deps, due: Due): Promise<void> => {
  const { workspaceId, post } = due
  const root = post.threadOf === undefined ? undefined : await deps.posts.find(workspaceId, post.threadOf)
  if (root?.subject.kind !== 'card') return showNew(deps, due, { place: post.place })
  await showAnew(deps, workspaceId, root)
  throw cardFirst()
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
  if (!stands && message.kind === 'card') return void (await showAnew(deps, workspaceId, post))
  const live = post.live && stands && staysLive(message)
  await deps.posts.noteShown(workspaceId, post.key, { ...at, content, live })
}

/** A message that does not stand yet is left to who shows it first, who then shows what is true by then. */
const update = async (deps: Deps, due: Due): Promise<void> => {
  const { workspaceId, post } = due
  if (post.standing) return bringUpToDate(deps, due, post.standing)
  if (post.live && !(await deps.posts.leaveToFirst(workspaceId, post.key)))
    throw new DeliveryError('later', 'shown_just_now', { overtakable: true })
}

/** Shown before, by a try that did not come to its end: what has changed since then is yet to be shown. */
const showAgain = async (deps: Deps, due: Due, at: Standing): Promise<void> => {
  const { workspaceId, post } = due
  if (post.issue !== undefined) await refresh(deps, workspaceId, post.issue)
  else if (post.live) await bringUpToDate(deps, due, at)
}

const showFirst = async (deps: Deps, due: Due): Promise<void> => {
  const { workspaceId, post, message } = due
  if (post.standing) return showAgain(deps, due, post.standing)
  const to = await destinationOf(deps, workspaceId, post)
  if (to && !isObsolete(message) && !isLate(message)) {
    try {
      return await showNew(deps, due, to)
    } catch (error) {
      if (!isMissing(error) || to.threadTs === undefined) throw error
      return showWithoutThread(deps, due)
    }
  }
  const sent = to && (await findSent(deps, to, post))
  if (sent) return bringUpToDate(deps, due, sent)
  if (isLate(message)) await takeBack(deps, workspaceId, { post: post.key, sentAt: message.late })
  await deps.posts.noteShown(workspaceId, post.key, { live: false })
}

/** Slack will never take it: neither later nor changed. */
const isHopeless = (error: unknown): error is DeliveryError =>
  error instanceof DeliveryError && ['no_place', 'refused', 'missing'].includes(error.kind)

type Delivery = { readonly workspaceId: WorkspaceId; readonly key: string; readonly update: boolean }

/**
 * Makes Slack show what a message of the bot should say now: posts it once, or with `update` brings it up to date where
 * it stands. What was settled before it was ever sent is left out; for one that its place does not take, another way is
 * found. Throws `DeliveryError`.
 */
export const deliverPost =
  (deps: Deps) =>
  async ({ workspaceId, key, update: isUpdate }: Delivery): Promise<void> => {
    const post = await deps.posts.take(workspaceId, key)
    if (!post) return
    const message = await composePost(deps, workspaceId, post)
    const letGo = () => deps.posts.noteShown(workspaceId, key, { live: false })
    if (!message) return void (await letGo())
    try {
      await (isUpdate ? update : showFirst)(deps, { workspaceId, post, message })
    } catch (error) {
      if (isClosed(error)) await notePlaceClosed(deps, workspaceId, post, error.message)
      if (!isUpdate && isHopeless(error)) await letGo()
      throw error
    }
  }
