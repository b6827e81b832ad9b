import type { CallDamage } from '../faults/fault.ts'
import { suffer } from '../faults/on-calls.ts'
import { isJson, type Json, wire } from '../json.ts'
import { remember } from '../world/upkeep/remember.ts'
import type { World } from '../world/world.ts'
import { readArguments, typedArguments } from './arguments.ts'
import type { Context, Method, Reply } from './method.ts'
import { METHODS } from './methods.ts'
import type { RateLimiter } from './rate-limits.ts'
import { SlackError } from './slack-error.ts'

/** The one place through which every Web API call passes: reads, checks, runs, notes and answers it. */
export async function answerCall(world: World, limiter: RateLimiter, name: string, request: Request): Promise<Reply> {
  const done = world.changes.begin()
  const at = world.now()
  let args: Json = {}
  let damage: CallDamage | undefined
  try {
    args = await readArguments(request)
    const token = bearer(request) ?? (typeof args.token === 'string' ? args.token : undefined)
    delete args.token
    damage = world.faults.ofCall(name, args)
    return note(await suffer(world, damage, () => perform(world, limiter, name, args, token).catch(replyTo)))
  } catch (error) {
    return note(replyTo(error))
  } finally {
    done()
  }

  function note(reply: Reply): Reply {
    const known = METHODS[name]?.args ?? args
    // Clients add team_id to every call; Slack takes it silently.
    const undocumented = Object.keys(args).filter((key) => key !== 'team_id' && !Object.hasOwn(known, key))
    const call = { method: name, args: readable(args), undocumented, answer: reply.body, status: reply.status, at }
    remember(world, world.calls, damage ? { ...call, fault: damage.kind } : call)
    return reply
  }
}

async function perform(
  world: World,
  limiter: RateLimiter,
  name: string,
  raw: Json,
  token: string | undefined,
): Promise<Reply> {
  const method = METHODS[name]
  if (!method) throw new SlackError('unknown_method', { req_method: name })
  checkToken(world, method, token)
  const needScope = scopeCheck(world)
  if (method.scopes && !method.scopes.some((scope) => granted(world, scope))) needScope(method.scopes.join(','))
  const wait = overLimit(world, limiter, name, method, raw)
  if (wait > 0) {
    return { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': String(wait) } }
  }
  const args = typedArguments(method, raw)
  const context: Context = { world, args, needScope }
  const body = wire({ ok: true, ...(await method.run(context)) })
  const scopes = (world.options.scopes ?? []).join(',')
  return {
    status: 200,
    body,
    headers: { 'x-oauth-scopes': scopes, 'x-accepted-oauth-scopes': (method.scopes ?? []).join(',') },
  }
}

function checkToken(world: World, method: Method, token: string | undefined): void {
  const { botToken, appToken } = world.options
  if (!token) throw new SlackError('not_authed')
  if (token !== botToken && token !== appToken) throw new SlackError('invalid_auth')
  if (world.revoked) throw new SlackError('account_inactive')
  if ((token === appToken) !== (method.appLevel ?? false)) throw new SlackError('not_allowed_token_type')
}

function granted(world: World, scope: string): boolean {
  return world.options.scopes === undefined || world.options.scopes.includes(scope)
}

function scopeCheck(world: World): (scope: string) => void {
  return (scope) => {
    if (granted(world, scope)) return
    throw new SlackError('missing_scope', { needed: scope, provided: (world.options.scopes ?? []).join(',') })
  }
}

function overLimit(world: World, limiter: RateLimiter, name: string, method: Method, args: Json): number {
  if (!world.options.rateLimits) return 0
  if (name === 'chat.postMessage') return limiter(`post ${args.channel}`, { perMinute: 60, burst: 4 })
  return method.perMinute ? limiter(name, { perMinute: method.perMinute, burst: method.perMinute }) : 0
}

function replyTo(error: unknown): Reply {
  if (error instanceof SlackError) {
    return { status: 200, body: { ok: false, error: error.message, ...error.extra }, headers: {} }
  }
  throw error
}

function bearer(request: Request): string | undefined {
  return /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
}

/** Arguments as an author would write them: JSON strings become values. */
function readable(args: Json): Json {
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => {
      if (typeof value !== 'string' || !/^[[{]/.test(value)) return [key, value]
      try {
        const parsed: unknown = JSON.parse(value)
        return [key, isJson(parsed) || Array.isArray(parsed) ? parsed : value]
      } catch {
        return [key, value]
      }
    }),
  )
}
