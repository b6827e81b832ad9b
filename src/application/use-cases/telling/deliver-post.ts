import { isOpen } from '#domain/issue/issue.ts'
import { DeliveryError } from '../../delivery-error.ts'
import type { Message, Post } from '../../messages/message.ts'
import { isObsolete, staysLive } from '../../messages/message-life.ts'
import type { Destination, ShownPost, Standing } from '../../messages/posting.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import { firstTry, isAwaited, keepForLater, mayWait, tryAtOnce } from './closed-place/keep-for-later.ts'
import { notePlaceClosed, placeOf } from './closed-place/note-place-closed.ts'
import { composePost } from './compose-post.ts'
import {
  asTried,
  closedAt,
  type Due,
  findSent,
  isClosed,
  isMissing,
  postOnce,
  postSomewhere,
  type Sent,
} from './post-once.ts'
import { isLate, takeBack } from './take-back.ts'
import { cardFirst, destinationOf } from './where-to-post.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'posts' | 'messenger' | 'clock' | 'directory' | 'queries'>

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

const before = ({ shown }: Post): Pick<ShownPost, 'before'> => (shown === undefined ? {} : { before: shown })

/** Notes where a message stands; what was found there says what was true when it was sent, and is brought up to date. */
const noteSent = async (deps: Deps, { workspaceId, post, message }: Due, sent: Sent): Promise<void> => {
  const { standing, place, found } = sent
  const link = message.kind === 'card' ? deps.messenger.linkTo(standing) : undefined
  const shown: ShownPost = {
    ...standing,
    place,
    ...(found ? {} : { content: deps.messenger.fingerprint(message), ...before(post) }),
    live: post.live && (found || staysLive(message)),
    ...(link === undefined ? {} : { link }),
  }
  const { changed, doubtful } = await deps.posts.noteShown(workspaceId, post.key, shown)
  if (message.kind === 'card' && message.story.issue.card > 1)
    await refresh(deps, workspaceId, message.story.issue.number)
  if (changed || doubtful || (found && post.live)) await deliverPost(deps)({ workspaceId, key: post.key, update: true })
}

const showNew = async (deps: Deps, due: Due, to: Destination): Promise<void> =>
  due.message.kind === 'refusal' ? sayPrivately(deps, due, to) : noteSent(deps, due, await postSomewhere(deps, due, to))

/** Posts a card anew that is gone from where it stood, or closed in there. */
const showAnew = (deps: Deps, { workspaceId }: Due, card: Post, stood: Standing, isClosedIn: boolean) =>
  deps.unitOfWork({ workspaceId }, async (tx) => {
    await tx.posts.showAnew(card, stood, isClosedIn ? firstTry(deps.clock.now()) : undefined)
    return undefined
  })

/** Somewhere else than in the council's channel, a card has another place to go to. */
const mayMove = (message: Message, from: string): boolean => 'council' in message && message.council.channel !== from

/**
 * Its thread was deleted with the message it hung on, or is closed to us: a card is posted anew and the line waits for it,
 * others do without. Throws the failure of what can do neither.
 */
const showWithoutThread = async (deps: Deps, due: Due, thread: Standing, error: DeliveryError): Promise<void> => {
  const { workspaceId, post, message } = due
  const root = post.threadOf === undefined ? undefined : await deps.posts.find(workspaceId, post.threadOf)
  const card = root?.subject.kind === 'card' ? root : undefined
  const isClosedIn = error.kind === 'no_place'
  if (isClosedIn && !(card && mayMove(message, thread.channel))) throw error
  if (!card) return showNew(deps, await asTried(deps, due), { place: post.place })
  await showAnew(deps, due, card, thread, isClosedIn)
  throw cardFirst()
}

