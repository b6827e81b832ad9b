import type { Digest } from '#domain/week/digest.ts'
import { DeliveryError } from '../../delivery-error.ts'
import { isObsolete, messageAbout, staysLive } from '../../messages/compose-message.ts'
import type { Message, Post } from '../../messages/message.ts'
import { cardKey } from '../../messages/notifications.ts'
import type { Destination, Ports, ShownPost, Standing, WorkspaceId } from '../../ports.ts'
import { namesIn } from './names-in.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'posts' | 'messenger' | 'clock'>

/** The digest names the customers of open issues only, as they are called when it is posted. */
export const namedDigest = async (deps: Pick<Ports, 'read'>, workspaceId: WorkspaceId, digest: Digest) => {
  const open = digest.needsSomeone.issues.filter((issue) => !issue.restricted).map((issue) => issue.number)
  return { digest, customers: await deps.read(workspaceId, (tx) => tx.customers.namesOf(open)) }
}

const messageOf = async (deps: Deps, workspaceId: WorkspaceId, post: Post): Promise<Message | undefined> => {
  const { subject, issue } = post
  if (subject.kind === 'refusal')
    return { ...subject, names: await namesIn(deps)({ workspaceId, details: subject.details }) }
  const now = deps.clock.now()
  if (issue === undefined) {
    const council = await deps.read(workspaceId, (tx) => tx.councils.current())
    return subject.kind === 'digest'
      ? { kind: 'digest', council, ...(await namedDigest(deps, workspaceId, subject.digest)) }
      : undefined
  }
  const about = await deps.read(workspaceId, async (tx) => {
    const council = await tx.councils.current()
    const reader = 'person' in subject ? (await tx.people.byIds([subject.person])).get(subject.person) : undefined
    const story = await tx.issues.story(issue, council)
    return { council, story, now, ...(reader === undefined ? {} : { readerZone: reader.timeZone }) }
  })
  const current = await deps.posts.find(workspaceId, cardKey(issue, about.story.issue.card))
  return messageAbout(subject, about, current?.link)
}

/**
 * Where to post: in the thread of its root, else at the place the message is meant for. A line of the story whose card
 * was never shown has no place of its own: it stands in the card's timeline.
 */
const destinationOf = async (deps: Deps, workspaceId: WorkspaceId, post: Post): Promise<Destination | undefined> => {
  if (post.threadOf === undefined) return { place: post.place }
  const root = await deps.posts.find(workspaceId, post.threadOf)
  if (root?.standing) return { place: root.standing.channel, threadTs: root.standing.ts }
  return post.subject.kind === 'story' ? undefined : { place: post.place }
}

/** The message of a noted attempt whose answer was lost, if Slack has it. */
const findSent = async (deps: Deps, to: Destination, post: Post): Promise<Standing | undefined> =>
  post.attemptedAt && deps.messenger.find(to, post.key, post.attemptedAt)

/** Posts once: a noted attempt without an answer is looked for before anything is sent again. */
const postOnce = async (
  deps: Deps,
  workspaceId: WorkspaceId,
  post: Post,
  to: Destination,
  message: Message,
): Promise<Standing> => {
  const found = await findSent(deps, to, post)
  if (found) return found
  await deps.posts.noteAttempt(workspaceId, post.key, post.attemptedAt ?? deps.clock.now())
  return deps.messenger.post(to, post.key, message)
}

/** A card that its department's channel does not take stands in the council's: an issue has one wherever it can. */
const postSomewhere = async (
  deps: Deps,
  workspaceId: WorkspaceId,
  post: Post,
  to: Destination,
  message: Message,
): Promise<Standing> => {
  try {
    return await postOnce(deps, workspaceId, post, to, message)
  } catch (error) {
    const closed = error instanceof DeliveryError && error.kind === 'no_place'
    if (!closed || message.kind !== 'card' || to.place === message.council.channel) throw error
    return postOnce(deps, workspaceId, post, { place: message.council.channel }, message)
  }
}

const showNew = async (
  deps: Deps,
  workspaceId: WorkspaceId,
  post: Post,
  to: Destination,
  message: Message,
): Promise<void> => {
  const content = deps.messenger.fingerprint(message)
  if (message.kind === 'refusal') {
    if (!post.attemptedAt) await postOnce(deps, workspaceId, post, to, message)
    return deps.posts.noteShown(workspaceId, post.key, { live: false, content })
  }
  const standing = await postSomewhere(deps, workspaceId, post, to, message)
  const link = message.kind === 'card' ? await deps.messenger.linkTo(standing) : undefined
  const shown: ShownPost = {
    ...standing,
    content,
    live: post.live && staysLive(message),
    ...(link === undefined ? {} : { link }),
  }
  await deps.posts.noteShown(workspaceId, post.key, shown)
  if (message.kind === 'card') await refreshOthers(deps, workspaceId, message.story.issue.number)
}

/** The card stands now: older cards can point at it. */
const refreshOthers = (deps: Deps, workspaceId: WorkspaceId, issue: number): Promise<void> =>
  deps.unitOfWork({ workspaceId }, async (tx) => {
    const { card } = await tx.issues.get(issue)
    if (card > 1) await tx.posts.refresh(issue)
    return undefined
  })

/** Updates a message that stands; answers false when somebody deleted it. */
const updateAt = async (deps: Deps, at: Standing, key: string, message: Message): Promise<boolean> => {
  try {
    await deps.messenger.update(at, key, message)
    return true
  } catch (error) {
    if (error instanceof DeliveryError && error.kind === 'missing') return false
    throw error
  }
}

/**
 * A live card that was deleted is posted anew, because each issue has one; other messages stay deleted. That it is gone
 * is noted first: whoever goes on after a crash looks for the new one instead of posting another.
 */
const bringUpToDate = async (
  deps: Deps,
  workspaceId: WorkspaceId,
  post: Post,
  at: Standing,
  message: Message,
): Promise<void> => {
  const content = deps.messenger.fingerprint(message)
  const stands = content === post.shown || (await updateAt(deps, at, post.key, message))
  if (!stands && message.kind === 'card') {
    await deps.posts.noteGone(workspaceId, post.key)
    const { standing: _, attemptedAt: __, ...deleted } = post
    return showNew(deps, workspaceId, deleted, { place: at.channel }, message)
  }
  await deps.posts.noteShown(workspaceId, post.key, { ...at, content, live: post.live && stands && staysLive(message) })
}

/**
 * Makes Slack show what a message of the bot should say now: posts it once, or brings it up to date. What was settled
 * before it was ever sent is left out. Throws `DeliveryError`.
 */
export const deliverPost =
  (deps: Deps) =>
  async ({ workspaceId, key }: { readonly workspaceId: WorkspaceId; readonly key: string }): Promise<void> => {
    const post = await deps.posts.find(workspaceId, key)
    if (!post) return
    const message = await messageOf(deps, workspaceId, post)
    if (!message) return deps.posts.noteShown(workspaceId, key, { live: false })
    if (post.standing) return bringUpToDate(deps, workspaceId, post, post.standing, message)
    const to = await destinationOf(deps, workspaceId, post)
    if (to && !isObsolete(message)) return showNew(deps, workspaceId, post, to, message)
    const sent = to && (await findSent(deps, to, post))
    return sent
      ? bringUpToDate(deps, workspaceId, post, sent, message)
      : deps.posts.noteShown(workspaceId, key, { live: false })
  }
