import type { AppAnswer } from '../deliveries/deliver.ts'
import { emitEvent } from '../deliveries/events.ts'
import { directChannel } from '../world/channels.ts'
import type { Person } from '../world/people.ts'
import { renderView } from '../world/views.ts'
import type { World } from '../world/world.ts'

/** A person opens the conversation with the bot at one of its tabs. */
export function openHome(world: World, person: Person, tab: 'home' | 'messages'): Promise<AppAnswer | undefined> {
  const { channel } = directChannel(world, [world.bot.id, person.id])
  const view = tab === 'home' ? world.homes.get(person.id) : undefined
  return emitEvent(world, {
    type: 'app_home_opened',
    user: person.id,
    channel: channel.id,
    tab,
    ...(view ? { view: renderView(world, view) } : {}),
    event_ts: world.nextTs(),
  })
}
