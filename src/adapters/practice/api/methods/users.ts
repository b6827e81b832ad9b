import type { Json } from '../../json.ts'
import type { Person } from '../../world/people.ts'
import { renderPerson } from '../../world/render-person.ts'
import type { World } from '../../world/world.ts'
import { personOrRefuse } from '../find.ts'
import { type Context, type Method, TIER } from '../method.ts'
import { page } from '../paging.ts'

/** A person as the bot's scopes let it see them. */
export function personForBot(world: World, person: Person): Json {
  const email = world.options.scopes === undefined || world.options.scopes.includes('users:read.email')
  return renderPerson(person, { email, appId: world.options.appId, at: world.now() })
}

function info({ world, args }: Context): Json {
  const person = personOrRefuse(world, args.user)
  return { user: { ...personForBot(world, person), ...(args.include_locale ? { locale: 'en-US' } : {}) } }
}

function everyone({ world, args }: Context): Json {
  const listed = [...world.people.values()].filter((person) => !person.isStranger)
  const { items, next } = page(listed, args, { standard: 1000, max: 1000 })
  return {
    members: items.map((person) => personForBot(world, person)),
    cache_ts: Math.floor(world.now() / 1000),
    response_metadata: { next_cursor: next },
  }
}

function dnd({ world, args }: Context): Json {
  personOrRefuse(world, args.user ?? world.bot.id)
  return { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 }
}

export const userMethods: Record<string, Method> = {
  'users.info': {
    args: { user: 'string', include_locale: 'boolean' },
    required: ['user'],
    scopes: ['users:read'],
    perMinute: TIER.t4,
    run: info,
  },
  'users.list': {
    args: { cursor: 'string', limit: 'integer', include_locale: 'boolean', team_id: 'string' },
    scopes: ['users:read'],
    perMinute: TIER.t2,
    run: everyone,
  },
  'dnd.info': {
    args: { user: 'string', team_id: 'string' },
    scopes: ['dnd:read'],
    perMinute: TIER.t3,
    run: dnd,
  },
}
