import { cardKey } from '../../messages/drafts.ts'
import type { CalledTo, Post, PostDraft } from '../../messages/message.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import type { Tx } from '../../repositories.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock'>

/** How long the council is not told again of the same closed place; milliseconds. */
const toldFor = 7 * 86_400_000

const called: Partial<Readonly<Record<Post['subject']['kind'], CalledTo>>> = {
  ask: 'claim',
  handover: 'accept',
  pass: 'accept',
  route: 'route',
}

/** Who was to be asked directly is called to the card instead; where nobody is responsible, in the council's channel. */
const callFor = async (tx: Tx, post: Post, councilChannel: string): Promise<readonly PostDraft[]> => {
  const { issue, subject, key } = post
  const to = called[subject.kind]
  if (to === undefined || issue === undefined || !('person' in subject)) return []
  const { card } = await tx.issues.get(issue)
  return [
    {
      key: `call:${key}`,
      subject: { kind: 'call', person: subject.person, to },
      issue,
      place: councilChannel,
      threadOf: cardKey(issue, card),
      live: false,
    },
  ]
}

/**
 * A place takes no messages of ours: it is gone, archived, or closed to the bot. Whoever had to be asked there is called
 * elsewhere, and the council hears of the place once a week while that lasts; the chair, when it is the council's own.
 */
export const notePlaceClosed = (deps: Deps, workspaceId: WorkspaceId, post: Post, reason: string): Promise<undefined> =>
  deps.unitOfWork({ workspaceId }, async (tx) => {
    const council = await tx.councils.current()
    const { place } = post
    const own = place === council.channel
    const week = Math.floor(deps.clock.now().getTime() / toldFor)
    const notice: PostDraft = {
      key: `place_closed:${place}:${week}`,
      subject: { kind: 'place_closed', place, reason },
      place: own ? council.chair : council.channel,
      live: false,
    }
    const mayTell = post.subject.kind !== 'place_closed' && post.subject.kind !== 'refusal'
    await tx.posts.show([...(await callFor(tx, post, council.channel)), ...(mayTell ? [notice] : [])])
    return undefined
  })
