import type { Json } from '../json.ts'
import type { Person } from './people.ts'

/** A person as `users.info` and `user_change` show them. */
export function renderPerson(person: Person, show: { email: boolean; appId: string; at: number }): Json {
  const base = {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    deleted: person.deleted,
    profile: renderProfile(person, show),
    is_bot: person.isBot,
    is_app_user: false,
    updated: person.updated,
  }
  if (person.deleted) return base
  return {
    ...base,
    color: '9f69e7',
    real_name: person.realName,
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: zoneOffset(person.tz, show.at),
    is_admin: person.isAdmin,
    is_owner: person.isOwner,
    is_primary_owner: false,
    is_restricted: person.isRestricted,
    is_ultra_restricted: person.isUltraRestricted,
    is_email_confirmed: !person.isBot,
    who_can_share_contact_card: 'EVERYONE',
    ...(person.isStranger ? { is_stranger: true } : {}),
  }
}

function renderProfile(person: Person, show: { email: boolean; appId: string }): Json {
  const [first = '', ...rest] = person.realName.split(' ')
  return {
    title: person.title,
    phone: '',
    skype: '',
    real_name: person.realName,
    real_name_normalized: person.realName,
    display_name: person.displayName,
    display_name_normalized: person.displayName,
    status_text: person.status.text,
    status_text_canonical: '',
    status_emoji: person.status.emoji,
    status_emoji_display_info: [],
    status_expiration: person.status.expiration,
    avatar_hash: 'g0000000000',
    first_name: first,
    last_name: rest.join(' '),
    team: person.teamId,
    ...(show.email && !person.isStranger && !person.isBot ? { email: person.email } : {}),
    ...(person.botId ? { bot_id: person.botId, api_app_id: show.appId, always_active: false } : {}),
  }
}

/** Seconds a time zone is ahead of UTC at an instant. */
function zoneOffset(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name)
  if (!match) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3]) * 60)
}
