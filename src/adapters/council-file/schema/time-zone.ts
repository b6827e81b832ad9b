import { nearestWord } from '#domain/nearest-word.ts'

const abbreviation = /^[A-Z]{3,4}$/
const universal = new Set(['UTC', 'GMT'])

const known = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * A place of the IANA time zone database. Offsets such as +02:00 have no summer time, and abbreviations are taken for other
 * places than meant (BST for Dhaka), so both are refused although Intl accepts them.
 */
export const parseTimeZone = (text: string): string | undefined => {
  const zone = text.trim()
  if (/^[+-]/.test(zone) || (abbreviation.test(zone) && !universal.has(zone))) return undefined
  return known(zone) ? zone : undefined
}

/** The place that was probably meant: `Berlin` and `Europe/Berln` both mean Europe/Berlin. */
export const nearestTimeZone = (text: string): string | undefined => {
  const zones = Intl.supportedValuesOf('timeZone')
  const city = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1)
  const nearest = text.includes('/') ? nearestWord(text, zones) : nearestWord(text, zones.map(city))
  return zones.find((zone) => zone === nearest) ?? zones.find((zone) => city(zone) === nearest)
}
