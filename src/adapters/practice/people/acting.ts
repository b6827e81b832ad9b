import { stateOf, valueKey } from '../block-kit/state.ts'
import type { Option } from '../block-kit/types.ts'
import type { AppAnswer } from '../deliveries/deliver.ts'
import { type Place, sendBlockAction, sendSuggestion } from '../deliveries/interactions.ts'
import { isJson, type Json } from '../json.ts'
import type { Person } from '../world/people.ts'
import type { World } from '../world/world.ts'
import { type Spot, valuesOf } from './places.ts'
import { optionsOf, pickOption, type Said, valueFor } from './values.ts'

/** Presses a button. */
export function pressSpot(world: World, person: Person, place: Place, { block, element }: Spot): Promise<AppAnswer> {
  const chosen: Json = element.value === undefined ? {} : { value: element.value }
  return sendBlockAction(world, person, place, block, element, chosen)
}

/** Puts a value into an element, without telling the app. */
export function setValue(world: World, place: Place, { block, element }: Spot, value: unknown): void {
  const values = valuesOf(place)
  values[block.block_id] = { ...values[block.block_id], [element.action_id]: stateOf(element, value) }
  if ('view' in place) delete place.view.errors[block.block_id]
  world.changes.announce()
}

/** Chooses in a menu or types into a field; tells the app where Slack does (not for inputs without `dispatch_action`). */
export async function chooseSpot(
  world: World,
  person: Person,
  place: Place,
  spot: Spot,
  said: Said,
): Promise<AppAnswer | undefined> {
  const { element } = spot
  const options = element.type.endsWith('external_select')
    ? await suggestions(world, person, place, spot, said)
    : undefined
  const value =
    element.type === 'overflow'
      ? pickOption(world, optionsOf(element), String(said))
      : valueFor(world, element, said, options)
  return applyValue(world, person, place, spot, value)
}

/** The same with a value that is already in Slack's shape. */
export async function applyValue(
  world: World,
  person: Person,
  place: Place,
  spot: Spot,
  value: unknown,
): Promise<AppAnswer | undefined> {
  const { block, element } = spot
  if (element.type === 'overflow')
    return sendBlockAction(world, person, place, block, element, { selected_option: value })
  setValue(world, place, spot, value)
  if (block.type === 'input' && block.dispatch_action !== true) return undefined
  const key = valueKey(element.type) ?? 'value'
  return sendBlockAction(world, person, place, block, element, { [key]: value })
}

/** The options an app offers in an external select for what was typed. */
export async function suggestions(
  world: World,
  person: Person,
  place: Place,
  spot: Spot,
  said: Said,
): Promise<Option[]> {
  const query = Array.isArray(said) ? (said[0] ?? '') : String(said ?? '')
  const answer = await sendSuggestion(world, person, place, spot.block, spot.element, query)
  if (!answer.ok || !isJson(answer.body)) return []
  const { options, option_groups: groups } = answer.body
  if (Array.isArray(options)) return options as Option[]
  return Array.isArray(groups) ? groups.flatMap((group: Json) => group.options as Option[]) : []
}
