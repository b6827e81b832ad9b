import type { PerSeverity } from './severity.ts'
import type { Calendar, Duration } from './time/calendar.ts'

/** A Slack user id: the only name of a person that the product relies on. */
export type PersonId = string

export type Department = {
  readonly key: string
  readonly name: string
  readonly lead: PersonId
  /** Slack channel of its cards; without one they go to the council's channel. */
  readonly channel?: string
  readonly members: readonly PersonId[]
  /** The council's hours and zone where the department names none. */
  readonly calendar: Calendar
  /** Named: urgent issues run on wall time, and this person is reminded outside of hours. */
  readonly onCall?: PersonId
}

/** One accountable owner and one backup for a journey stage x department (x region). */
export type MapCell = {
  readonly department: string
  readonly region?: string
  readonly owner: PersonId
  readonly backup?: PersonId
}

export type JourneyStage = {
  readonly key: string
  readonly name: string
  readonly leadDepartment: string
  readonly owners: readonly MapCell[]
}

export type Rules = {
  readonly claimWithin: PerSeverity<Duration>
  readonly resolveWithin: PerSeverity<Duration>
  readonly updateWithin: PerSeverity<Duration>
  readonly acceptWithin: PerSeverity<Duration>
  readonly answerWithin: PerSeverity<Duration>
  readonly maxHops: number
  /** Messages of reminders that a person gets on one of their days at the most; the last of several only for what is urgent. */
  readonly remindersPerDay: number
  /** Emoji names without colons. */
  readonly reactions: { readonly flag: string; readonly claim: string }
  /** How long the words of closed issues are kept; `y` is a calendar year, `d` a calendar day. */
  readonly retention: { readonly amount: number; readonly unit: 'd' | 'y' }
}

/** Shares from 0 to 1. */
export type Goals = { readonly toldInTime: number; readonly sentAround: number; readonly explainedAgain: number }

/** The council as its file says it, with every default filled in. */
export type Council = {
  readonly channel: string
  readonly chair: PersonId
  readonly deputy?: PersonId
  readonly sponsor?: PersonId
  readonly members: readonly PersonId[]
  readonly calendar: Calendar
  /** A cron expression in the council's time zone. */
  readonly digest: string
  readonly goals: Goals
  readonly rules: Rules
  readonly departments: readonly Department[]
  readonly journey: readonly JourneyStage[]
}

export const departmentOf = (council: Council, key: string | undefined): Department | undefined =>
  council.departments.find((department) => department.key === key)

export const stageOf = (council: Council, key: string | undefined): JourneyStage | undefined =>
  council.journey.find((stage) => stage.key === key)

/** The departments a person belongs to, as lead or member, in the order of the file. */
export const departmentsOfPerson = (council: Council, person: PersonId): readonly Department[] =>
  council.departments.filter((department) => department.lead === person || department.members.includes(person))

/** Chair and deputy sit on the council whether or not `members` repeats them. */
export const isCouncilMember = (council: Council, person: PersonId): boolean =>
  person === council.chair || person === council.deputy || council.members.includes(person)

export const isChair = (council: Council, person: PersonId): boolean =>
  person === council.chair || person === council.deputy

/** Everyone the file names, each once. */
export const peopleOf = (council: Council): readonly PersonId[] => {
  const cells = council.journey.flatMap((stage) => stage.owners.flatMap((cell) => [cell.owner, cell.backup]))
  const departments = council.departments.flatMap((d) => [d.lead, d.onCall, ...d.members])
  const all = [council.chair, council.deputy, council.sponsor, ...council.members, ...departments, ...cells]
  return [...new Set(all.filter((person) => person !== undefined))]
}
