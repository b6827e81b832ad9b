import type { ActionsBlock, ActionsBlockElement, Button, ConfirmationDialog, Datepicker, Overflow } from '@slack/types'
import { limits } from './limits.ts'
import { label } from './plain.ts'
import type { Shown } from './shown.ts'

/** A button; its value says what it acts on. */
export const button = (text: string, action_id: string, value: string, style?: 'primary' | 'danger'): Button => ({
  type: 'button',
  text: label(text, limits.buttonText),
  action_id,
  value,
  ...(style === undefined ? {} : { style }),
})

export type Question = {
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly deny: string
}

const dialog = ({ title, text, confirm, deny }: Question): ConfirmationDialog => ({
  title: label(title, limits.confirmTitle),
  text: label(text, limits.confirmText),
  confirm: label(confirm, limits.confirmButton),
  deny: label(deny, limits.confirmButton),
})

/** A button that asks once more before it does what cannot be taken back. */
export const asking = (pressed: Button, question: Question): Button => ({ ...pressed, confirm: dialog(question) })

/** A field in which a day is chosen, YYYY-MM-DD. */
export const datePicker = (placeholder: string, action_id: string, initial?: string): Datepicker => ({
  type: 'datepicker',
  action_id,
  placeholder: label(placeholder, limits.placeholder),
  ...(initial === undefined ? {} : { initial_date: initial }),
})

/** The dots behind which rarer acts are kept, five at the most. */
export const overflow = (
  action_id: string,
  choices: readonly { readonly value: string; readonly text: string }[],
): Overflow => ({
  type: 'overflow',
  action_id,
  options: choices
    .slice(0, limits.overflow)
    .map(({ value, text }) => ({ text: label(text, limits.optionText), value })),
})

/** A row of buttons and date fields; nothing when all of them are left out. */
export const row = (elements: readonly (ActionsBlockElement | false | undefined)[], blockId?: string): Shown => {
  const kept = elements.filter((element) => element !== false && element !== undefined).slice(0, limits.actions)
  const block: ActionsBlock = {
    type: 'actions',
    ...(blockId === undefined ? {} : { block_id: blockId }),
    elements: [...kept],
  }
  return { blocks: kept.length === 0 ? [] : [block], text: '' }
}
