import type { Council } from '#domain/council.ts'
import { type Finding, look } from './finding.ts'

const yearMs = 366 * 86_400_000

/** Says so in the last year for which the public holidays of a calendar are written down; nothing before that. */
export const holidaysFindings = (council: Council, now: Date): readonly Finding[] => {
  const calendars = [council.calendar, ...council.departments.map(({ calendar }) => calendar)]
  const last = calendars.flatMap(({ publicHolidays }) => publicHolidays?.at(-1) ?? []).sort()[0]
  if (last === undefined || Date.parse(last) - now.getTime() > yearMs) return []
  return [
    look(
      'holidays',
      `The public holidays are written down until ${last.slice(0, 4)} only.`,
      'Apply the council file again: npm run council -- apply FILE',
    ),
  ]
}
