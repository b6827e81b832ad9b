import type { Council } from '#domain/council.ts'
import type { Person } from '#domain/people.ts'
import type { Calendar, Duration } from '#domain/time/calendar.ts'

const calendar: Calendar = {
  timeZone: 'Europe/Berlin',
  hours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: 9 * 60, to: 17 * 60 + 30 },
  holidays: [],
}

const within = (duration: Duration) => ({ low: duration, normal: duration, high: duration, urgent: duration })

/** A council that exists nowhere, to show what the bot's messages look like. */
export const sampleCouncil: Council = {
  channel: 'C0COUNCIL',
  chair: 'U0CHAIR',
  members: ['U0CHAIR', 'U0LOU'],
  calendar,
  digest: '0 9 * * mon',
  goals: { toldInTime: 0.8, sentAround: 0.1, explainedAgain: 0.1 },
  rules: {
    claimWithin: within({ amount: 4, unit: 'h' }),
    resolveWithin: within({ amount: 3, unit: 'd' }),
    updateWithin: within({ amount: 1, unit: 'd' }),
    acceptWithin: within({ amount: 4, unit: 'h' }),
    answerWithin: within({ amount: 1, unit: 'd' }),
    maxHops: 2,
    remindersPerDay: 4,
    reactions: { flag: 'triangular_flag_on_post', claim: 'raising_hand' },
    retention: { amount: 2, unit: 'y' },
  },
  departments: [
    { key: 'support', name: 'Support', lead: 'U0ANNA', channel: 'C0SUPPORT', members: ['U0ANNA'], calendar },
    { key: 'billing', name: 'Billing', lead: 'U0LOU', channel: 'C0BILLING', members: ['U0BEN', 'U0LOU'], calendar },
    { key: 'sales', name: 'Sales', lead: 'U0MIA', members: ['U0MIA'], calendar },
  ],
  journey: [
    {
      key: 'pay',
      name: 'Pay',
      leadDepartment: 'billing',
      owners: [{ department: 'billing', owner: 'U0BEN', backup: 'U0LOU' }],
    },
  ],
}

export const sampleNames = { U0ANNA: 'Anna', U0BEN: 'Ben', U0LOU: 'Lou', U0MIA: 'Mia', U0CHAIR: 'Chloé' } as const

export const samplePeople: ReadonlyMap<string, Person> = new Map(
  Object.entries(sampleNames).map(([id, name]) => [
    id,
    { id, name, kind: 'member', admin: false, timeZone: 'Europe/Berlin' },
  ]),
)

/** Words with everything in them that Slack reads in a way of its own. */
export const sampleWords =
  'Charged twice for March & *angry* <!channel> `42` 💸\n> “Where is my money?”\n- invoice 1\n- invoice 2'
