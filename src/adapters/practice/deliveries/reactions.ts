import type { Message } from '../world/types.ts'
import type { World } from '../world/world.ts'
import type { AppAnswer } from './deliver.ts'
import { emitEvent } from './events.ts'

/** Puts a reaction on a message and tells the app where the bot can see it; undefined if it was there already. */
export function react(
  world: World,
  message: Message,
  user: string,
  name: string,
): Promise<AppAnswer | undefined> | undefined {
  const known = message.reactions.find((reaction) => reaction.name === name)
  if (known?.users.includes(user)) return undefined
  if (known) known.users.push(user)
  else message.reactions.push({ name, users: [user] })
  world.changes.announce()
  return tell(world, 'reaction_added', message, user, name)
}

/** Takes a reaction away; undefined if there was none. */
export function unreact(
  world: World,
  message: Message,
  user: string,
  name: string,
): Promise<AppAnswer | undefined> | undefined {
  const known = message.reactions.find((reaction) => reaction.name === name)
  if (!known?.users.includes(user)) return undefined
  known.users = known.users.filter((id) => id !== user)
  message.reactions = message.reactions.filter((reaction) => reaction.users.length > 0)
  world.changes.announce()
  return tell(world, 'reaction_removed', message, user, name)
}

async function tell(world: World, type: string, message: Message, user: string, reaction: string) {
  const channel = world.channels.get(message.channel)
  if (!channel?.members.has(world.bot.id)) return undefined
  const event = {
    type,
    user,
    reaction,
    item: { type: 'message', channel: message.channel, ts: message.ts },
    item_user: message.user,
    event_ts: world.nextTs(),
  }
  return emitEvent(world, event, channel.id)
}
