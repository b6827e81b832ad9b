/** `look`: works, but somebody should look at it. */
export type Mark = 'ok' | 'look' | 'broken'

/** One thing that was looked at: what it is about, how it stands, and, when it is not well, what to do. */
export type Finding = {
  readonly mark: Mark
  readonly about: string
  readonly says: string
  readonly todo?: string
}

export const ok = (about: string, says: string): Finding => ({ mark: 'ok', about, says })
export const look = (about: string, says: string, todo: string): Finding => ({ mark: 'look', about, says, todo })
export const broken = (about: string, says: string, todo: string): Finding => ({ mark: 'broken', about, says, todo })

/** A finding without its mark: how it stands and what to do. */
export const sentenceOf = ({ says, todo }: Finding): string => (todo === undefined ? says : `${says} ${todo}`)

/** “1 job”, “2 jobs”. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

const second = 1000
const units = [
  [86_400 * second, 'day', 'days'],
  [3_600 * second, 'h', 'h'],
  [60 * second, 'min', 'min'],
  [second, 's', 's'],
] as const

/** A span of time as one says it: “40 s”, “5 min”, “3 h”, “2 days”; milliseconds. */
export const span = (ms: number): string => {
  const [size, one, many] = units.find(([unit]) => Math.round(ms) >= unit) ?? [second, 's', 's']
  const count = Math.round(ms / size)
  return `${count} ${count === 1 ? one : many}`
}
