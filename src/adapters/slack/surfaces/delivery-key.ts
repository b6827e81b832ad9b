import { z } from 'zod'

const shape = z.object({
  event_id: z.string().optional(),
  type: z.string().optional(),
  command: z.string().optional(),
  callback_id: z.string().optional(),
  trigger_id: z.string().optional(),
  view: z.object({ id: z.string(), callback_id: z.string().optional() }).optional(),
  actions: z.array(z.object({ action_id: z.string() })).optional(),
})

/** What a delivery is called in the log: its id and what it is about, and nothing that anybody wrote. */
export const deliveryKey = (body: unknown): string => {
  const { data: it } = shape.safeParse(body)
  if (!it) return 'unknown'
  if (it.event_id !== undefined) return it.event_id
  const about = it.command ?? it.actions?.[0]?.action_id ?? it.callback_id ?? it.view?.callback_id
  const id = it.type === 'view_submission' ? it.view?.id : it.trigger_id
  return [it.type ?? 'command', about, id].filter((part) => part !== undefined).join(':')
}
