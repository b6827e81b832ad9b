import type { Council } from '../../council.ts'
import type { Handover, Issue } from '../../issue/issue.ts'
import type { Calendar } from '../../time/calendar.ts'
import { calendarOf } from '../../time/service-level.ts'
import { addWorkingTime, workingMillisBetween } from '../../time/working-time.ts'

/** Whether the receiver waits for an answer of the sender: their time stands still. */
export const standsStill = ({ question }: Pick<Handover, 'question'>): boolean =>
  question !== undefined && question.answeredAt === undefined

/** The hours in which the receiver has to act. */
export const receiversCalendar = (council: Council, { severity }: Pick<Issue, 'severity'>, to: string): Calendar =>
  calendarOf(council, to, severity)

/** An instant of the receiver's time, put off by as long as it stood still: what was left of it begins with the answer. */
export const putOff = (calendar: Calendar, question: { at: Date; answeredAt: Date }, instant: Date): Date => {
  if (instant <= question.at) return instant
  const left = workingMillisBetween(calendar, question.at, instant)
  return addWorkingTime(calendar, question.answeredAt, { amount: left / 1000, unit: 's' })
}

/** When half of the receiver's time to answer is over; undefined while it stands still before that. */
export const halfOfTime = (council: Council, issue: Issue, handover: Handover): Date | undefined => {
  const { amount, unit } = council.rules.acceptWithin[issue.severity]
  const calendar = receiversCalendar(council, issue, handover.to)
  const half = addWorkingTime(calendar, handover.at, { amount: amount / 2, unit })
  const { question } = handover
  if (question === undefined || half <= question.at) return half
  const { at, answeredAt } = question
  return answeredAt === undefined ? undefined : putOff(calendar, { at, answeredAt }, half)
}
