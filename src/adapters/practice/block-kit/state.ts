import type { Json } from '../json.ts'
import type { Block, Element, StateValue, StateValues } from './types.ts'

/** For each element that holds a value: the key under which `state.values` carries it, and where it starts. */
const HOLDS: Record<string, { key: string; initial: string; empty: unknown }> = {
  plain_text_input: { key: 'value', initial: 'initial_value', empty: null },
  number_input: { key: 'value', initial: 'initial_value', empty: null },
  email_text_input: { key: 'value', initial: 'initial_value', empty: null },
  url_text_input: { key: 'value', initial: 'initial_value', empty: null },
  rich_text_input: { key: 'rich_text_value', initial: 'initial_value', empty: null },
  static_select: { key: 'selected_option', initial: 'initial_option', empty: null },
  external_select: { key: 'selected_option', initial: 'initial_option', empty: null },
  radio_buttons: { key: 'selected_option', initial: 'initial_option', empty: null },
  users_select: { key: 'selected_user', initial: 'initial_user', empty: null },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation', empty: null },
  channels_select: { key: 'selected_channel', initial: 'initial_channel', empty: null },
  datepicker: { key: 'selected_date', initial: 'initial_date', empty: null },
  timepicker: { key: 'selected_time', initial: 'initial_time', empty: null },
  datetimepicker: { key: 'selected_date_time', initial: 'initial_date_time', empty: null },
  checkboxes: { key: 'selected_options', initial: 'initial_options', empty: [] },
  multi_static_select: { key: 'selected_options', initial: 'initial_options', empty: [] },
  multi_external_select: { key: 'selected_options', initial: 'initial_options', empty: [] },
  multi_users_select: { key: 'selected_users', initial: 'initial_users', empty: [] },
  multi_conversations_select: { key: 'selected_conversations', initial: 'initial_conversations', empty: [] },
  multi_channels_select: { key: 'selected_channels', initial: 'initial_channels', empty: [] },
}

/** The key that holds an element's value in `state.values`; undefined for buttons and the like. */
export function valueKey(elementType: string): string | undefined {
  return HOLDS[elementType]?.key
}

/** An element's state for a value. */
export function stateOf(element: Element, value: unknown): StateValue {
  const key = valueKey(element.type)
  return key ? { type: element.type, [key]: value } : { type: element.type }
}

/** Whether nothing is typed or chosen. */
export function isEmpty(state: StateValue | undefined): boolean {
  const value = state ? state[valueKey(state.type) ?? ''] : undefined
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** The elements of a block that a person can act on. */
export function elementsOf(block: Block): Element[] {
  if (block.element) return [block.element]
  if (block.type === 'actions') return (block.elements ?? []) as Element[]
  return block.accessory && block.accessory.type !== 'image' ? [block.accessory] : []
}

/** The state of freshly opened blocks. */
export function initialValues(blocks: Block[]): StateValues {
  return keepTyped(blocks, {})
}

/** The state of new blocks: what was typed before where block_id, action_id and type are the same, else the initial value. */
export function keepTyped(blocks: Block[], before: StateValues): StateValues {
  const values: StateValues = {}
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const holds = HOLDS[element.type]
      if (!holds) continue
      const old = before[block.block_id]?.[element.action_id]
      const fresh: Json = { type: element.type, [holds.key]: element[holds.initial] ?? structuredClone(holds.empty) }
      const kept = old?.type === element.type ? old : (fresh as StateValue)
      values[block.block_id] = { ...values[block.block_id], [element.action_id]: kept }
    }
  }
  return values
}
