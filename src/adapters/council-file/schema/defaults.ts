import type { Goals, Rules } from '#domain/council.ts'
import type { Calendar } from '#domain/time/calendar.ts'
import { parseDuration } from './parse-text.ts'

const duration = (text: string) => {
  const parsed = parseDuration(text)
  if (!parsed) throw new TypeError(`not a duration: ${text}`)
  return parsed
}

const perSeverity = (urgent: string, high: string, normal: string, low: string) => ({
  low: duration(low),
  normal: duration(normal),
  high: duration(high),
  urgent: duration(urgent),
})

/** What holds where the file is silent. */
export const defaults: {
  readonly hours: Exclude<Calendar['hours'], 'always'>
  readonly timeZone: string
  readonly digest: string
  readonly goals: Goals
  readonly rules: Rules
} = {
  hours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: 9 * 60, to: 17 * 60 },
  timeZone: 'UTC',
  digest: '0 9 * * mon',
  goals: { toldInTime: 0.8, sentAround: 0.1, explainedAgain: 0.1 },
  rules: {
    claimWithin: perSeverity('30m', '2h', '4h', '2d'),
    resolveWithin: perSeverity('1d', '3d', '5d', '10d'),
    updateWithin: perSeverity('2h', '1d', '2d', '5d'),
    acceptWithin: perSeverity('30m', '2h', '4h', '1d'),
    answerWithin: perSeverity('1d', '1d', '1d', '1d'),
    maxHops: 2,
    remindersPerDay: 4,
    reactions: { flag: 'triangular_flag_on_post', claim: 'raising_hand' },
    retention: { amount: 2, unit: 'y' },
  },
}
