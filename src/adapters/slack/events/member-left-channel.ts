import { z } from 'zod'
import type { EventListener } from '../listener.ts'

const left = z.object({ channel: z.string() })

/** Somebody left a channel we are in: what was theirs there may need another owner. */
export const memberLeftChannel: EventListener = ({ act, event }, { useCases }) =>
  useCases.noteLeftChannel({ ...act, channel: left.parse(event).channel })
