import type { ModalView } from '@slack/types'
import { initialValues } from '#adapters/practice/block-kit/state.ts'
import type { Block } from '#adapters/practice/block-kit/types.ts'
import { type Field, inputId } from '#adapters/slack/names.ts'

type Input = {
  readonly block_id: string
  readonly optional: boolean
  readonly label: { readonly text: string }
  readonly element: {
    readonly type: string
    readonly max_length?: number
    readonly initial_value?: string
    readonly options?: readonly { readonly text: { readonly text: string }; readonly value: string }[]
    readonly option_groups?: readonly { readonly options: readonly unknown[] }[]
    readonly initial_option?: { readonly text: { readonly text: string } }
  }
}

/** The fields of a form, in order. */
export const inputsOf = (view: ModalView): readonly Input[] =>
  view.blocks.filter((block) => block.type === 'input') as unknown as readonly Input[]

/** Their labels, the optional ones in brackets. */
export const labelsOf = (view: ModalView): readonly string[] =>
  inputsOf(view).map(({ label, optional }) => (optional ? `(${label.text})` : label.text))

/** The words of the options of one field. */
export const optionsOf = (view: ModalView, field: Field): readonly string[] =>
  inputsOf(view)
    .find((input) => input.block_id === field)
    ?.element.options?.map((option) => option.text.text) ?? []

/** What a field begins with. */
export const initialOf = (view: ModalView, field: Field): string | undefined => {
  const element = inputsOf(view).find((input) => input.block_id === field)?.element
  return element?.initial_option?.text.text ?? element?.initial_value
}

export type Filled = { readonly [K in Field]?: { readonly [key: string]: unknown } }

/** A form as Slack sends it in: as it was opened, but for the fields that somebody filled. */
export const sent = (view: ModalView, filled: Filled = {}) => ({
  private_metadata: view.private_metadata ?? '',
  callback_id: view.callback_id,
  state: {
    values: {
      ...initialValues(view.blocks as unknown as Block[]),
      ...Object.fromEntries(Object.entries(filled).map(([field, state]) => [field, { [inputId]: state }])),
    },
  },
})

export const typed = (value: string) => ({ type: 'plain_text_input', value })

export const chosen = (value: string) => ({ type: 'static_select', selected_option: { value } })
