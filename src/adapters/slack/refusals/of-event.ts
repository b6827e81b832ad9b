import { z } from 'zod'
import { UnknownCard } from '#application/unknown-card.ts'
import { DomainError } from '#domain/errors.ts'
import { renderPlainHome } from '../blocks/home/home.ts'
import { type ListenerDeps, UnreadableDelivery } from '../listener.ts'
import { showHome } from '../surfaces/answering/publish-home.ts'
import { actOf } from '../surfaces/identity.ts'
import { errorFacts } from '../web/log.ts'
import { sentenceFor } from './sentence.ts'

const delivered = z.object({
  event_id: z.string(),
  event_time: z.number().default(0),
  event: z.looseObject({
    type: z.string(),
    user: z.string().optional().catch(undefined),
    channel: z.string().optional().catch(undefined),
    item: z.object({ channel: z.string() }).optional().catch(undefined),
  }),
})

type Delivered = z.infer<typeof delivered>

/** How long an event comes back for what may still turn up: a card that is not noted yet, a person not known yet. */
const patienceMs = 10 * 60_000

const mayStillWork = (error: unknown): boolean =>
  error instanceof UnknownCard || (error instanceof DomainError && error.code === 'person_unknown')

const isUnreadable = (error: unknown): boolean => error instanceof UnreadableDelivery || error instanceof z.ZodError

const tell = async (deps: ListenerDeps, { event, event_id }: Delivered, error: DomainError): Promise<void> => {
  const channel = event.channel ?? event.item?.channel
  if (event.user === undefined || channel === undefined) return
  const act = actOf(deps, event.user, `event:${event_id}`)
  if (event.type !== 'app_home_opened') return deps.useCases.noteRefusal({ ...act, channel, error })
  const sentence = await sentenceFor(deps, error)
  if (sentence !== undefined) await showHome(deps, act.person, renderPlainHome(sentence))
}

/** A refused event is told to its person; what may still work, and every failure, is thrown, so that it comes back. */
export const refuseEvent = async (deps: ListenerDeps, body: unknown, error: unknown): Promise<void> => {
  const { data: delivery } = delivered.safeParse(body)
  if (!delivery || isUnreadable(error))
    return deps.log.error(errorFacts(error), 'an event that cannot be read was dropped')
  const age = deps.clock.now().getTime() - delivery.event_time * 1000
  if (mayStillWork(error) && age < patienceMs) throw error
  if (error instanceof UnknownCard) return
  if (!(error instanceof DomainError)) throw error
  await tell(deps, delivery, error)
}
