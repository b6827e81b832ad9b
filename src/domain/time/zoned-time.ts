const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** No zone puts its clocks back by more at once. */
const longestRepeat = 3 * hourMs

/** A calendar date in some time zone, `YYYY-MM-DD`. */
export type LocalDate = string

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}

/** What the clock on the wall shows, as milliseconds of the same reading in UTC. Throws RangeError for an unknown zone. */
export const wallTime = (timeZone: string, at: Date): number => {
  const read = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) {
    if (type in read) read[type as keyof typeof read] = Number(value)
  }
  const millis = ((at.getTime() % 1000) + 1000) % 1000
  return Date.UTC(read.year, read.month - 1, read.day, read.hour, read.minute, read.second, millis)
}

const offsetAt = (timeZone: string, at: number): number => wallTime(timeZone, new Date(at)) - at

/** The first instant in (`before`, `after`] that has the later of the two offsets. */
const transition = (timeZone: string, before: number, after: number): number => {
  const old = offsetAt(timeZone, before)
  let low = before
  let high = after
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(timeZone, middle) === old) low = middle
    else high = middle
  }
  return high
}

/**
 * The first instant at which the clock on the wall shows `wall` (milliseconds as `wallTime` gives them) or later: the
 * earlier one of a double hour, and the end of the gap for a reading that never comes.
 */
export const instantOf = (timeZone: string, wall: number): Date => {
  const before = offsetAt(timeZone, wall - dayMs)
  const after = offsetAt(timeZone, wall + dayMs)
  if (before === after || offsetAt(timeZone, wall - before) === before) return new Date(wall - before)
  if (offsetAt(timeZone, wall - after) === after) return new Date(wall - after)
  return new Date(transition(timeZone, wall - after, wall - before))
}

/** The latest reading the clock on the wall has shown up to an instant: in a repeated hour, that of its first passing. */
export const latestWallTime = (timeZone: string, at: Date): number => {
  const shown = wallTime(timeZone, at)
  const earlier = at.getTime() - longestRepeat
  const before = offsetAt(timeZone, earlier)
  if (before <= shown - at.getTime()) return shown
  return Math.max(shown, transition(timeZone, earlier, at.getTime()) - 1 + before)
}

/** Milliseconds of the date's midnight read as UTC. Throws RangeError unless `date` is a real `YYYY-MM-DD`. */
export const wallMidnight = (date: LocalDate): number => {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(midnight) || dateOfWall(midnight) !== date) throw new RangeError(`no such date: ${date}`)
  return midnight
}

const dateOfWall = (wall: number): LocalDate => new Date(wall).toISOString().slice(0, 10)

/** The date on the wall calendar at an instant. */
export const localDate = (timeZone: string, at: Date): LocalDate => dateOfWall(wallTime(timeZone, at))

/** The date `days` calendar days later, or earlier when negative. */
export const addLocalDays = (date: LocalDate, days: number): LocalDate => dateOfWall(wallMidnight(date) + days * dayMs)

/** The dates from one to another, both included. */
export function* localDates(from: LocalDate, to: LocalDate): Generator<LocalDate> {
  const last = wallMidnight(to)
  for (let wall = wallMidnight(from); wall <= last; wall += dayMs) yield dateOfWall(wall)
}

/** The first instant of a local date, which is not midnight where the clock skips it. */
export const startOfLocalDay = (timeZone: string, date: LocalDate): Date => instantOf(timeZone, wallMidnight(date))
