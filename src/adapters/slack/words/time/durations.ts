const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

type Words = { readonly minute: string; readonly hour: string; readonly day: (days: number) => string }

const spell = (ms: number, words: Words): string => {
  const minutes = Math.max(1, Math.round(ms / minute))
  if (minutes < 60) return `${minutes} ${words.minute}`
  const hours = Math.round(ms / hour)
  if (hours < 24) return `${hours} ${words.hour}`
  return words.day(Math.floor(ms / day) || 1)
}

/** A span of time as one says it: “5 min”, “3 h”, “1 day”, “2 days”. */
export const span = (ms: number): string =>
  spell(ms, { minute: 'min', hour: 'h', day: (days) => (days === 1 ? '1 day' : `${days} days`) })

/** A span of time in a row of them: “5 min”, “3 h”, “2 d”. */
export const shortSpan = (ms: number): string => spell(ms, { minute: 'min', hour: 'h', day: (days) => `${days} d` })

/** “1 issue”, “2 issues”. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
