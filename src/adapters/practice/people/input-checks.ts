import { isEmpty } from '../block-kit/state.ts'
import type { Block, StateValue } from '../block-kit/types.ts'
import type { View } from '../world/types.ts'

const REQUIRED = 'Please complete this required field.'

/** What Slack's own client objects to before it submits a modal, by block id. */
export function clientErrors(view: View): { [blockId: string]: string } {
  const errors: { [blockId: string]: string } = {}
  for (const block of view.content.blocks) {
    if (block.type !== 'input' || !block.element) continue
    const state = view.values[block.block_id]?.[block.element.action_id]
    const objection = isEmpty(state) ? (block.optional ? undefined : REQUIRED) : objectionTo(block, state)
    if (objection) errors[block.block_id] = objection
  }
  return errors
}

function objectionTo(block: Block, state: StateValue | undefined): string | undefined {
  const element = block.element
  const value = String(state?.value ?? '')
  switch (element?.type) {
    case 'plain_text_input':
      return lengthObjection(value, Number(element.min_length ?? 0), Number(element.max_length ?? 3000))
    case 'number_input':
      return numberObjection(value, element)
    case 'email_text_input':
      return /^\S+@\S+\.\S+$/.test(value) ? undefined : 'Please enter a valid email address.'
    case 'url_text_input':
      return /^https?:\/\/\S+$/.test(value) ? undefined : 'Please enter a valid URL.'
    default:
      return undefined
  }
}

function lengthObjection(value: string, min: number, max: number): string | undefined {
  if (value.length > max) return `Please shorten this text to ${max} characters or less.`
  return value.length < min ? `Please lengthen this text to ${min} characters or more.` : undefined
}

function numberObjection(value: string, element: NonNullable<Block['element']>): string | undefined {
  const form = element.is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/
  if (!form.test(value)) return 'Please enter a valid number.'
  if (element.min_value !== undefined && Number(value) < Number(element.min_value)) {
    return `Please enter a number of at least ${element.min_value}.`
  }
  const tooMuch = element.max_value !== undefined && Number(value) > Number(element.max_value)
  return tooMuch ? `Please enter a number of at most ${element.max_value}.` : undefined
}
