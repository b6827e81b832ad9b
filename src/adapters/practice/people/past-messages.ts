import { addMessage } from '../world/messages.ts'
import type { World } from '../world/world.ts'
import { composeTyped } from './typed-text.ts'

/** Writes the messages of the seed, back-dated; the app hears nothing of them. */
export function writePastMessages(world: World): void {
  for (const [index, seed] of (world.options.messages ?? []).entries()) {
    const { text, blocks } = composeTyped(world, seed.text)
    const person = world.people.get(seed.user)
    const message = addMessage(world, {
      channel: seed.channel,
      user: seed.user,
      text,
      blocks,
      ...(person?.botId ? { botId: person.botId, appId: `A${person.id.slice(1)}` } : {}),
    })
    const seconds = Math.floor(world.now() / 1000) - seed.minutesAgo * 60
    message.ts = `${seconds}.${String(index).padStart(6, '0')}`
  }
}
