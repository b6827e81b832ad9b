import type { Json } from '../json.ts'
import { isExternallyShared } from '../world/channels.ts'
import { newId } from '../world/ids.ts'
import type { World } from '../world/world.ts'
import { type AppAnswer, deliver } from './deliver.ts'

export type SlackEvent = Json & { type: string }

/** Tells the app about an event it has subscribed to; `channel` is where it happened, if anywhere. */
export async function emitEvent(world: World, event: SlackEvent, channelId?: string): Promise<AppAnswer | undefined> {
  const { team, appId, events, deliverTo } = world.options
  if (deliverTo === undefined || (events && !events.includes(event.type))) return undefined
  const next = world.nextEvent()
  if (next === 'tell') await tellOfLimit(world)
  if (next !== 'send') return undefined
  const channel = channelId === undefined ? undefined : world.channels.get(channelId)
  const bot = {
    enterprise_id: null,
    team_id: team.id,
    user_id: world.bot.id,
    is_bot: true,
    is_enterprise_install: false,
  }
  return deliver(world, 'event', event.type, {
    token: world.verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: appId,
    event,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(world.now() / 1000),
    authorizations: [bot],
    is_ext_shared_channel: channel ? isExternallyShared(world, channel) : false,
    event_context: `4-${newId('', 40)}`,
  })
}

/** There were too many events: Slack says in which minute it holds them back, instead of sending them. */
function tellOfLimit(world: World): Promise<AppAnswer> {
  const { team, appId } = world.options
  return deliver(world, 'event', 'app_rate_limited', {
    token: world.verificationToken,
    type: 'app_rate_limited',
    team_id: team.id,
    minute_rate_limited: Math.floor(world.now() / 60_000) * 60,
    api_app_id: appId,
  })
}
