import type { About } from '#application/messages/message.ts'
import type { IssueStory, TimelineEntry } from '#application/read-models.ts'
import type { Council } from '#domain/council.ts'
import type { Circumstances, Decision } from '#domain/decisions/decision.ts'
import { type FlagCommand, flagIssue } from '#domain/decisions/flagging/flag.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Person } from '#domain/people.ts'
import type { Calendar } from '#domain/time/calendar.ts'

const calendar: Calendar = {
  timeZone: 'Europe/Berlin',
  hours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: 9 * 60, to: 17 * 60 + 30 },
  holidays: [],
}

const every = <T>(value: T) => ({ low: value, normal: value, high: value, urgent: value })
const hours = (amount: number) => every({ amount, unit: 'h' as const })

/** Support, Billing, Sales Ops; Anna flags, Ben looks after Billing at Pay, Lou is his backup, Carla the chair. */
export const council: Council = {
  channel: 'C0COUNCIL',
  chair: 'U0CARLA',
  members: ['U0CARLA', 'U0MIA'],
  calendar,
  digest: '0 9 * * mon',
  goals: { toldInTime: 0.8, sentAround: 0.1, explainedAgain: 0.1 },
  rules: {
    claimWithin: hours(4),
    resolveWithin: every({ amount: 3, unit: 'd' as const }),
    updateWithin: hours(8),
    acceptWithin: hours(4),
    answerWithin: hours(8),
    maxHops: 2,
    remindersPerDay: 4,
    reactions: { flag: 'triangular_flag_on_post', claim: 'raising_hand' },
    retention: { amount: 2, unit: 'y' },
  },
  departments: [
    { key: 'support', name: 'Support', lead: 'U0ANNA', channel: 'C0SUPPORT', members: ['U0ANNA'], calendar },
    { key: 'billing', name: 'Billing', lead: 'U0DANA', channel: 'C0BILLING', members: ['U0BEN', 'U0LOU'], calendar },
    { key: 'sales_ops', name: 'Sales Ops', lead: 'U0MIA', members: ['U0MIA'], calendar },
  ],
  journey: [
    {
      key: 'onboard',
      name: 'Onboard',
      leadDepartment: 'support',
      owners: [{ department: 'support', owner: 'U0ANNA' }],
    },
    {
      key: 'pay',
      name: 'Pay',
      leadDepartment: 'billing',
      owners: [{ department: 'billing', owner: 'U0BEN', backup: 'U0LOU' }],
    },
  ],
}

const names: Readonly<Record<string, string>> = {
  U0ANNA: 'Anna',
  U0BEN: 'Ben',
  U0LOU: 'Lou',
  U0DANA: 'Dana',
  U0CARLA: 'Carla',
  U0MIA: 'Mia',
}

const people: ReadonlyMap<string, Person> = new Map(
  Object.entries(names).map(([id, name]) => [
    id,
    { id, name, kind: 'member', admin: false, timeZone: 'Europe/Berlin' } as const,
  ]),
)

/** Tuesday, 10:00 in Berlin. */
const tuesday = new Date('2026-11-17T09:00:00Z')

export const later = (amount: number): Date => new Date(tuesday.getTime() + amount * 3_600_000)

const at = (now: Date): Circumstances => ({ council, people, now })

export type Step = (issue: Issue, circumstances: Circumstances) => Decision

const timelineOf = (before: readonly TimelineEntry[], { events }: Decision): readonly TimelineEntry[] => [
  ...before,
  ...events.map((event, i) => ({ ...event, seq: before.length + i + 1 })),
]

export type Flag = Partial<FlagCommand> & { readonly customerName?: string }

/** The story of CX-42 after some steps, each an hour after the one before. */
export const storyOf = ({ customerName = 'Nordwind', ...flag }: Flag = {}, ...steps: readonly Step[]): IssueStory => {
  const flagged = flagIssue(
    {
      number: 42,
      by: 'U0ANNA',
      whatHappened: 'We were charged twice for March.',
      severity: 'high',
      audience: 'open',
      via: 'command',
      stage: 'pay',
      source: { channel: 'C0SALES', ts: '1.2', link: 'https://acme.slack.com/archives/C0SALES/p12' },
      ...flag,
    },
    at(tuesday),
  )
  let { issue } = flagged
  let timeline = timelineOf([], flagged)
  for (const [i, step] of steps.entries()) {
    const decision = step(issue, at(later(i + 1)))
    issue = decision.issue
    timeline = timelineOf(timeline, decision)
  }
  return { issue, customerName, timeline, names }
}

/** A story as a message tells of it, a minute after its last step. */
export const aboutOf = (
  story: IssueStory,
  now = new Date((story.timeline.at(-1)?.at ?? tuesday).getTime() + 60_000),
): About => ({
  story,
  council,
  now,
})
