import type { Json } from '../json.ts'

export type Text = { type: 'plain_text' | 'mrkdwn'; text: string; emoji?: boolean; verbatim?: boolean }

export type Option = { text: Text; value: string; description?: Text; url?: string }

type OptionGroup = { label: Text; options: Option[] }

type Confirm = { title?: Text; text: Text; confirm?: Text; deny?: Text; style?: string }

/** An element after validation: the union of what the element types carry. */
export type Element = Json & {
  type: string
  action_id: string
  text?: Text
  value?: string
  url?: string
  style?: string
  placeholder?: Text
  options?: Option[]
  option_groups?: OptionGroup[]
  confirm?: Confirm
}

/** A block after validation: the union of what the block types carry. */
export type Block = Json & {
  type: string
  block_id: string
  text?: Text | string
  fields?: Text[]
  accessory?: Element
  elements?: Json[]
  element?: Element
  label?: Text
  hint?: Text
  optional?: boolean
  dispatch_action?: boolean
}

/** What a person has typed or chosen in one element, as Slack puts it into `state.values`. */
export type StateValue = Json & { type: string }

export type StateValues = { [blockId: string]: { [actionId: string]: StateValue } }
