import { createRequire } from 'node:module'
import type { default as Holidays, HolidaysTypes } from 'date-holidays'
import { nearestWord } from '#domain/nearest-word.ts'
import { addLocalDays, type LocalDate } from '#domain/time/zoned-time.ts'

/** Loaded when a file names a country, and not before: it takes more memory than the rest of the bot together. */
const almanac = (): typeof Holidays => createRequire(import.meta.url)('date-holidays')

const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** The code of what is called so: by the code itself, or by its name. */
const codeOf = (called: string, names: Readonly<Record<string, string>> | undefined): string | undefined =>
  Object.entries(names ?? {}).find(([code, name]) => [plain(code), plain(name)].includes(plain(called)))?.[0]

/**
 * The code of a place whose public holidays are known: `Germany`, `DE`, `Germany/Bayern` and `DE-BY` are `DE` and
 * `DE-BY`. Undefined for a place nobody knows.
 */
export const parseHolidayPlace = (text: string): string | undefined => {
  const known = new (almanac())()
  const countries = known.getCountries('en')
  const whole = codeOf(text, countries)
  if (whole !== undefined) return whole
  const [, first = '', second = ''] = /^([^/-]+?) *[/-] *(.+)$/.exec(text.trim()) ?? []
  const country = codeOf(first, countries)
  const state = country && (codeOf(second, known.getStates(country, 'en')) ?? codeOf(second, known.getStates(country)))
  return state && `${country}-${state}`
}

/** The country that was probably meant. */
export const nearestHolidayPlace = (text: string): string | undefined =>
  nearestWord(text, Object.values(new (almanac())().getCountries('en')))

const dayMs = 86_400_000

/** The local dates of a holiday, which may last several days; none when it does not take a whole one. */
const datesOf = ({ date, start, end }: HolidaysTypes.Holiday): readonly LocalDate[] =>
  Array.from({ length: Math.round((end.getTime() - start.getTime()) / dayMs) }, (_, i) =>
    addLocalDays(date.slice(0, 10), i),
  )

/** How many years before and after the present one are written down. */
const yearsBack = 2
const yearsAhead = 10

/** The public holidays of these places as local dates, in order, each once; from two years before `year` to ten after. */
export const publicHolidaysOf = (places: readonly string[], year: number): readonly string[] => {
  const years = Array.from({ length: yearsBack + 1 + yearsAhead }, (_, i) => year - yearsBack + i)
  const dates = places.flatMap((place) => {
    const [country = '', state] = place.split('-')
    const Kept = almanac()
    const known = state === undefined ? new Kept(country) : new Kept(country, state)
    return years
      .flatMap((of) => known.getHolidays(of, 'en'))
      .filter((day) => day.type === 'public')
      .flatMap(datesOf)
  })
  return [...new Set(dates)].sort()
}
