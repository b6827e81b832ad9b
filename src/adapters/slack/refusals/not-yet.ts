import type { ReceiverEvent } from '@slack/bolt'
import { z } from 'zod'
import { noteOutcome } from '../intake/watch/passing.ts'
import type { ListenerDeps } from '../listener.ts'
import { refuseClick } from './of-click.ts'
import { commandRefusal, isCommand } from './of-command.ts'
import { submissionRefusal } from './of-submission.ts'

const notYet =
  'I am only just starting, and nothing was done. Please try again in a minute. If I still say this after ten minutes, please tell whoever looks after me.'

const act = z.object({ type: z.enum(['block_actions', 'shortcut', 'message_action', 'view_submission']) })

const submitted = z.object({ type: z.literal('view_submission'), view: z.unknown() })

/**
 * Tells somebody who did something that it is too early for it: Slack has not said yet whose workspace this is, and does
 * not repeat what people do. Answers false, and does nothing, for what nobody waits for.
 */
export const refuseForNow =
  (deps: ListenerDeps) =>
  async ({ body, ack }: Pick<ReceiverEvent, 'body' | 'ack'>): Promise<boolean> => {
    if (!isCommand(body) && !act.safeParse(body).success) return false
    noteOutcome('failed')
    deps.log.warn({}, 'somebody was told that the token is not verified yet')
    if (isCommand(body)) {
      await ack(commandRefusal(notYet))
      return true
    }
    const { data: form } = submitted.safeParse(body)
    await ack(form && submissionRefusal(form.view, undefined, notYet))
    if (!form) await refuseClick(deps, body, notYet)
    return true
  }
