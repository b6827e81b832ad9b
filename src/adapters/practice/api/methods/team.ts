import { issueTicket } from '../../deliveries/socket-tickets.ts'
import type { Json } from '../../json.ts'
import { type Context, type Method, TIER } from '../method.ts'
import { SlackError } from '../slack-error.ts'

function test({ world }: Context): Json {
  const { team } = world.options
  return {
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: world.bot.name,
    team_id: team.id,
    user_id: world.bot.id,
    bot_id: world.bot.botId,
    is_enterprise_install: false,
  }
}

function info({ world, args }: Context): Json {
  const { team } = world.options
  if (args.team !== undefined && args.team !== team.id) throw new SlackError('team_not_found')
  const url = `https://${team.domain}.slack.com/`
  return {
    team: { id: team.id, name: team.name, url, domain: team.domain, email_domain: '', icon: { image_default: true } },
  }
}

function usergroups({ world, args }: Context): Json {
  const groups = (world.options.usergroups ?? []).map((group) => ({
    id: group.id,
    team_id: world.options.team.id,
    is_usergroup: true,
    name: group.name,
    handle: group.handle,
    description: '',
    is_external: false,
    date_delete: 0,
    ...(args.include_users ? { users: group.users } : {}),
    ...(args.include_count ? { user_count: group.users.length } : {}),
  }))
  return { usergroups: groups }
}

function groupUsers({ world, args }: Context): Json {
  const group = world.options.usergroups?.find(({ id }) => id === args.usergroup)
  if (!group) throw new SlackError('no_such_subteam')
  return { users: group.users }
}

export const teamMethods: Record<string, Method> = {
  'auth.test': { args: {}, run: test },
  'apps.connections.open': {
    args: {},
    appLevel: true,
    perMinute: TIER.t3,
    run: ({ world }) => ({ url: issueTicket(world) }),
  },
  'team.info': {
    args: { team: 'string', domain: 'string' },
    scopes: ['team:read'],
    perMinute: TIER.t3,
    run: info,
  },
  'usergroups.list': {
    args: { include_count: 'boolean', include_disabled: 'boolean', include_users: 'boolean', team_id: 'string' },
    scopes: ['usergroups:read'],
    perMinute: TIER.t2,
    run: usergroups,
  },
  'usergroups.users.list': {
    args: { include_disabled: 'boolean', usergroup: 'string', team_id: 'string' },
    required: ['usergroup'],
    scopes: ['usergroups:read'],
    perMinute: TIER.t2,
    run: groupUsers,
  },
}
