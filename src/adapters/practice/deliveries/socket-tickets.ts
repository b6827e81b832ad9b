import { newId } from '../world/ids.ts'
import type { World } from '../world/world.ts'

/** A fresh address for one Socket Mode connection. */
export function issueTicket(world: World): string {
  const ticket = newId('', 24)
  world.tickets.add(ticket)
  return `${world.origin.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${world.options.appId}`
}
