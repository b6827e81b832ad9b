import type { Read } from './diary.ts'
import type { Month } from './month.ts'

/** Messages that somebody got a second time, by their key. */
const gotTwice = (reads: readonly Read[]): readonly string[] => {
  const keys = new Set<string>()
  return reads.flatMap(({ person, key }) => {
    const name = `${person} ${key}`
    const again = person !== undefined && key !== '' && keys.has(name)
    keys.add(name)
    return again ? [name] : []
  })
}

/** The same question to the same person, whatever the step: a claim in a round, an answer to a handover, a state otherwise. */
const sameQuestion = `
  SELECT 'CX-' || issue_number || ' ' || kind || ' ' || person || ' ' || count(*) AS said FROM reminder
  WHERE sent_at IS NOT NULL AND again = 0
  GROUP BY issue_number, kind, person, CASE WHEN kind IN ('unclaimed', 'handover') THEN regexp_replace(state, ':[a-z]+$', '')
    ELSE state END HAVING count(*) > 1`

/** What somebody was asked more than once. */
export const askedTwice = async ({ diary, rows }: Month): Promise<readonly string[]> => [
  ...gotTwice(diary.reads),
  ...(await rows(sameQuestion)).map(({ said }) => String(said)),
]

const partOf = ({ at, zone }: Read, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(at)

/** What the bot said to a person of its own accord outside of their working day, unless it was urgent. */
export const atNight = ({ diary }: Month): readonly string[] =>
  diary.reads
    .filter(({ person, key, visible }) => {
      return person !== undefined && /^(reminder|departure):/.test(key) && !visible.includes(' · Urgent')
    })
    .filter((read) => {
      const hour = Number(partOf(read, { hour: '2-digit', hourCycle: 'h23' }))
      return hour < 9 || hour >= 18 || ['Sat', 'Sun'].includes(partOf(read, { weekday: 'short' }))
    })
    .map(({ person, at, visible }) => `${person} at ${at.toISOString()}: ${visible}`)
