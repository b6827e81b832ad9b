import { Document, Scalar } from 'yaml'
import type { Council, Department, Goals, JourneyStage, Rules } from '#domain/council.ts'
import { type PerSeverity, severities } from '#domain/severity.ts'
import type { Calendar, Duration } from '#domain/time/calendar.ts'
import { defaults } from './schema/defaults.ts'
import { parseDate } from './schema/parse-text.ts'

const header = [
  ' The council as a file: every key may be changed here and applied again.',
  ' Durations are working time (s, m, h, d); what is left out keeps its default.',
].join('\n')

const quotedText = (text: string): Scalar<string> => {
  const scalar = new Scalar(text)
  scalar.type = Scalar.QUOTE_DOUBLE
  return scalar
}

const oneLine = (value: unknown) => new Document().createNode(value, { flow: true })

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const unless = <T, U>(usual: T, value: T, written: (value: T) => U): U | undefined =>
  same(usual, value) ? undefined : written(value)

const clock = (minutes: number) =>
  quotedText(`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`)

const hours = (value: Calendar['hours']) =>
  value === 'always' ? value : oneLine({ days: value.days, from: clock(value.from), to: clock(value.to) })

const holidays = (value: readonly string[]) =>
  oneLine(value.map((holiday) => (parseDate(holiday) === undefined ? holiday : quotedText(holiday))))

const people = (value: readonly string[]) => (value.length > 0 ? oneLine(value) : undefined)

/** A share as a file says it. */
export const share = (value: number): string => {
  const percent = Number((value * 100).toFixed(6))
  return percent / 100 === value ? `${percent}%` : String(value)
}

/** A duration as a file says it. */
export const duration = ({ amount, unit }: Duration): string => `${amount}${unit}`

const perSeverity = (value: PerSeverity<Duration>) => {
  const written = severities.toReversed().map((severity) => [severity, duration(value[severity])] as const)
  const [first] = written
  return written.every(([, text]) => text === first?.[1]) ? first?.[1] : oneLine(Object.fromEntries(written))
}

const goalsSection = (goals: Goals) =>
  oneLine({
    told_in_time: share(goals.toldInTime),
    sent_around: share(goals.sentAround),
    explained_again: share(goals.explainedAgain),
  })

const rulesSection = (rules: Rules) => {
  const usual = defaults.rules
  const section = {
    claim_within: unless(usual.claimWithin, rules.claimWithin, perSeverity),
    resolve_within: unless(usual.resolveWithin, rules.resolveWithin, perSeverity),
    update_within: unless(usual.updateWithin, rules.updateWithin, perSeverity),
    accept_within: unless(usual.acceptWithin, rules.acceptWithin, perSeverity),
    answer_within: unless(usual.answerWithin, rules.answerWithin, perSeverity),
    max_hops: unless(usual.maxHops, rules.maxHops, String),
    reminders_per_day: unless(usual.remindersPerDay, rules.remindersPerDay, String),
    reactions: unless(usual.reactions, rules.reactions, ({ flag, claim }) => oneLine({ flag, claim })),
    retention: unless(usual.retention, rules.retention, ({ amount, unit }) => `${amount}${unit}`),
  }
  return Object.values(section).some((value) => value !== undefined) ? section : undefined
}

const councilSection = (council: Council) => ({
  channel: council.channel,
  chair: council.chair,
  deputy: council.deputy,
  sponsor: council.sponsor,
  members: people(council.members),
  time_zone: unless(defaults.timeZone, council.calendar.timeZone, String),
  working_hours: unless<Calendar['hours'], unknown>(defaults.hours, council.calendar.hours, hours),
  holidays: unless([], council.calendar.holidays, holidays),
  digest: unless(defaults.digest, council.digest, quotedText),
  goals: unless(defaults.goals, council.goals, goalsSection),
})

const departmentLine = (department: Department, around: Calendar) =>
  oneLine({
    key: department.key,
    name: department.name,
    lead: department.lead,
    channel: department.channel,
    members: people(department.members),
    on_call: department.onCall,
    time_zone: unless(around.timeZone, department.calendar.timeZone, String),
    working_hours: unless<Calendar['hours'], unknown>(around.hours, department.calendar.hours, hours),
    holidays: unless(around.holidays, department.calendar.holidays, holidays),
  })

const stageSection = (stage: JourneyStage) => ({
  key: stage.key,
  name: stage.name,
  lead_department: stage.leadDepartment,
  owners: stage.owners.length > 0 ? stage.owners.map(oneLine) : undefined,
})

/** A council as the file that reads back as the same council; what equals a default is left out. */
export const writeCouncilFile = (council: Council): string => {
  const document = new Document(
    {
      council: councilSection(council),
      rules: rulesSection(council.rules),
      departments: council.departments.map((department) => departmentLine(department, council.calendar)),
      journey: council.journey.length > 0 ? council.journey.map(stageSection) : undefined,
    },
    { keepUndefined: false, aliasDuplicateObjects: false },
  )
  document.commentBefore = header
  return document.toString({ lineWidth: 0 })
}
