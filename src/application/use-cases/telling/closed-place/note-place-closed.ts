import type { DeliveryError } from '../../../delivery-error.ts'
import { cardKey } from '../../../messages/drafts.ts'
import type { CalledTo, Post, PostDraft } from '../../../messages/message.ts'
import type { Ports, WorkspaceId } from '../../../ports.ts'
import type { Tx } from '../../../repositories.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock'>

/** How long the council is not told again of a place that stays closed; milliseconds. */
const toldFor = 7 * 86_400_000

const called: Partial<Readonly<Record<Post['subject']['kind'], CalledTo>>> = {
  ask: 'claim',
  handover: 'accept',
  pass: 'accept',
  ask_first: 'answer_question',
  first_answer: 'accept',
  route: 'route',
  consult: 'answer',
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

/** A channel's messages, those in its threads too, are taken or turned away by the channel; a person's by the person. */
export const placeOf = ({ place }: Post, channel: string | undefined): string =>
  channel === undefined || channel.startsWith('D') ? place : channel

type Closed = { readonly place: string; readonly since: Date }

/** Notes that a place is closed, and tells of it once a week while it is; answers since when. */
const tellOf = async (tx: Tx, place: string, own: string, reason: string, now: Date): Promise<Date> => {
  const known = await tx.closedPlaces.find(place)
  if (known && now.getTime() - known.toldAt.getTime() < toldFor) return known.since
  const since = known?.since ?? now
  await tx.closedPlaces.note(place, known, { since, toldAt: now })
  const key = `place_closed:${place}:${now.getTime()}`
  await tx.posts.show([{ key, subject: { kind: 'place_closed', place, reason }, place: own, live: false }])
  return since
}

/**
 * A place takes no messages of ours: it is gone, archived, or closed to the bot. Whoever had to be asked there, and was not
 * yet, is called elsewhere. The council hears of the place, the chair when it is the council's own: once, and again when
 * it closes after a message went there, or stays closed for a week. Answers which place it is, and since when.
 */
export const notePlaceClosed = async (
  deps: Deps,
  workspaceId: WorkspaceId,
  post: Post,
  error: DeliveryError,
): Promise<Closed> => {
  const place = placeOf(post, error.place)
  const since = await deps.unitOfWork({ workspaceId }, async (tx) => {
    const { channel, chair } = await tx.councils.current()
    const now = deps.clock.now()
    if (!post.standing) await tx.posts.show(await callFor(tx, post, channel))
    const mayTell = post.subject.kind !== 'place_closed' && post.subject.kind !== 'refusal'
    const told = mayTell ? await tellOf(tx, place, place === channel ? chair : channel, error.message, now) : now
    return told.getTime()
  })
  return { place, since: new Date(since) }
}
