import type { InputBlock, PlainTextOption } from '@slack/types'
import { type Field, inputId } from '../../names.ts'
import { limits } from './limits.ts'
import { label as short } from './plain.ts'
import type { Shown } from './shown.ts'
import { beginning, shortened } from './text.ts'

type Asked = { readonly field: Field; readonly label: string; readonly optional?: boolean; readonly hint?: string }

/** `tells` names the act of a field that tells at once what is chosen in it. */
type Telling = { readonly tells?: string }

const input = (
  { field, label, optional = false, hint, tells }: Asked & Telling,
  element: InputBlock['element'],
): Shown => ({
  blocks: [
    {
      type: 'input',
      block_id: field,
      label: short(label, limits.label),
      optional,
      ...(tells === undefined ? {} : { dispatch_action: true }),
      element,
      ...(hint === undefined ? {} : { hint: short(hint, limits.hint) }),
    },
  ],
  text: '',
})

const hinted = (placeholder: string | undefined) =>
  placeholder === undefined ? {} : { placeholder: short(placeholder, limits.placeholder) }

/** As much of a text as a field for `most` characters can begin with, nothing added. */
export const prefill = (text: string, most: number = limits.typed): string => beginning(text.toWellFormed(), most)

type TextAsked = Asked & {
  readonly initial?: string | undefined
  readonly placeholder?: string
  readonly long?: boolean
  /** The most characters that it takes. */
  readonly most?: number
}

/** A field for words; one that begins with too long a text begins with as much of it as fits. */
export const textInput = ({ initial, placeholder, long = false, most = limits.typed, ...asked }: TextAsked): Shown =>
  input(asked, {
    type: 'plain_text_input',
    action_id: inputId,
    multiline: long,
    max_length: most,
    ...(initial === undefined || initial === '' ? {} : { initial_value: prefill(initial, most) }),
    ...hinted(placeholder),
  })

export type Choice = { readonly value: string; readonly text: string; readonly description?: string }

/** A choice as Slack has it. */
export const option = ({ value, text, description }: Choice): PlainTextOption => ({
  text: short(text, limits.optionText),
  value,
  ...(description === undefined ? {} : { description: short(description, limits.optionText) }),
})

const groupsOf = (choices: readonly Choice[]): readonly (readonly Choice[])[] =>
  Array.from({ length: Math.min(Math.ceil(choices.length / limits.options), limits.groups) }, (_, i) =>
    choices.slice(i * limits.options, (i + 1) * limits.options),
  )

/** Up to a hundred options as they are; more in groups of a hundred, named after their first and last. */
export const optionsOf = (choices: readonly Choice[]) =>
  choices.length <= limits.options
    ? { options: choices.map(option) }
    : {
        option_groups: groupsOf(choices).map((group) => ({
          label: short(
            `${shortened(group[0]?.text ?? '', 30)} – ${shortened(group.at(-1)?.text ?? '', 30)}`,
            limits.optionText,
          ),
          options: group.map(option),
        })),
      }

type SelectAsked = Asked &
  Telling & {
    readonly choices: readonly Choice[]
    readonly initial?: string | undefined
    readonly placeholder?: string
  }

/** A menu of choices; it begins with the one whose value is `initial`. */
export const selectInput = ({ choices, initial, placeholder, ...asked }: SelectAsked): Shown => {
  const chosen = choices.find((choice) => choice.value === initial)
  return input(asked, {
    type: 'static_select',
    action_id: asked.tells ?? inputId,
    ...optionsOf(choices),
    ...(chosen === undefined ? {} : { initial_option: option(chosen) }),
    ...hinted(placeholder),
  })
}

/** A few choices that are all to be seen; it begins with the one whose value is `initial`. */
export const radioInput = ({ choices, initial, ...asked }: Omit<SelectAsked, 'placeholder'>): Shown => {
  const chosen = choices.find((choice) => choice.value === initial)
  return input(asked, {
    type: 'radio_buttons',
    action_id: asked.tells ?? inputId,
    options: choices.slice(0, limits.radios).map(option),
    ...(chosen === undefined ? {} : { initial_option: option(chosen) }),
  })
}

type SearchAsked = Asked & { readonly initial?: Choice | undefined; readonly placeholder?: string }

/** A menu that is searched by us from the first character that is typed. */
export const searchInput = ({ initial, placeholder, ...asked }: SearchAsked): Shown =>
  input(asked, {
    type: 'external_select',
    action_id: inputId,
    min_query_length: 1,
    ...(initial === undefined ? {} : { initial_option: option(initial) }),
    ...hinted(placeholder),
  })

/** A field for a whole number from `least` to `most`. */
export const numberInput = ({
  least,
  most,
  ...asked
}: Asked & { readonly least: number; readonly most: number }): Shown =>
  input(asked, {
    type: 'number_input',
    action_id: inputId,
    is_decimal_allowed: false,
    min_value: `${least}`,
    max_value: `${most}`,
  })

/** A field for a day, YYYY-MM-DD. */
export const dateInput = ({ initial, ...asked }: Asked & { readonly initial: string }): Shown =>
  input(asked, { type: 'datepicker', action_id: inputId, initial_date: initial })

type PersonAsked = Asked & { readonly initial?: string | undefined; readonly placeholder?: string }

/** A field for one person. */
export const personInput = ({ initial, placeholder, ...asked }: PersonAsked): Shown =>
  input(asked, {
    type: 'users_select',
    action_id: inputId,
    ...(initial === undefined ? {} : { initial_user: initial }),
    ...hinted(placeholder),
  })

/** A field for a time of day, HH:MM. */
export const timeInput = (asked: Asked): Shown => input(asked, { type: 'timepicker', action_id: inputId })
