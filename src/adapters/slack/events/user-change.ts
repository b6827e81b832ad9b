import { z } from 'zod'
import type { EventListener } from '../listener.ts'

const changed = z.object({ user: z.unknown().optional() })

/** A profile, status or account has changed: what we know of the person changes with it. */
export const userChange: EventListener = ({ act, event }, { directory }) =>
  directory.learnPerson(act.workspaceId, changed.parse(event).user)
