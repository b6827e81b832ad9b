import { elementsOf } from '../block-kit/state.ts'
import type { Block, Element, StateValues } from '../block-kit/types.ts'
import type { Place } from '../deliveries/interactions.ts'
import { directChannel } from '../world/channels.ts'
import { findMessage } from '../world/messages.ts'
import type { Person } from '../world/people.ts'
import type { Channel } from '../world/types.ts'
import { topView } from '../world/views.ts'
import type { World } from '../world/world.ts'
import { elementLabel, readText } from './reading/visible-text.ts'

/** Where to press: a message, the modal on top, the home tab, or a certain view. */
export type Target = 'modal' | 'home' | { channel: string; ts: string } | { viewId: string }

export type Spot = { block: Block; element: Element }

/** Finds the place a person means, as it is now. */
export function placeOf(world: World, person: Person, target: Target): Place {
  if (typeof target === 'object' && 'ts' in target) return messagePlace(world, person, target)
  const view =
    target === 'modal'
      ? topView(world, person.id)
      : target === 'home'
        ? world.homes.get(person.id)
        : world.views.get(target.viewId)
  if (view?.user !== person.id) throw new Error(`${person.realName} has no such view before them`)
  return { view }
}

function messagePlace(world: World, person: Person, target: { channel: string; ts: string }): Place {
  const channel = visibleChannel(world, person, target.channel)
  const mine = world.ephemerals.find((one) => one.ts === target.ts && one.onlyFor === person.id)
  const message = mine ?? findMessage(world, channel.id, target.ts)
  if (!message) throw new Error(`${person.realName} sees no message ${target.ts} in ${channel.id}`)
  return { message, channel }
}

/** The channel a person means ("#billing", an id, "@name" for a DM), if they may see it. */
export function visibleChannel(world: World, person: Person, said: string): Channel {
  const bare = said.replace(/^[#@]/, '')
  const partner = [...world.people.values()].find(
    (one) => one.id === bare || (said.startsWith('@') && one.name === bare),
  )
  if (partner) return directChannel(world, [person.id, partner.id]).channel
  const channel = [...world.channels.values()].find((one) => one.id === bare || (one.name !== '' && one.name === bare))
  if (!channel) throw new Error(`there is no channel "${said}"`)
  const guest = person.isRestricted || person.isUltraRestricted || person.isStranger
  if ((channel.kind === 'public' && !guest) || channel.members.has(person.id)) return channel
  throw new Error(`${person.realName} cannot see ${said}`)
}

export function blocksOf(place: Place): Block[] {
  return 'view' in place ? place.view.content.blocks : (place.message.blocks ?? [])
}

export function valuesOf(place: Place): StateValues {
  return 'view' in place ? place.view.values : place.message.values
}

export function spots(blocks: Block[]): Spot[] {
  return blocks.flatMap((block) => elementsOf(block).map((element) => ({ block, element })))
}

/** The button that reads like this. `occurrence` counts from 1 where several do. */
export function findButton(world: World, blocks: Block[], text: string, occurrence = 1): Spot {
  const buttons = spots(blocks).filter(({ element }) => element.type === 'button')
  const found = buttons.filter(({ element }) => elementLabel(world, element) === text)[occurrence - 1]
  if (found) return found
  const readable = buttons.map(({ element }) => `[${elementLabel(world, element)}]`).join(' ') || 'none'
  throw new Error(
    `there is no button "${text}"${occurrence > 1 ? ` number ${occurrence}` : ''}; readable are: ${readable}`,
  )
}

/** The menu or picker a person means by its placeholder, its label, the text beside it or what it shows. */
export function findMenu(world: World, blocks: Block[], name: string): Spot {
  const menus = spots(blocks).filter(({ element }) => element.type !== 'button')
  const found = menus.find(
    ({ block, element }) =>
      elementLabel(world, element) === name ||
      readText(world, element.placeholder) === name ||
      readText(world, block.label) === name ||
      (block.type === 'section' && readText(world, block.text).includes(name)),
  )
  if (found) return found
  const readable = menus.map(({ element }) => `[${elementLabel(world, element)}]`).join(' ') || 'none'
  throw new Error(`there is no menu "${name}"; readable are: ${readable}`)
}
