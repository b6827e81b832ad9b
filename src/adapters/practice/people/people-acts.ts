import { personForBot } from '../api/methods/users.ts'
import type { AppAnswer } from '../deliveries/deliver.ts'
import { emitEvent } from '../deliveries/events.ts'
import type { Person } from '../world/people.ts'
import type { World } from '../world/world.ts'

/** Changes a person's account or profile (status, deactivation, time zone …) and tells the app. */
export async function changePerson(
  world: World,
  id: string,
  patch: Partial<Omit<Person, 'id'>>,
): Promise<AppAnswer | undefined> {
  const person = world.people.get(id)
  if (!person) throw new Error(`there is nobody with the id ${id}`)
  const at = Math.floor(world.now() / 1000)
  Object.assign(person, patch, { updated: at })
  world.changes.announce()
  return emitEvent(world, {
    type: 'user_change',
    user: personForBot(world, person),
    cache_ts: at,
    event_ts: world.nextTs(),
  })
}

/** Gives a user group other members and tells the app. */
export async function changeUsergroup(world: World, id: string, users: string[]): Promise<AppAnswer | undefined> {
  const group = world.options.usergroups?.find((one) => one.id === id)
  if (!group) throw new Error(`there is no user group ${id}`)
  const added = users.filter((user) => !group.users.includes(user))
  const removed = group.users.filter((user) => !users.includes(user))
  group.users = users
  const at = Math.floor(world.now() / 1000)
  return emitEvent(world, {
    type: 'subteam_members_changed',
    subteam_id: id,
    team_id: world.options.team.id,
    date_previous_update: at,
    date_update: at,
    added_users: added,
    added_users_count: added.length,
    removed_users: removed,
    removed_users_count: removed.length,
    event_ts: world.nextTs(),
  })
}

/** Removes the app: its token is dead at once, and Slack says so in two events whose order is not fixed. */
export async function uninstall(
  world: World,
  order: 'tokens first' | 'uninstall first' = 'tokens first',
): Promise<void> {
  world.revoked = true
  const events = [{ type: 'tokens_revoked', tokens: { oauth: [], bot: [world.bot.id] } }, { type: 'app_uninstalled' }]
  if (order === 'uninstall first') events.reverse()
  for (const event of events) await emitEvent(world, { ...event, event_ts: world.nextTs() })
}
