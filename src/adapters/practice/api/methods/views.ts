import { LIMITS } from '../../block-kit/limits.ts'
import { normaliseBlocks, spellOut } from '../../block-kit/normalise.ts'
import { checkView } from '../../block-kit/surfaces.ts'
import { isJson, type Json } from '../../json.ts'
import { exchangeTrigger } from '../../world/triggers.ts'
import type { Trigger, View, ViewContent } from '../../world/types.ts'
import { openModal, publishHome, renderView, replaceContent, stackOf } from '../../world/views.ts'
import type { World } from '../../world/world.ts'
import { checkFiles } from '../content.ts'
import { type Context, type Method, TIER } from '../method.ts'
import { invalidArguments, refused, SlackError } from '../slack-error.ts'

const MAX_STACK = 3

/** A view as the app sent it, checked for its kind; used for the Web API and for `response_action` alike. */
export function readView(world: World, value: unknown, kind: 'modal' | 'home', replaces?: View): ViewContent {
  if (!isJson(value)) throw invalidArguments('must provide an object [json-pointer:/view]')
  if (JSON.stringify(value).length > LIMITS.view.bytes) throw new SlackError('view_too_large')
  const problems = checkView(value)
  if (problems.length > 0) throw refused('invalid_arguments', problems)
  if (value.type !== kind) throw invalidArguments(`must be a view of type ${kind} [json-pointer:/view/type]`)
  const blocks = value.blocks as Json[]
  checkFiles(world, blocks, 'invalid_arguments', '/view/blocks')
  const id = value.external_id
  if (id && [...world.views.values()].some((view) => view !== replaces && view.content.external_id === id)) {
    throw new SlackError('duplicate_external_id')
  }
  return { ...spellOut(value), type: kind, blocks: normaliseBlocks(blocks) }
}

function spendTrigger(world: World, args: Json): Trigger {
  const id = args.trigger_id ?? args.interactivity_pointer
  if (id === undefined) throw invalidArguments('missing required field: trigger_id')
  const trigger = exchangeTrigger(world, String(id))
  if (typeof trigger === 'string') throw new SlackError(trigger)
  return trigger
}

function open({ world, args }: Context): Json {
  const content = readView(world, args.view, 'modal')
  const trigger = spendTrigger(world, args)
  return { view: renderView(world, openModal(world, trigger.user, content, [])) }
}

function push({ world, args }: Context): Json {
  const content = readView(world, args.view, 'modal')
  const trigger = spendTrigger(world, args)
  return { view: renderView(world, pushView(world, trigger, content)) }
}

function pushView(world: World, trigger: Trigger, content: ViewContent): View {
  const stack = stackOf(world, trigger.user)
  if (!trigger.view || !stack.some((view) => view.id === trigger.view)) throw new SlackError('not_found')
  if (stack.length >= MAX_STACK) throw new SlackError('push_limit_reached')
  return openModal(world, trigger.user, content, [...stack])
}

function update({ world, args }: Context): Json {
  const view = [...world.views.values()].find(
    (view) => view.id === args.view_id || (args.external_id && view.content.external_id === args.external_id),
  )
  if (args.view_id === undefined && args.external_id === undefined) {
    throw invalidArguments('missing required field: view_id')
  }
  const content = readView(world, args.view, view?.kind ?? 'modal', view)
  if (!view) throw new SlackError('not_found')
  if (args.hash !== undefined && args.hash !== view.hash) throw new SlackError('hash_conflict')
  replaceContent(world, view, content)
  return { view: renderView(world, view) }
}

function publish({ world, args }: Context): Json {
  const user = String(args.user_id)
  const known = world.homes.get(user)
  const content = readView(world, args.view, 'home', known)
  if (!world.people.has(user)) throw invalidArguments('invalid user_id [json-pointer:/user_id]')
  if (args.hash !== undefined && known && args.hash !== known.hash) throw new SlackError('hash_conflict')
  return { view: renderView(world, publishHome(world, user, content)) }
}

export const viewMethods: Record<string, Method> = {
  'views.open': {
    args: { trigger_id: 'string', interactivity_pointer: 'string', view: 'json' },
    required: ['view'],
    perMinute: TIER.t4,
    run: open,
  },
  'views.push': {
    args: { trigger_id: 'string', interactivity_pointer: 'string', view: 'json' },
    required: ['view'],
    perMinute: TIER.t4,
    run: push,
  },
  'views.update': {
    args: { view_id: 'string', external_id: 'string', view: 'json', hash: 'string' },
    required: ['view'],
    perMinute: TIER.t4,
    run: update,
  },
  'views.publish': {
    args: { user_id: 'string', view: 'json', hash: 'string', interactivity_pointer: 'string' },
    required: ['user_id', 'view'],
    perMinute: TIER.t4,
    run: publish,
  },
}
