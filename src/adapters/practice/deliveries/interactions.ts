import type { Block, Element } from '../block-kit/types.ts'
import type { Json } from '../json.ts'
import { payloadName } from '../world/channels.ts'
import { renderMessage } from '../world/messages.ts'
import type { Person } from '../world/people.ts'
import { issueTrigger } from '../world/triggers.ts'
import type { Channel, Message, View } from '../world/types.ts'
import { renderView } from '../world/views.ts'
import type { World } from '../world/world.ts'
import { type AppAnswer, deliver } from './deliver.ts'
import { issueResponseUrl } from './response-urls.ts'

/** Where a person acts: a message or a view. */
export type Place = { message: Message; channel: Channel } | { view: View }

function common(world: World, person: Person, type: string): Json {
  const { team, appId } = world.options
  return {
    type,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId },
    api_app_id: appId,
    token: world.verificationToken,
    is_enterprise_install: false,
  }
}

/** Shortcuts do not name the app. */
function brief(world: World, person: Person, type: string): Json {
  const { api_app_id: _, ...rest } = common(world, person, type)
  return rest
}

function messageContext(world: World, message: Message, channel: Channel, person: Person): Json {
  const inThread = message.threadTs ? { thread_ts: message.threadTs } : {}
  const shown = message.onlyFor
    ? { ...renderMessage(world, message), is_ephemeral: true }
    : renderMessage(world, message)
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: message.onlyFor !== undefined,
      ...inThread,
    },
    channel: { id: channel.id, name: payloadName(channel) },
    message: shown,
    state: { values: message.values },
    response_url: issueResponseUrl(world, person.id, channel.id, message),
  }
}

/** Tells the app that a person pressed or chose something. `chosen` is what the action carries (`value`, `selected_option` …). */
export function sendBlockAction(
  world: World,
  person: Person,
  place: Place,
  block: Block,
  element: Element,
  chosen: Json,
): Promise<AppAnswer> {
  const inView = 'view' in place
  const where = inView
    ? { container: { type: 'view', view_id: place.view.id }, view: renderView(world, place.view) }
    : messageContext(world, place.message, place.channel, person)
  const action = {
    type: element.type,
    action_id: element.action_id,
    block_id: block.block_id,
    ...(element.type === 'button' ? { text: element.text, ...(element.style ? { style: element.style } : {}) } : {}),
    ...(element.placeholder ? { placeholder: element.placeholder } : {}),
    ...(element.confirm ? { confirm: element.confirm } : {}),
    ...chosen,
    action_ts: world.nextTs(),
  }
  const view = inView && place.view.kind === 'modal' ? place.view.id : undefined
  return deliver(world, 'interaction', 'block_actions', {
    ...common(world, person, 'block_actions'),
    trigger_id: issueTrigger(world, person.id, view),
    ...where,
    actions: [action],
  })
}

/** Asks the app for the options of an external select. */
export function sendSuggestion(
  world: World,
  person: Person,
  place: Place,
  block: Block,
  element: Element,
  value: string,
): Promise<AppAnswer> {
  const where =
    'view' in place
      ? { container: { type: 'view', view_id: place.view.id }, view: renderView(world, place.view) }
      : messageContext(world, place.message, place.channel, person)
  return deliver(world, 'interaction', 'block_suggestion', {
    ...common(world, person, 'block_suggestion'),
    ...where,
    action_id: element.action_id,
    block_id: block.block_id,
    value,
  })
}

/** Uses a shortcut of the manifest on a message. */
export function sendMessageShortcut(
  world: World,
  person: Person,
  callbackId: string,
  message: Message,
  channel: Channel,
): Promise<AppAnswer> {
  return deliver(world, 'interaction', 'message_action', {
    ...brief(world, person, 'message_action'),
    user: { id: person.id, name: person.name, team_id: person.teamId },
    action_ts: world.nextTs(),
    callback_id: callbackId,
    trigger_id: issueTrigger(world, person.id),
    response_url: issueResponseUrl(world, person.id, channel.id),
    message_ts: message.ts,
    channel: { id: channel.id, name: payloadName(channel) },
    message: renderMessage(world, message),
  })
}

/** Uses a global shortcut of the manifest. */
export function sendGlobalShortcut(world: World, person: Person, callbackId: string): Promise<AppAnswer> {
  return deliver(world, 'interaction', 'shortcut', {
    ...brief(world, person, 'shortcut'),
    user: { id: person.id, username: person.name, team_id: person.teamId },
    action_ts: world.nextTs(),
    callback_id: callbackId,
    trigger_id: issueTrigger(world, person.id),
  })
}

/** Hands in a modal. */
export function sendSubmission(world: World, person: Person, view: View): Promise<AppAnswer> {
  return deliver(world, 'interaction', 'view_submission', {
    ...common(world, person, 'view_submission'),
    trigger_id: issueTrigger(world, person.id, view.id),
    view: renderView(world, view),
    response_urls: [],
  })
}

/** Tells the app that a modal was dismissed. */
export function sendClosed(world: World, person: Person, view: View, cleared: boolean): Promise<AppAnswer> {
  return deliver(world, 'interaction', 'view_closed', {
    ...common(world, person, 'view_closed'),
    view: renderView(world, view),
    is_cleared: cleared,
  })
}
