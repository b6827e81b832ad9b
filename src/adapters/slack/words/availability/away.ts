import type { AwayAnswer } from '#application/use-cases/availability/say-away.ts'
import type { BackAnswer } from '#application/use-cases/availability/say-back.ts'
import { localDate } from '#domain/time/zoned-time.ts'
import { counted } from '../time/durations.ts'

export const howToSayAway =
  'Write it like /cx away, /cx away until Friday, or /cx away until 3 December cover @lou. /cx back ends it.'

/** “Thursday, 3 December”; with the year when it is another one. */
const fullDay = (timeZone: string, at: Date, now: Date): string => {
  const isOtherYear = localDate(timeZone, at).slice(0, 4) !== localDate(timeZone, now).slice(0, 4)
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(at)
  const date = part({ day: 'numeric', month: 'long', ...(isOtherYear ? { year: 'numeric' } : {}) })
  return `${part({ weekday: 'long' })}, ${date}`
}

/** The day that ends at an instant. */
const lastDay = (timeZone: string, end: string, now: string): string =>
  fullDay(timeZone, new Date(new Date(end).getTime() - 1), new Date(now))

const issues = ({ owned, takeOver }: AwayAnswer): string => {
  if (owned === 0) return ''
  const many = owned >= 100 ? '100 or more open issues' : counted(owned, 'open issue')
  return takeOver.length > 0
    ? ` You answer for ${many}: I ask ${takeOver.join(', then ')} to take over, and you answer until one accepts.`
    : ` You answer for ${many} and keep ${owned === 1 ? 'it' : 'them'}: it is not for long.`
}

/** What follows from an absence, and how it ends. */
export const awayAnswer = (answer: AwayAnswer): string => {
  const { until, timeZone, now, cover } = answer
  const from =
    until === undefined
      ? 'You are away from now on.'
      : `You are away until the end of ${lastDay(timeZone, until, now)}.`
  const asked =
    cover === undefined
      ? 'your backup, the lead or the chair: the first who is here'
      : `${cover}, or the next who is here`
  const ending = until === undefined ? '/cx back ends it.' : 'Back earlier? /cx back ends it.'
  return `${from} Until then new issues go to ${asked}.${issues(answer)} ${ending}`
}

/** Welcomes somebody back; a Slack status that still says otherwise is named. */
export const backAnswer = ({ wasAway, statusUntil, timeZone, now }: BackAnswer): string => {
  const status =
    statusUntil === undefined
      ? ''
      : ` Your Slack status still says that you are away until ${lastDay(timeZone, statusUntil, now)}: clear it there, and I ask you again.`
  if (wasAway) return `Welcome back.${status === '' ? ' You are asked again from now on.' : status}`
  return status === ''
    ? 'You are not away, so you are asked as always. /cx away until Friday says that you will not be here.'
    : `You did not say here that you are away.${status}`
}
