import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { DomainError } from '#domain/errors.ts'
import { clean } from '../blocks/kit/text.ts'
import { answerView } from '../views/answer.ts'

const form = z.object({
  title: z.object({ text: z.string() }).optional(),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })).default([]),
})

type Answer =
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'update'; readonly view: ModalView }

const inputsOf = (view: z.infer<typeof form>): readonly string[] =>
  view.blocks.flatMap(({ type, block_id }) => (type === 'input' && block_id !== undefined ? [block_id] : []))

/**
 * A refusal where the person is typing: at the field it is about, else at the first one, so that nothing typed is lost;
 * in place of a form without fields.
 */
export const submissionRefusal = (view: unknown, error: unknown, sentence: string | undefined): Answer | undefined => {
  if (sentence === undefined) return undefined
  const { data: shown = { blocks: [] } } = form.safeParse(view)
  const inputs = inputsOf(shown)
  const named = error instanceof DomainError ? error.field : undefined
  const field = inputs.find((block) => block === named) ?? inputs[0]
  if (field === undefined)
    return { response_action: 'update', view: answerView(shown.title?.text ?? 'CX council', sentence) }
  return { response_action: 'errors', errors: { [field]: clean(sentence) } }
}
