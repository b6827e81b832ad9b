import type { Rules } from '../council.ts'

const day = 86_400_000

/** Words of issues that ended before this instant have been kept long enough: calendar years or days of 24 hours, in UTC. */
export const keptSince = ({ amount, unit }: Rules['retention'], now: Date): Date => {
  if (unit === 'd') return new Date(now.getTime() - amount * day)
  const since = new Date(now)
  since.setUTCFullYear(since.getUTCFullYear() - amount)
  return since
}
