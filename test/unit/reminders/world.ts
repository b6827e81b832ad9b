import type { Council, PersonId } from '#domain/council.ts'
import type { Circumstances } from '#domain/decisions/decision.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Person } from '#domain/people.ts'
import type { Calendar, Duration } from '#domain/time/calendar.ts'

const hours = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: 9 * 60, to: 17 * 60 } as const

const berlin: Calendar = { timeZone: 'Europe/Berlin', hours, holidays: ['2026-11-18'] }

const every = <T>(value: T) => ({ low: value, normal: value, high: value, urgent: value })

const h = (amount: number): Duration => ({ amount, unit: 'h' })

/** Support is on call around the clock; Billing is led from New York; Carla chairs, Omar is her deputy. */
export const council: Council = {
  channel: 'C0COUNCIL',
  chair: 'U0CARLA',
  deputy: 'U0OMAR',
  members: ['U0CARLA', 'U0OMAR'],
  calendar: berlin,
  digest: '0 9 * * mon',
  goals: { toldInTime: 0.8, sentAround: 0.1, explainedAgain: 0.1 },
  rules: {
    claimWithin: { ...every(h(4)), urgent: { amount: 30, unit: 'm' } },
    resolveWithin: every({ amount: 3, unit: 'd' }),
    updateWithin: { ...every(h(8)), urgent: h(2) },
    acceptWithin: every(h(4)),
    answerWithin: every(h(8)),
    maxHops: 2,
    remindersPerDay: 3,
    reactions: { flag: 'triangular_flag_on_post', claim: 'raising_hand' },
    retention: { amount: 2, unit: 'y' },
  },
  departments: [
    { key: 'support', name: 'Support', lead: 'U0LEA', members: ['U0ANNA', 'U0NIK'], calendar: berlin, onCall: 'U0NIK' },
    { key: 'billing', name: 'Billing', lead: 'U0DANA', members: ['U0BEN', 'U0LOU'], calendar: berlin },
  ],
  journey: [
    {
      key: 'pay',
      name: 'Pay',
      leadDepartment: 'billing',
      owners: [
        { department: 'billing', owner: 'U0BEN', backup: 'U0LOU' },
        { department: 'support', owner: 'U0ANNA' },
      ],
    },
  ],
}

const zones: Readonly<Record<PersonId, string>> = { U0DANA: 'America/New_York', U0LOU: 'Asia/Kathmandu' }

/** Everybody the council names, as Slack describes them. */
export const people = (): Map<PersonId, Person> =>
  new Map(
    ['U0CARLA', 'U0OMAR', 'U0LEA', 'U0ANNA', 'U0NIK', 'U0DANA', 'U0BEN', 'U0LOU'].map((id) => [
      id,
      { id, name: id.slice(2), kind: 'member' as const, admin: false, timeZone: zones[id] ?? 'Europe/Berlin' },
    ]),
  )

/** Tuesday, 10:00 in Berlin; Wednesday is a holiday. */
export const tuesday = new Date('2026-11-17T09:00:00Z')

export const at = (iso: string): Date => new Date(`2026-11-${iso}:00Z`)

export const circumstances = (now: Date, known = people()): Circumstances => ({ council, people: known, now })

const moves = { held: ['billing'], attempts: 0, hops: 0, bounces: 0, refusals: 0, notOurs: 0 }

/** An issue that Anna has just flagged; Ben of Billing is asked. */
export const issue = (more: Partial<Issue> = {}): Issue => ({
  number: 1,
  consults: [],
  consulted: [],
  placedByCouncil: false,
  state: 'flagged',
  audience: 'open',
  wordsShared: true,
  severity: 'normal',
  strictestSeverity: 'normal',
  stage: 'pay',
  department: 'billing',
  flaggedBy: 'U0ANNA',
  flaggedAt: tuesday,
  deadlineAt: tuesday,
  ask: { round: 1, person: 'U0BEN', role: 'owner', at: tuesday },
  asks: 1,
  lastUpdateAt: tuesday,
  moves,
  links: [],
  onHold: false,
  card: 1,
  followers: [],
  version: 1,
  eventCount: 2,
  lastEventAt: tuesday,
  ...more,
})

/** The same, claimed by Ben. */
export const claimed = (more: Partial<Issue> = {}): Issue => {
  const { ask: _, ...rest } = issue()
  return { ...rest, state: 'claimed', owner: 'U0BEN', claimedAt: tuesday, ...more }
}
