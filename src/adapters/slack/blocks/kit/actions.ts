import type { ActionsBlock, ActionsBlockElement, Button, Datepicker } from '@slack/types'
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

/** A field in which a day is chosen, YYYY-MM-DD. */
export const datePicker = (placeholder: string, action_id: string, initial?: string): Datepicker => ({
  type: 'datepicker',
  action_id,
  placeholder: label(placeholder, limits.placeholder),
  ...(initial === undefined ? {} : { initial_date: initial }),
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
