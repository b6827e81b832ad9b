import { z } from 'zod'

const text = z.string().nullish()

/** Slack's library throws where these are of another kind, and a stored event would come back for ever: emptied, then. */
const channel = z.union([z.string(), z.looseObject({ id: z.string() }), z.undefined()]).catch(undefined)
const item = z.looseObject({}).catch({})

/** What the seam has to know of an event before it is stored; everything else is kept as it came. */
export const envelope = z.object({
  type: z.literal('event_callback'),
  event_id: z.string().min(1).max(100),
  event_time: z.number().optional(),
  team_id: text,
  context_team_id: text,
  api_app_id: text,
  enterprise_id: text,
  is_ext_shared_channel: z.boolean().optional(),
  authorizations: z
    .array(z.looseObject({ team_id: text, enterprise_id: text, is_enterprise_install: z.boolean().nullish() }))
    .nullish(),
  event: z.looseObject({ type: z.string().min(1).max(100), channel: channel.optional(), item: item.optional() }),
})

export type Envelope = z.infer<typeof envelope>

const reaction = z.object({
  user: z.string(),
  reaction: z.string(),
  item_user: text,
  item: z.object({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
})

export type ReactionAdded = z.infer<typeof reaction>

/** A reaction on a message; undefined for one on anything else. */
export const reactionIn = (event: unknown): ReactionAdded | undefined => reaction.safeParse(event).data

/** The name of an emoji without the tone of its skin. */
export const plainEmoji = (name: string): string => name.split('::', 1)[0] ?? name
