import type { ReceiverEvent } from '@slack/bolt'
import type { WorkspaceId } from '#application/ports.ts'
import type { Identity, SlackConnection } from '../connection.ts'
import { storeWithin, timeLimit } from '../time-limit.ts'
import type { Log } from '../web/log.ts'
import { storableAll } from '../web/reading/storable.ts'
import { type Envelope, envelope } from './envelope.ts'
import { ownerOf, ownerOfAct } from './ownership.ts'
import { RefusedDelivery } from './refused-delivery.ts'
import { isRelevant, type RelevanceDeps } from './relevance.ts'
import { noteOutcome } from './watch/passing.ts'

/** Where events wait until they are worked on. */
export type Intake = {
  /** Keeps an event under its id, once; resolves when it cannot be lost any more. */
  readonly store: (delivery: {
    readonly workspaceId: WorkspaceId
    readonly id: string
    readonly body: unknown
  }) => Promise<void>
}

export type SeamDeps = RelevanceDeps & {
  readonly connection: Pick<SlackConnection, 'identity'>
  readonly intake: Intake
  readonly log: Log
  /** Runs the listeners of a delivery that wants its answer now. */
  readonly listen: (event: ReceiverEvent) => Promise<void>
  /** Tells people that it is too early; answers false for what people do not wait for. */
  readonly refuseForNow: (event: ReceiverEvent) => Promise<boolean>
}

/** Without Slack's verification token, which nobody needs here, and with nothing that no listener reads. */
const kept = ({ type, event_id, event_time, team_id, api_app_id, authorizations, event }: Envelope) => ({
  type,
  event_id,
  event_time,
  team_id,
  api_app_id,
  authorizations: authorizations ?? [],
  event,
})

/** Slack has its answer already: what would follow another one must not happen any more. */
class AnsweredBefore extends Error {
  constructor() {
    super('a second answer to one delivery')
    this.name = 'AnsweredBefore'
  }
}

/** Acknowledges once. Throws the second time, as when a listener ends after it was given up: it goes no further. */
const once = (ack: ReceiverEvent['ack']) => {
  let done = false
  return {
    ack: async (answer?: unknown): Promise<void> => {
      if (done) throw new AnsweredBefore()
      done = true
      await ack(answer)
    },
    isDone: () => done,
  }
}

const takeEvent = async (deps: SeamDeps, ours: Identity, { body, ack }: ReceiverEvent): Promise<void> => {
  const { data: event } = envelope.safeParse(body)
  if (!event) throw new RefusedDelivery(400, 'an event that cannot be read')
  const owner = ownerOf(event, ours)
  if (owner === 'foreign') throw new RefusedDelivery(403, 'an event of another workspace')
  const matters = owner === 'ours' && isRelevant(event, ours, deps)
  const delivery = { workspaceId: ours.teamId, id: event.event_id, body: kept(event) }
  if (matters) await timeLimit(storeWithin)(deps.intake.store(delivery))
  noteOutcome(matters ? 'stored' : 'ignored')
  await ack()
}

const tooEarly = async ({ refuseForNow }: SeamDeps, event: ReceiverEvent): Promise<void> => {
  if (!(await refuseForNow(event))) throw new RefusedDelivery(503, 'Slack has not verified our token yet')
}

/** Where every delivery passes, over HTTP and Socket Mode alike: events are stored before they are acknowledged. */
export const createSeam =
  (deps: SeamDeps) =>
  async (delivered: ReceiverEvent): Promise<void> => {
    const event = { ...delivered, body: storableAll(delivered.body) }
    const ours = deps.connection.identity()
    if (!ours) return tooEarly(deps, event)
    const { body } = event
    if (body.type === 'event_callback') return takeEvent(deps, ours, event)
    const owner = ownerOfAct(body, ours)
    if (owner === 'foreign') throw new RefusedDelivery(403, 'a delivery of another workspace')
    if (owner === 'elsewhere') return event.ack()
    if (body.type === 'app_rate_limited') {
      deps.log.error({ minute: body.minute_rate_limited }, 'Slack holds events back: there were too many')
      return event.ack()
    }
    const answer = once(event.ack)
    await deps.listen({ ...event, ack: answer.ack })
    if (!answer.isDone()) await answer.ack()
  }
