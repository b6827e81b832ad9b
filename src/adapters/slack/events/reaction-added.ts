import { plainEmoji, reactionIn } from '../intake/envelope.ts'
import type { EventListener } from '../listener.ts'
import { readable } from '../listener.ts'

/** The flag's emoji flags a message where it stands; the claim's emoji on a card claims its issue. */
export const reactionAdded: EventListener = async ({ act, event }, { useCases, reactions }) => {
  const { reaction, item } = readable(reactionIn(event))
  const { channel, ts } = item
  const emoji = plainEmoji(reaction)
  if (emoji === reactions()?.flag) return useCases.flagMessage({ ...act, via: 'reaction', channel, ts })
  if (emoji === reactions()?.claim) return useCases.claimByReaction({ ...act, channel, ts })
  return undefined
}
