import type { AckFn, AllMiddlewareArgs, AnyMiddlewareArgs, Middleware } from '@slack/bolt'
import { z } from 'zod'
import { UnknownCard } from '#application/unknown-card.ts'
import { DomainError, type DomainErrorCode } from '#domain/errors.ts'
import { carriedBy, carrying } from './blocks/home/carried.ts'
import { noteOutcome } from './intake/watch/passing.ts'
import type { Instead, ListenerDeps } from './listener.ts'
import { refuseClick } from './refusals/of-click.ts'
import { commandRefusal, isCommand } from './refusals/of-command.ts'
import { refuseEvent } from './refusals/of-event.ts'
import { submissionRefusal } from './refusals/of-submission.ts'
import { sentenceFor } from './refusals/sentence.ts'
import { askWhatChanged } from './submissions/ask-what-changed.ts'
import { askStandIn } from './submissions/consulting/ask-stand-in.ts'
import { deliveryKey } from './surfaces/delivery-key.ts'
import { actOf } from './surfaces/identity.ts'
import { answerWithin, noLimit, type TimeLimit, timeLimit } from './time-limit.ts'
import { errorFacts } from './web/log.ts'

type Args = AnyMiddlewareArgs & AllMiddlewareArgs

/** Refusals that are answered with another form instead of a sentence. */
const instead: Partial<Readonly<Record<DomainErrorCode, Instead>>> = {
  what_changed_missing: askWhatChanged,
  consult_away: askStandIn,
}

const submission = z.object({
  type: z.literal('view_submission'),
  user: z.object({ id: z.string() }),
  view: z.looseObject({ id: z.string() }),
})

/** There is no room for a sentence in a menu: it offers nothing. */
const suggestion = z.object({ type: z.literal('block_suggestion') })

const note = ({ log }: ListenerDeps, body: unknown, error: unknown): void => {
  const delivery = deliveryKey(body)
  noteOutcome(error instanceof DomainError || error instanceof UnknownCard ? 'declined' : 'failed')
  if (error instanceof DomainError) log.info({ delivery, code: error.code }, 'refused')
  else if (error instanceof UnknownCard) log.info({ delivery }, 'no card is known there yet')
  else log.error({ delivery, ...errorFacts(error) }, 'a delivery failed')
}

const otherForm = async (deps: ListenerDeps, sent: z.infer<typeof submission>, error: unknown) => {
  if (!(error instanceof DomainError)) return undefined
  const act = actOf(deps, sent.user.id, `view:${sent.view.id}`)
  const view = await instead[error.code]?.({ act, view: sent.view }, deps, error)
  return view && { response_action: 'update', view: carrying(view, carriedBy(sent.view.private_metadata)) }
}

/** The answer that goes with the acknowledgement; a second refusal on the way to it is told like the first. */
const answerFor = async (deps: ListenerDeps, body: unknown, error: unknown, inTime: TimeLimit): Promise<unknown> => {
  if (suggestion.safeParse(body).success) return { options: [] }
  const { data: sent } = submission.safeParse(body)
  if (!sent) return isCommand(body) ? commandRefusal(await sentenceFor(deps, error, inTime)) : undefined
  try {
    const other = await inTime(otherForm(deps, sent, error))
    return other ?? submissionRefusal(sent.view, error, await sentenceFor(deps, error, inTime))
  } catch (another) {
    return submissionRefusal(sent.view, another, await sentenceFor(deps, another, inTime))
  }
}

const refuse = async (deps: ListenerDeps, args: Args, error: unknown, inTime: TimeLimit): Promise<void> => {
  const { body } = args
  note(deps, body, error)
  if ('event' in args) return refuseEvent(deps, body, error)
  const ack: AckFn<unknown> | undefined = 'ack' in args ? (args.ack as AckFn<unknown>) : undefined
  const answer = await answerFor(deps, body, error, inTime)
  await ack?.(answer)
  if (answer === undefined && !isCommand(body)) await refuseClick(deps, body, await sentenceFor(deps, error, inTime))
}

/**
 * The one place where a refusal becomes words: in the form, in the answer to a command, or for one person's eyes. What
 * takes too long is refused too, in time; events have all the time they need, because they are stored.
 */
export const translateErrors =
  (deps: ListenerDeps): Middleware<AnyMiddlewareArgs> =>
  async (args) => {
    const inTime = 'event' in args ? noLimit : timeLimit(answerWithin)
    try {
      await inTime(args.next())
    } catch (error) {
      await refuse(deps, args, error, inTime)
    }
  }
