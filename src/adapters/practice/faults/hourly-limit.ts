const HOUR = 3_600_000
const MINUTE = 60_000

/** Slack tells an app at most this many events an hour. */
const EVENTS_PER_HOUR = 30_000

/** What becomes of the next event: it goes out, the app is told once a minute that events are held back, or nothing. */
export type HourlyLimit = () => 'send' | 'tell' | 'drop'

/** Counts the events of the last hour. */
export function createHourlyLimit(now: () => number, most = EVENTS_PER_HOUR): HourlyLimit {
  const sent: number[] = []
  let toldIn: number | undefined
  return () => {
    const at = now()
    while (sent[0] !== undefined && sent[0] <= at - HOUR) sent.shift()
    if (sent.length < most) {
      sent.push(at)
      return 'send'
    }
    const minute = Math.floor(at / MINUTE)
    if (toldIn === minute) return 'drop'
    toldIn = minute
    return 'tell'
  }
}
