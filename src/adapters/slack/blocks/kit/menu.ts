import type { InputBlock, RadioButtons, StaticSelect } from '@slack/types'
import { type Choice, option, optionsOf } from './inputs.ts'
import { limits } from './limits.ts'
import { label } from './plain.ts'
import type { Shown } from './shown.ts'
import { beginning } from './text.ts'

/** A menu outside of a form: it tells at once what is chosen. It begins with the one whose value is `chosen`. */
export const menu = (
  placeholder: string,
  action_id: string,
  choices: readonly Choice[],
  chosen?: string,
): StaticSelect => {
  const initial = choices.find(({ value }) => value === chosen)
  return {
    type: 'static_select',
    action_id,
    placeholder: label(placeholder, limits.placeholder),
    ...optionsOf(choices),
    ...(initial === undefined ? {} : { initial_option: option(initial) }),
  }
}

/** A few choices that are all to be seen, outside of a field. */
export const radios = (action_id: string, choices: readonly Choice[], chosen: string): RadioButtons => {
  const initial = choices.find(({ value }) => value === chosen)
  return {
    type: 'radio_buttons',
    action_id,
    options: choices.slice(0, limits.radios).map(option),
    ...(initial === undefined ? {} : { initial_option: option(initial) }),
  }
}

export type Search = {
  readonly title: string
  readonly placeholder: string
  readonly blockId: string
  readonly actionId: string
  /** The most characters that it takes. */
  readonly most: number
  readonly initial?: string | undefined
}

/** A field outside of a form: what is typed is told when Enter is pressed. */
export const searchField = ({ title, placeholder, blockId, actionId, most, initial = '' }: Search): Shown => {
  const block: InputBlock = {
    type: 'input',
    block_id: blockId,
    dispatch_action: true,
    optional: true,
    label: label(title, limits.label),
    element: {
      type: 'plain_text_input',
      action_id: actionId,
      max_length: most,
      placeholder: label(placeholder, limits.placeholder),
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      ...(initial === '' ? {} : { initial_value: beginning(initial.toWellFormed(), most) }),
    },
  }
  return { blocks: [block], text: '' }
}
