import { z } from 'zod'

const shape = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string().catch(''),
  response_url: z.url().optional().catch(undefined),
  view: z
    .object({
      id: z.string(),
      type: z.string(),
      private_metadata: z.unknown().optional(),
      hash: z.string().max(255).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
})

/** Where somebody clicked or chose, and the ways to answer them. */
export type Interaction = {
  readonly person: string
  readonly triggerId: string
  readonly responseUrl?: string | undefined
  readonly place: 'message' | 'home' | 'modal'
  readonly view?: string | undefined
  /** What the view they look at remembers, not yet read, and which state of it they look at. */
  readonly memory?: unknown
  readonly hash?: string | undefined
}

const placeOf = (viewType: string | undefined): Interaction['place'] => {
  if (viewType === undefined) return 'message'
  return viewType === 'home' ? 'home' : 'modal'
}

/** Reads what every click, shortcut and form has in common. */
export const interactionIn = (body: unknown): Interaction | undefined => {
  const { data } = shape.safeParse(body)
  if (!data) return undefined
  return {
    person: data.user.id,
    triggerId: data.trigger_id,
    responseUrl: data.response_url,
    place: placeOf(data.view?.type),
    view: data.view?.id,
    memory: data.view?.private_metadata,
    hash: data.view?.hash,
  }
}
