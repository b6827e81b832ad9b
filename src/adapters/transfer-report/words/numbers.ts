/** A number with marks between thousands. */
export const whole = (n: number): string => Math.round(n).toLocaleString('en')

export const counted = (n: number, one: string, many = `${one}s`): string => `${whole(n)} ${n === 1 ? one : many}`

/** Below this many, a share is said as “3 of 7” only. */
const fewestForPercent = 20

/** “39 %”, “under 1 %”; empty where there are too few for a share. */
export const percent = (part: number, of: number): string => {
  if (of < fewestForPercent) return ''
  const share = (100 * part) / of
  if (part > 0 && share < 1) return 'under 1 %'
  if (part < of && share > 99) return 'over 99 %'
  return `${Math.round(share)} %`
}

/** “1,916 of 17,181 cases (11 %)”. */
export const ofAll = (part: number, of: number, what = ''): string => {
  const share = percent(part, of)
  return `${whole(part)} of ${whole(of)}${what === '' ? '' : ` ${what}`}${share === '' ? '' : ` (${share})`}`
}

const units = [
  ['second', 1_000],
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
] as const

/** A length of time as people say it: “3 hours”, “2.5 days”; milliseconds. */
export const duration = (length: number): string => {
  const [unit, size] = units.findLast(([, one]) => length >= one) ?? units[0]
  const count = length / size
  const said = count < 10 ? Math.round(count * 10) / 10 : Math.round(count)
  return `${said.toLocaleString('en')} ${unit}${said === 1 ? '' : 's'}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The day of a time as the file writes it: “29 Feb 2016”. */
const day = (iso: string): string => {
  const [year = '', month = '', date = ''] = iso.slice(0, 10).split('-')
  return `${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`
}

/** “29 Feb to 2 May 2016”. */
export const period = ({ from, to }: { readonly from: string; readonly to: string }): string => {
  const [first, last] = [day(from), day(to)]
  if (first === last) return first
  return `${from.slice(0, 4) === to.slice(0, 4) ? first.slice(0, -5) : first} to ${last}`
}
