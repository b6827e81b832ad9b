import type { Council } from '#domain/council.ts'
import type { Circumstances } from '#domain/decisions/decision.ts'
import type { Person } from '#domain/people.ts'
import { council, later } from '../../slack/samples/stories.ts'

/** A person as Slack says they are; `away` for a member who is not here for a week. */
export const person = (id: string, kind: Person['kind'] | 'away' = 'member'): Person => ({
  id,
  name: id,
  kind: kind === 'away' ? 'member' : kind,
  admin: false,
  timeZone: 'Europe/Berlin',
  ...(kind === 'away' ? { absence: { since: later(-1), until: later(168) } } : {}),
})

const everybody = ['U0ANNA', 'U0BEN', 'U0LOU', 'U0DANA', 'U0CARLA', 'U0MIA']

type Given = {
  readonly chair?: string
  readonly deputy?: string | undefined
  readonly members?: readonly string[]
  readonly people?: readonly Person[]
}

/** Ten hours after the flag, with another chair, other members or other people where they are given. */
export const around = ({ people = [], ...seats }: Given = {}): Circumstances => {
  const { deputy, ...rest } = { ...council, ...seats }
  const sits: Council = deputy === undefined ? rest : { ...rest, deputy }
  const known = [...everybody.map((id) => person(id)), ...people]
  return { council: sits, people: new Map(known.map((one) => [one.id, one])), now: later(10) }
}
