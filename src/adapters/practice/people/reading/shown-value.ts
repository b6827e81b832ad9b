import { isEmpty, valueKey } from '../../block-kit/state.ts'
import type { Option, StateValue } from '../../block-kit/types.ts'
import type { World } from '../../world/world.ts'
import { personName, unescapeText } from './mrkdwn.ts'

/** What a field shows: the typed words, the names of what was chosen; empty when nothing is. */
export function shownValue(world: World, state: StateValue | undefined): string {
  if (!state || isEmpty(state)) return ''
  const key = valueKey(state.type) ?? ''
  const value = state[key]
  const parts = Array.isArray(value) ? value : [value]
  return parts.map((part) => shownPart(world, key, part)).join(', ')
}

function shownPart(world: World, key: string, part: unknown): string {
  if (key.startsWith('selected_option')) return unescapeText((part as Option).text.text)
  if (key.startsWith('selected_user')) return `@${personName(world, String(part))}`
  if (/^selected_(channel|conversation)/.test(key)) return `#${world.channels.get(String(part))?.name ?? part}`
  if (key === 'rich_text_value') return JSON.stringify(part)
  return String(part)
}
