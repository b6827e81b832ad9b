import { z } from 'zod'
import { valueKey } from '../block-kit/state.ts'
import type { Element, Option } from '../block-kit/types.ts'
import type { Json } from '../json.ts'
import { applyValue, pressSpot, setValue, suggestions } from '../people/acting.ts'
import { createActor } from '../people/actor.ts'
import { submitTop } from '../people/modal-acts.ts'
import { blocksOf, placeOf, type Spot, spots, type Target } from '../people/places.ts'
import { optionsOf } from '../people/values.ts'
import type { Person } from '../world/people.ts'
import type { World } from '../world/world.ts'

const target = z.union([z.object({ channel: z.string(), ts: z.string() }), z.object({ viewId: z.string() })])
const at = z.object({ target, blockId: z.string(), actionId: z.string() })
const valued = at.extend({ value: z.union([z.string(), z.number(), z.array(z.string()), z.null()]) })
const there = z.object({ channel: z.string(), ts: z.string() })

const act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('post'), place: z.string(), text: z.string(), thread: z.string().optional() }),
  there.extend({ act: z.literal('react'), name: z.string() }),
  there.extend({ act: z.literal('shortcut'), name: z.string() }),
  z.object({ act: z.literal('global'), name: z.string() }),
  z.object({ act: z.literal('home'), tab: z.enum(['home', 'messages']) }),
  z.object({ act: z.literal('join'), channel: z.string() }),
  at.extend({ act: z.literal('press') }),
  valued.extend({ act: z.literal('choose') }),
  valued.extend({ act: z.literal('set') }),
  at.extend({ act: z.literal('suggest'), query: z.string() }),
  z.object({ act: z.literal('submit'), values: z.array(valued) }),
  z.object({ act: z.literal('close'), all: z.boolean().optional() }),
])

const request = z.object({ as: z.string(), what: act })

type Act = z.infer<typeof act>

const TROUBLE = 'The app did not answer as Slack expects. In Slack you would see a warning sign here.'

/** Does what a person clicked or typed on the page. A `notice` is what they should be told about it. */
export async function doAct(world: World, body: unknown): Promise<Json> {
  const parsed = request.safeParse(body)
  if (!parsed.success) return { notice: z.prettifyError(parsed.error) }
  try {
    return await perform(world, parsed.data.as, parsed.data.what)
  } catch (error) {
    return { notice: error instanceof Error ? error.message : String(error) }
  }
}

async function perform(world: World, as: string, what: Act): Promise<Json> {
  const actor = createActor(world, as)
  switch (what.act) {
    case 'post':
      return say(world, actor, what)
    case 'react': {
      const message = actor.messages(what.channel).find((one) => one.ts === what.ts)
      const mine = message?.reactions.find((one) => one.name === what.name)?.users.includes(as)
      await (mine ? actor.unreact : actor.react)(what.channel, what.ts, what.name)
      return {}
    }
    case 'shortcut':
      return told(await actor.shortcutOnMessage(what.name, what.channel, what.ts))
    case 'global':
      return told(await actor.globalShortcut(what.name))
    case 'home':
      return told(await actor.openHome(what.tab))
    case 'join':
      return told(await actor.join(what.channel))
    case 'submit':
      return submit(world, actor.person, what.values)
    case 'close':
      await actor.close(what.all ? { all: true } : {})
      return {}
    default:
      return onElement(world, actor.person, what)
  }
}

async function say(
  world: World,
  actor: ReturnType<typeof createActor>,
  what: Extract<Act, { act: 'post' }>,
): Promise<Json> {
  const command = /^(\/\S+)\s*([\s\S]*)$/.exec(what.text)
  if (!command) {
    await actor.post(what.place, what.text, what.thread ? { thread: what.thread } : {})
    return {}
  }
  const [, name = '', rest = ''] = command
  if (what.thread) return { notice: `${name} is not supported in threads. Sorry!` }
  const known = world.options.commands
  if (known && !known.some((one) => one.command === name)) return { notice: `${name} is not a valid command.` }
  await actor.command(name, rest, what.place)
  return {}
}

type ElementAct = Extract<Act, { act: 'press' | 'choose' | 'set' | 'suggest' }>

async function onElement(world: World, person: Person, what: ElementAct): Promise<Json> {
  const place = placeOf(world, person, what.target as Target)
  const spot = spotAt(blocksOf(place), what)
  if (what.act === 'press') return told(await pressSpot(world, person, place, spot))
  if (what.act === 'suggest') return { options: await suggestions(world, person, place, spot, what.query) }
  const value = kept(spot.element, what.value)
  if (what.act === 'set') {
    setValue(world, place, spot, value)
    return {}
  }
  return told(await applyValue(world, person, place, spot, value))
}

function spotAt(blocks: Parameters<typeof spots>[0], at: { blockId: string; actionId: string }): Spot {
  const spot = spots(blocks).find(
    ({ block, element }) => block.block_id === at.blockId && element.action_id === at.actionId,
  )
  if (!spot) throw new Error('This has changed meanwhile. Look again, please.')
  return spot
}

/** The page knows options by their value (offered ones come whole, as JSON); Slack keeps them whole. */
function kept(element: Element, value: string | number | string[] | null): unknown {
  const key = element.type === 'overflow' ? 'selected_option' : valueKey(element.type)
  if (value === null || value === '') return key?.endsWith('s') ? [] : null
  const whole = (one: string): Option | undefined =>
    element.type.endsWith('external_select')
      ? JSON.parse(one)
      : optionsOf(element).find((option) => option.value === one)
  if (key === 'selected_option') return whole(String(value))
  if (key === 'selected_options' && Array.isArray(value)) return value.map(whole)
  return value
}

async function submit(world: World, person: Person, values: z.infer<typeof valued>[]): Promise<Json> {
  for (const { target, value, ...at } of values) {
    const place = placeOf(world, person, target as Target)
    const spot = spotAt(blocksOf(place), at)
    setValue(world, place, spot, kept(spot.element, value))
  }
  const result = await submitTop(world, person)
  return result.kind === 'failed' ? { notice: `${result.message} (${result.reason})` } : {}
}

function told(answer: { ok: boolean } | undefined): Json {
  return answer === undefined || answer.ok ? {} : { notice: TROUBLE }
}
