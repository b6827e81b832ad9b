import { randomBytes } from 'node:crypto'
import type { Trigger } from './types.ts'
import { rememberAs } from './upkeep/remember.ts'
import type { World } from './world.ts'

const LIFETIME = 3000

/** A trigger id for one act of a person: good once, for three seconds. */
export function issueTrigger(world: World, user: string, view?: string): string {
  const id = `${Math.floor(world.now())}.${world.nextTs().replace('.', '')}.${randomBytes(16).toString('hex')}`
  rememberAs(world, world.triggers, id, { user, issued: world.now(), used: false, view })
  return id
}

/** Uses up a trigger id, or says with Slack's words why it cannot be used. */
export function exchangeTrigger(world: World, id: string): Trigger | string {
  const trigger = world.triggers.get(id)
  if (!trigger) return 'invalid_trigger_id'
  if (trigger.used) return 'exchanged_trigger_id'
  if (world.now() - trigger.issued > LIFETIME) return 'expired_trigger_id'
  trigger.used = true
  return trigger
}
