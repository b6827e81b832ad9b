import { z } from 'zod'
import type { Channel } from '#application/read-models.ts'
import type { Person, PersonKind } from '#domain/people.ts'
import type { Identity } from '../../connection.ts'
import { storable } from './storable.ts'

const text = z.string().transform(storable).nullish()
const flag = z.boolean().nullish()

const user = z.object({
  id: z.string(),
  team_id: text,
  name: text,
  real_name: text,
  deleted: flag,
  tz: text,
  is_bot: flag,
  is_stranger: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_admin: flag,
  is_owner: flag,
  enterprise_user: z.object({ enterprise_id: text, teams: z.array(z.string()).nullish() }).nullish(),
  profile: z.object({ display_name: text, real_name: text, status_expiration: z.number().nullish() }).nullish(),
})

type User = z.infer<typeof user>

/** Of another company: met in a channel shared with it. Workspaces of one's own company are no strangers. */
const isStranger = (it: User, ours: Identity): boolean => {
  if (it.is_stranger === true) return true
  if (!it.team_id || it.team_id === ours.teamId) return false
  const company = it.enterprise_user
  const same = ours.enterpriseId !== undefined && company?.enterprise_id === ours.enterpriseId
  return !(same || company?.teams?.includes(ours.teamId))
}

const kindOf = (it: User, ours: Identity): PersonKind => {
  if (it.is_bot === true || it.id === 'USLACKBOT') return 'bot'
  if (isStranger(it, ours)) return 'stranger'
  if (it.deleted === true) return 'deactivated'
  return it.is_restricted === true || it.is_ultra_restricted === true ? 'guest' : 'member'
}

const firstOf = (...names: readonly (string | null | undefined)[]): string | undefined =>
  names.map((name) => name?.trim()).find((name) => name !== undefined && name !== '')

/** A person as a `user` object of Slack tells of them; undefined for what is no such object. */
export const personFrom = (said: unknown, ours: Identity): Person | undefined => {
  const { data: it } = user.safeParse(said)
  if (!it) return undefined
  const until = it.profile?.status_expiration ?? 0
  return {
    id: it.id,
    name: firstOf(it.profile?.display_name, it.profile?.real_name, it.real_name, it.name) ?? it.id,
    ...(it.name ? { handle: it.name } : {}),
    kind: kindOf(it, ours),
    admin: it.is_admin === true || it.is_owner === true,
    timeZone: it.tz ?? 'UTC',
    ...(until > 0 ? { awayUntil: new Date(until * 1000) } : {}),
  }
}

const conversation = z.object({
  id: z.string(),
  name: text,
  is_im: flag,
  is_mpim: flag,
  is_private: flag,
  is_group: flag,
  is_shared: flag,
  is_org_shared: flag,
  is_ext_shared: flag,
  is_pending_ext_shared: flag,
})

/** A channel as a `channel` object of Slack tells of it; direct messages are private. */
export const channelFrom = (said: unknown): Channel | undefined => {
  const { data: it } = conversation.safeParse(said)
  if (!it) return undefined
  return {
    id: it.id,
    name: it.name ?? '',
    private: [it.is_im, it.is_mpim, it.is_private, it.is_group].includes(true),
    shared: it.is_ext_shared === true || (it.is_shared === true && it.is_org_shared !== true),
  }
}
