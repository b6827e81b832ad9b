import type { Middleware, SlackOptionsMiddlewareArgs } from '@slack/bolt'
import { z } from 'zod'
import type { ListenerDeps, SuggestionListener } from '../listener.ts'
import { readable } from '../listener.ts'
import { actOf } from './identity.ts'
import { interactionIn } from './interaction.ts'

/** The most characters that are taken: more than a name may have, so that a form can say so. */
const mostTyped = 200

const asked = z.object({ value: z.string().catch('') })

/** What a menu offers while somebody types. */
export const onSuggestion =
  (deps: ListenerDeps, listener: SuggestionListener): Middleware<SlackOptionsMiddlewareArgs<'block_suggestion'>> =>
  async ({ body, ack }) => {
    const from = readable(interactionIn(body))
    const typed = asked.parse(body).value.slice(0, mostTyped).toWellFormed()
    const options = await listener({ act: actOf(deps, from.person, 'suggestion'), typed }, deps)
    await ack({ options: [...options] })
  }
