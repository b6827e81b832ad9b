import { z } from 'zod'
import { renderAnswer } from '../blocks/answers.ts'
import type { Rendered } from '../blocks/kit/shown.ts'

type Answer = { readonly response_type: 'ephemeral' } & Rendered

/** The private answer to a command that was refused; nothing for those to whom nothing is said. */
export const commandRefusal = (sentence: string | undefined): Answer | undefined =>
  sentence === undefined ? undefined : { response_type: 'ephemeral', ...renderAnswer(sentence) }

export const isCommand = (body: unknown): boolean => z.object({ command: z.string() }).safeParse(body).success
