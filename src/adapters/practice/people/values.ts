import { valueKey } from '../block-kit/state.ts'
import type { Element, Option } from '../block-kit/types.ts'
import type { World } from '../world/world.ts'
import { readText } from './reading/visible-text.ts'

/** What a person types or picks, as they would say it. */
export type Said = string | number | string[] | null

/** Turns what a person says into the value Slack keeps; throws when there is nothing like it to pick. */
export function valueFor(world: World, element: Element, said: Said, options = optionsOf(element)): unknown {
  const key = valueKey(element.type)
  if (said === null || said === '') return key?.endsWith('s') ? [] : null
  const words = Array.isArray(said) ? said : [String(said)]
  switch (key) {
    case 'selected_option':
      return (element.type === 'external_select' ? pickFound : pickOption)(world, options, String(said))
    case 'selected_options':
      return words.map((word) => pickOption(world, options, word))
    case 'selected_user':
      return findPerson(world, String(said))
    case 'selected_users':
      return words.map((word) => findPerson(world, word))
    case 'selected_channel':
    case 'selected_conversation':
      return findChannel(world, String(said))
    case 'selected_channels':
    case 'selected_conversations':
      return words.map((word) => findChannel(world, word))
    case 'selected_date':
      return ofForm(String(said), /^\d{4}-\d\d-\d\d$/, 'a date YYYY-MM-DD')
    case 'selected_time':
      return ofForm(String(said), /^\d\d:\d\d$/, 'a time HH:mm')
    case 'selected_date_time':
      return Number(said)
    case undefined:
      throw new Error(`a ${element.type} takes no value`)
    default:
      return String(said)
  }
}

/** Every option of an element, those in groups included. */
export function optionsOf(element: Element): Option[] {
  return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)]
}

/**
 * What somebody takes who typed these words into a search: the option that reads so, else the first that holds
 * them, else the only one that was found.
 */
function pickFound(world: World, options: Option[], typed: string): Option {
  const reads = (option: Option) => readText(world, option.text)
  const found = options.find((option) => reads(option) === typed) ?? options.find((one) => reads(one).includes(typed))
  return found ?? (options.length === 1 ? options[0] : undefined) ?? pickOption(world, options, typed)
}

/** The option a person reads under these words. */
export function pickOption(world: World, options: Option[], text: string): Option {
  const found = options.find((option) => readText(world, option.text) === text)
  if (found) return found
  const readable = options.map((option) => `"${readText(world, option.text)}"`).join(', ')
  throw new Error(`there is no option "${text}", only ${readable}`)
}

function findPerson(world: World, said: string): string {
  const bare = said.replace(/^@/, '')
  const person = [...world.people.values()].find((one) =>
    [one.id, one.name, one.displayName, one.realName].includes(bare),
  )
  if (!person) throw new Error(`there is nobody called "${said}"`)
  return person.id
}

function findChannel(world: World, said: string): string {
  const bare = said.replace(/^#/, '')
  const channel = [...world.channels.values()].find((one) => one.id === bare || (one.name && one.name === bare))
  if (!channel) throw new Error(`there is no channel "${said}"`)
  return channel.id
}

function ofForm(said: string, form: RegExp, what: string): string {
  if (!form.test(said)) throw new Error(`"${said}" is not ${what}`)
  return said
}
