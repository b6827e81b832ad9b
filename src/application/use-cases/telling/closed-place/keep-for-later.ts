import type { Message } from '../../../messages/message.ts'
import { staysLive } from '../../../messages/message-life.ts'
import type { Ports, WorkspaceId } from '../../../ports.ts'

/** Pauses between two tries at a closed place: as long as it has been closed by then, within these; milliseconds. */
const shortestPause = 60_000
const longestPause = 3_600_000

/** How many messages one round tries again: the first that gets through makes the others due. */
const perRound = 50

/** When a place that is closed since a time is next tried. */
const nextTry = (since: Date, now: Date): Date => {
  const closedFor = now.getTime() - since.getTime()
  return new Date(now.getTime() + Math.min(Math.max(closedFor, shortestPause), longestPause))
}

/** When what a place has only just turned away is next tried there. */
export const firstTry = (now: Date): Date => nextTry(now, now)

/** How long what stands in a closed place is kept in mind without a change of its issue; milliseconds. */
const longestWait = 30 * 86_400_000

/** False for what has waited for so long that nobody need come back to it. */
export const isAwaited = (since: Date, now: Date): boolean => now.getTime() - since.getTime() < longestWait

/** True for what has no other place to go to than the council's: a card with its story, and what asks for something. */
export const mayWait = (message: Message, place: string): boolean =>
  'council' in message && message.council.channel === place && (message.kind === 'story' || staysLive(message))

/** Keeps a message until its place, closed since then, is tried again. */
export const keepForLater = (
  { posts, clock }: Pick<Ports, 'posts' | 'clock'>,
  workspaceId: WorkspaceId,
  key: string,
  since: Date,
): Promise<void> => posts.waitForPlace(workspaceId, key, nextTry(since, clock.now()))

/** A message that waits for its place is tried there now, because what it tells has changed. */
export const tryAtOnce = (
  { unitOfWork }: Pick<Ports, 'unitOfWork'>,
  workspaceId: WorkspaceId,
  key: string,
): Promise<undefined> =>
  unitOfWork({ workspaceId }, async (tx) => {
    await tx.posts.tryAgain({ key })
    return undefined
  })

/** One round of the tick: tries again what waits for a place that took no messages of ours. */
export const tryClosedPlaces =
  ({ unitOfWork, posts, clock }: Pick<Ports, 'unitOfWork' | 'posts' | 'clock'>) =>
  async (workspaceId: WorkspaceId): Promise<void> => {
    const until = clock.now()
    if (!(await posts.anyToTry(workspaceId, until))) return
    await unitOfWork({ workspaceId }, async (tx) => {
      await tx.posts.tryAgain({ until, most: perRound })
      return undefined
    })
  }
