import type { Calendar } from '#domain/time/calendar.ts'

/** One thing that two councils do not have in common: the part it belongs to, and what it is in words. */
export type Change = {
  readonly part: 'council' | 'rules' | 'departments' | 'journey map'
  readonly says: string
}

/** How people and channels are called; what is not known is called by its id. */
export type Naming = { readonly person: (id: string) => string; readonly channel: (id: string) => string }

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What became of one value; nothing when it is the same. */
export const changed = <T>(
  what: string,
  before: T | undefined,
  after: T | undefined,
  say: (value: T) => string,
): readonly string[] => {
  if (same(before, after)) return []
  const told = (value: T | undefined): string => (value === undefined ? 'none' : say(value))
  return [`${what}: ${told(before)} → ${told(after)}`]
}

const listed = (prefix: string, items: readonly string[], say: (item: string) => string): string | undefined =>
  items.length === 0 ? undefined : `${prefix} ${items.map(say).join(', ')}`

/** What became of a list: what is new in it, what is gone; only the order, when nothing else is. */
export const changedList = (
  what: string,
  before: readonly string[],
  after: readonly string[],
  say: (item: string) => string,
): readonly string[] => {
  if (same(before, after)) return []
  const added = listed(
    'with',
    after.filter((item) => !before.includes(item)),
    say,
  )
  const gone = listed(
    'without',
    before.filter((item) => !after.includes(item)),
    say,
  )
  const parts = [added, gone].filter((part) => part !== undefined)
  return [`${what}: ${parts.length === 0 ? 'in another order' : parts.join('; ')}`]
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export const hours = (value: Calendar['hours']): string =>
  value === 'always' ? 'always' : `${value.days.join(' ')} ${clock(value.from)}-${clock(value.to)}`

/** Until when the public holidays of a calendar are written down. */
export const knownUntil = ({ publicHolidays }: Calendar): string | undefined => publicHolidays?.at(-1)?.slice(0, 4)

export const asIs = (value: string | number): string => String(value)
