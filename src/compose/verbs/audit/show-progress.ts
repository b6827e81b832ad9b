import type { Progress } from '#adapters/transfer-log/read-transfers.ts'

const everyForPeople = 200
const everyForLogs = 10_000

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`

/** Says on standard error how far the reading is: on one line at a terminal, else now and then, and only if it lasts. */
export const showProgress = (stream: NodeJS.WriteStream = process.stderr, now: () => number = Date.now) => {
  const people = stream.isTTY === true
  let next = now() + (people ? 1_000 : everyForLogs)
  let shown = false
  const progress: Progress = ({ name, bytes, size }) => {
    if (now() < next) return
    next = now() + (people ? everyForPeople : everyForLogs)
    const share = size ? `, ${Math.floor((100 * bytes) / size)} %` : ''
    const said = `Reading ${name}: ${megabytes(bytes)}${share}`
    stream.write(people ? `\r\x1b[K${said}` : `${said}\n`)
    shown = people
  }
  const clear = (): void => {
    if (shown) stream.write('\r\x1b[K')
    shown = false
  }
  return { progress, clear }
}
