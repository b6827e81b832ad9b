import { z } from 'zod'
import type { Identity } from '../connection.ts'
import { type Envelope, plainEmoji, reactionIn } from './envelope.ts'

/** The emoji that mean something here, by name without colons. */
export type Reactions = { readonly flag: string; readonly claim: string }

export type RelevanceDeps = {
  /** The types of event that somebody listens to. */
  readonly events: ReadonlySet<string>
  /** The council's emoji; undefined while there is none. Answered from memory: a busy workspace reacts all day. */
  readonly reactions: () => Reactions | undefined
}

const actor = z.object({ user: z.string().optional().catch(undefined), bot_id: z.string().nullish() })

const isOfBot = (event: unknown, ours: Identity): boolean => {
  const { data } = actor.safeParse(event)
  return Boolean(data?.bot_id) || data?.user === ours.botUserId || data?.user === 'USLACKBOT'
}

/** A claim is meant for one of our cards, a flag for what people wrote: our own words are no customer's problem. */
const isMeantForUs = (event: unknown, ours: Identity, wanted: Reactions | undefined): boolean => {
  const added = reactionIn(event)
  if (!added || !wanted) return false
  const emoji = plainEmoji(added.reaction)
  return emoji === (added.item_user === ours.botUserId ? wanted.claim : wanted.flag)
}

/** Whether an event can have an effect; decided without a query, because most of them cannot. */
export const isRelevant = ({ event, ...about }: Envelope, ours: Identity, deps: RelevanceDeps): boolean => {
  if (!deps.events.has(event.type) || isOfBot(event, ours)) return false
  const here = event.type === 'reaction_added' || event.type === 'app_mention'
  if (here && about.is_ext_shared_channel === true) return false
  return event.type !== 'reaction_added' || isMeantForUs(event, ours, deps.reactions())
}
