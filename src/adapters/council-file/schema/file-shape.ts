import { z } from 'zod'
import type { PerSeverity } from '#domain/severity.ts'
import type { Duration } from '#domain/time/calendar.ts'
import { nearestHolidayPlace, parseHolidayPlace } from '../holidays/public-holidays.ts'
import { parseCron } from './cron.ts'
import { defaults } from './defaults.ts'
import * as parse from './parse-text.ts'
import { listOf, section, text, textOr } from './shape-kit.ts'
import { nearestTimeZone, parseTimeZone } from './time-zone.ts'

const person = text(parse.parsePersonId, 'a Slack member id like U0123ABCD (open the profile, ⋮, Copy member ID)')
const channel = text(parse.parseChannelId, 'a Slack channel id like C0123ABCD (at the end of the channel’s details)')
const people = listOf(person, 'a list of Slack member ids, like [U0123ABCD, U0456EFGH]')
const key = text(parse.parseKey, 'one word of letters, digits, “-” and “_”, at most 40')
const name = text(parse.parseName, 'a name on one line, at most 75 characters')
const clock = text(parse.parseClock, 'a time of day like "09:00", up to "24:00"')
const share = text(parse.parseShare, 'a share like 80% or 0.8, at most 100%')
const emoji = text(parse.parseEmoji, 'the name of an emoji, like raising_hand')

const zone = text(parseTimeZone, (given) => {
  const near = given && nearestTimeZone(given)
  return `the time zone of a place, like ${near || 'Europe/Berlin'}${near ? ' (did you mean that?)' : ''}`
})

const cron = text(
  parseCron,
  'a cron expression of five fields like "0 9 * * mon": minute, hour, day, month, weekday; a sixth in front means seconds',
)

const duration = text(parse.parseDuration, 'a duration like 30m, 4h or 2d, at most a year')

const weekdayList = listOf(
  text(parse.parseWeekday, 'a weekday: mon, tue, wed, thu, fri, sat or sun'),
  'a list of weekdays',
)

const holiday = text(
  (given) => parse.parseDate(given) ?? parseHolidayPlace(given),
  (given) => {
    const near = given && nearestHolidayPlace(given)
    return `a date like "2026-12-25", or a country like ${near || 'Germany'}${near ? ' (did you mean that?)' : ' or DE-BY'}`
  },
)

const holidays = textOr(
  holiday.transform((one) => [one]),
  listOf(holiday, 'a list of dates and countries, like ["2026-12-24", Germany]'),
)

export const hoursShape = {
  days: weekdayList.refine((days) => days.length > 0, 'at least one weekday, like [mon, tue]').optional(),
  from: clock.optional(),
  to: clock.optional(),
}

const hoursHint = 'always, or days, from and to, like { days: [mon, tue], from: "09:00", to: "17:30" }'

const hours = textOr(
  text((word) => (word.trim().toLowerCase() === 'always' ? ('always' as const) : undefined), hoursHint),
  section(hoursShape, hoursHint),
)

export const severityShape = {
  urgent: duration.optional(),
  high: duration.optional(),
  normal: duration.optional(),
  low: duration.optional(),
}

const durations = (missing: PerSeverity<Duration>) =>
  textOr(
    duration.transform((every) => ({ low: every, normal: every, high: every, urgent: every })),
    section(severityShape, 'one duration like 4h, or one per severity like { urgent: 30m, high: 2h }').transform(
      ({ low, normal, high, urgent }): PerSeverity<Duration> => ({
        low: low ?? missing.low,
        normal: normal ?? missing.normal,
        high: high ?? missing.high,
        urgent: urgent ?? missing.urgent,
      }),
    ),
  ).optional()

export const goalsShape = {
  told_in_time: share.optional(),
  sent_around: share.optional(),
  explained_again: share.optional(),
}

export const councilShape = {
  channel,
  chair: person,
  deputy: person.optional(),
  sponsor: person.optional(),
  members: people.optional(),
  time_zone: zone.optional(),
  working_hours: hours.optional(),
  holidays: holidays.optional(),
  digest: cron.optional(),
  goals: section(goalsShape, 'told_in_time, sent_around or explained_again, each a share like 80%').optional(),
}

export const reactionsShape = { flag: emoji.optional(), claim: emoji.optional() }

export const rulesShape = {
  claim_within: durations(defaults.rules.claimWithin),
  resolve_within: durations(defaults.rules.resolveWithin),
  update_within: durations(defaults.rules.updateWithin),
  accept_within: durations(defaults.rules.acceptWithin),
  answer_within: durations(defaults.rules.answerWithin),
  max_hops: text(parse.parseWhole, 'a whole number like 2, at most 99').optional(),
  reminders_per_day: text(parse.parseCount, 'a whole number like 4, from 1 to 99').optional(),
  reactions: section(reactionsShape, 'flag or claim, each the name of an emoji').optional(),
  retention: text(parse.parseRetention, 'a number of years or days, like 2y or 90d').optional(),
}

export const departmentShape = {
  key,
  name: name.optional(),
  lead: person,
  channel: channel.optional(),
  members: people.optional(),
  on_call: person.optional(),
  time_zone: zone.optional(),
  working_hours: hours.optional(),
  holidays: holidays.optional(),
}

export const cellShape = { department: key, region: name.optional(), owner: person, backup: person.optional() }

const cell = section(cellShape, 'a department and its owner, like { department: billing, owner: U0123ABCD }')

export const stageShape = {
  key,
  name: name.optional(),
  lead_department: key,
  owners: z.array(cell, { error: () => 'a list of departments and their owners, each beginning with “- ”' }).optional(),
}

const departments = z
  .array(section(departmentShape, 'a key and a lead, like { key: billing, lead: U0123ABCD }'), {
    error: () => 'a list of departments, each beginning with “- ”',
  })
  .refine((list) => list.length > 0, 'at least one department: a key and a lead')

export const fileShape = {
  council: section(councilShape, 'a channel and a chair, each on its own line below it'),
  rules: section(rulesShape, 'rules such as claim_within, each on its own line below it').optional(),
  departments,
  journey: z
    .array(section(stageShape, 'a key, a lead_department and its owners'), {
      error: () => 'a list of journey stages, each beginning with “- ”',
    })
    .optional(),
}

/** What a council file says, before the defaults are filled in. */
export const councilFile = section(fileShape, 'sections such as “council:” and “departments:”')

export type CouncilFile = z.output<typeof councilFile>