/** Updates a message that stands: it may be gone, or closed in where it is while there is another place for it. */
const updateAt = async (deps: Deps, at: Standing, { post, message }: Due): Promise<'stands' | 'gone' | 'closed in'> => {
  try {
    await deps.messenger.update(at, post.key, message)
    return 'stands'
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error
    const { kind, message: reason, retryAfterMs } = error
    if (kind === 'missing') return 'gone'
    if (kind === 'no_place' && message.kind === 'card' && mayMove(message, at.channel)) return 'closed in'
    if (kind === 'no_place') throw closedAt(error, at.channel)
    throw new DeliveryError(kind, reason, { cause: error, overtakable: true, retryAfterMs })
  }
}

/** An issue that is over and only lost its words: a card that is gone need not come back for that. */
const isPast = ({ story: { issue, timeline } }: Extract<Message, { kind: 'card' }>): boolean =>
  !isOpen(issue) && timeline.at(-1)?.kind === 'words_erased'

/**
 * A live card that is gone, or closed in, is posted anew, because each issue has one; other messages stay gone, or wait
 * until their place is open again.
 */
const bringUpToDate = async (deps: Deps, due: Due, at: Standing): Promise<void> => {
  const { workspaceId, post, message } = due
  const content = deps.messenger.fingerprint(message)
  if (content === post.shown && post.live && staysLive(message)) return
  const isShown = content === post.shown
  const found = isShown ? 'stands' : await updateAt(deps, at, due)
  if (found === 'closed in' || (found === 'gone' && message.kind === 'card' && !isPast(message)))
    return void (await showAnew(deps, due, post, at, found === 'closed in'))
  const live = post.live && found === 'stands' && staysLive(message)
  const shown = { content, live, ...before(post), ...(isShown ? {} : { place: placeOf(post, at.channel) }) }
  const { doubtful } = await deps.posts.noteShown(workspaceId, post.key, shown)
  if (doubtful) await deliverPost(deps)({ workspaceId, key: post.key, update: true })
}

/** A message that does not stand yet is left to who shows it first, who then shows what is true by then. */
const update = async (deps: Deps, due: Due): Promise<void> => {
  const { workspaceId, post } = due
  if (post.standing) return bringUpToDate(deps, due, post.standing)
  if (post.nextLookAt) return void (await tryAtOnce(deps, workspaceId, post.key))
  if (!(await deps.posts.leaveToFirst(workspaceId, post.key)))
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
  const to = await destinationOf(deps, workspaceId, post, message)
  if (to && 'waitsUntil' in to) return deps.posts.waitForPlace(workspaceId, post.key, to.waitsUntil)
  if (to && !isObsolete(message) && !isLate(message)) {
    try {
      return await showNew(deps, due, to)
    } catch (error) {
      if (!(isMissing(error) || isClosed(error)) || to.threadTs === undefined) throw error
      return showWithoutThread(deps, due, { channel: to.place, ts: to.threadTs }, error)
    }
  }
  const sent = to && (await findSent(deps, due, to))
  if (sent) return noteSent(deps, due, sent)
  if (isLate(message)) await takeBack(deps, workspaceId, { post: post.key, sentAt: message.late })
  await deps.posts.noteShown(workspaceId, post.key, { live: false })
}

/** Slack will never take it: neither later nor changed. */
const isHopeless = (error: unknown): error is DeliveryError =>
  error instanceof DeliveryError && ['no_place', 'refused', 'missing'].includes(error.kind)

/**
 * Its place is closed: what stands there, or has no other way, waits until that is open again. Throws the failure of what
 * does not.
 */
const wait = async (deps: Deps, { workspaceId, post, message }: Due, error: DeliveryError): Promise<void> => {
  const { place, since } = await notePlaceClosed(deps, workspaceId, post, error)
  if (post.standing ? !isAwaited(since, deps.clock.now()) : !mayWait(message, place)) throw error
  await keepForLater(deps, workspaceId, post.key, since)
}

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
    const due = { workspaceId, post, message }
    const show = () => (isUpdate ? update : showFirst)(deps, due)
    try {
      await show().catch((error) => (isClosed(error) ? wait(deps, due, error) : Promise.reject(error)))
    } catch (error) {
      if (!isUpdate && isHopeless(error)) await letGo()
      throw error
    }
  }
