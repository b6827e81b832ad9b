import type { Council, Department, JourneyStage, MapCell, Rules } from '#domain/council.ts'
import type { Calendar } from '#domain/time/calendar.ts'
import { publicHolidaysOf } from '../holidays/public-holidays.ts'
import { defaults } from './defaults.ts'
import type { CouncilFile } from './file-shape.ts'
import { parseDate } from './parse-text.ts'

type File<Key extends keyof CouncilFile> = NonNullable<CouncilFile[Key]>

const given = <Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value })

const nameFromKey = (key: string): string => {
  const words = key.replaceAll(/[_-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

type OwnTimes = Pick<File<'council'>, 'time_zone' | 'working_hours' | 'holidays'>

/** Each part that `working_hours` leaves open is as in the hours around it. */
const toHours = (own: OwnTimes['working_hours'], around: Calendar['hours']): Calendar['hours'] => {
  if (own === undefined) return around
  if (own === 'always') return own
  const base = around === 'always' ? defaults.hours : around
  return { days: own.days ?? base.days, from: own.from ?? base.from, to: own.to ?? base.to }
}

/** The dates of the countries among the holidays; a calendar without any needs none. */
const publicOf = (holidays: readonly string[], year: number): Pick<Calendar, 'publicHolidays'> => {
  const places = holidays.filter((holiday) => parseDate(holiday) === undefined)
  return places.length === 0 ? {} : { publicHolidays: publicHolidaysOf(places, year) }
}

const toCalendar = (own: OwnTimes, around: Calendar, year: number): Calendar => {
  const holidays = own.holidays ?? around.holidays
  return {
    timeZone: own.time_zone ?? around.timeZone,
    hours: toHours(own.working_hours, around.hours),
    holidays,
    ...publicOf(holidays, year),
  }
}

const toDepartment = (department: File<'departments'>[number], council: Calendar, year: number): Department => ({
  key: department.key,
  name: department.name ?? nameFromKey(department.key),
  lead: department.lead,
  ...given('channel', department.channel),
  members: department.members ?? [],
  calendar: toCalendar(department, council, year),
  ...given('onCall', department.on_call),
})

const toCell = (cell: NonNullable<File<'journey'>[number]['owners']>[number]): MapCell => ({
  department: cell.department,
  ...given('region', cell.region),
  owner: cell.owner,
  ...given('backup', cell.backup),
})

const toStage = (stage: File<'journey'>[number]): JourneyStage => ({
  key: stage.key,
  name: stage.name ?? nameFromKey(stage.key),
  leadDepartment: stage.lead_department,
  owners: (stage.owners ?? []).map(toCell),
})

const toRules = (rules: CouncilFile['rules']): Rules => ({
  claimWithin: rules?.claim_within ?? defaults.rules.claimWithin,
  resolveWithin: rules?.resolve_within ?? defaults.rules.resolveWithin,
  updateWithin: rules?.update_within ?? defaults.rules.updateWithin,
  acceptWithin: rules?.accept_within ?? defaults.rules.acceptWithin,
  answerWithin: rules?.answer_within ?? defaults.rules.answerWithin,
  maxHops: rules?.max_hops ?? defaults.rules.maxHops,
  remindersPerDay: rules?.reminders_per_day ?? defaults.rules.remindersPerDay,
  reactions: {
    flag: rules?.reactions?.flag ?? defaults.rules.reactions.flag,
    claim: rules?.reactions?.claim ?? defaults.rules.reactions.claim,
  },
  retention: rules?.retention ?? defaults.rules.retention,
})

/** The council that a file without mistakes describes, every default filled in; public holidays as of `year`. */
export const toCouncil = ({ council, rules, departments, journey }: CouncilFile, year: number): Council => {
  const calendar = toCalendar(council, { timeZone: defaults.timeZone, hours: defaults.hours, holidays: [] }, year)
  return {
    channel: council.channel,
    chair: council.chair,
    ...given('deputy', council.deputy),
    ...given('sponsor', council.sponsor),
    members: council.members ?? [],
    calendar,
    digest: council.digest ?? defaults.digest,
    goals: {
      toldInTime: council.goals?.told_in_time ?? defaults.goals.toldInTime,
      sentAround: council.goals?.sent_around ?? defaults.goals.sentAround,
      explainedAgain: council.goals?.explained_again ?? defaults.goals.explainedAgain,
    },
    rules: toRules(rules),
    departments: departments.map((department) => toDepartment(department, calendar, year)),
    journey: (journey ?? []).map(toStage),
  }
}
