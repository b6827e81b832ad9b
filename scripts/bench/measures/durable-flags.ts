import { setTimeout as pause } from 'node:timers/promises'
import { mention } from '../stand/deliveries.ts'
import { flaggers } from '../stand/people.ts'
import type { Stand } from '../stand/stand.ts'

const inFlight = 50

const issues = async ({ database }: Stand): Promise<number> =>
  Number((await database.query('SELECT count(*) AS n FROM issue')).rows[0]?.n)

/** Sends flags, fifty at a time, until `count` of them are durable; answers how many a second were made, and what was refused. */
export const durableFlags = async (stand: Stand, count: number): Promise<{ perSecond: number; refused: number }> => {
  const before = await issues(stand)
  let sent = 0
  let refused = 0
  let made = before
  const watching = new AbortController()
  const watch = (async () => {
    while (!watching.signal.aborted) {
      made = await issues(stand)
      await pause(20)
    }
  })()
  const started = performance.now()
  const send = async (): Promise<void> => {
    while (sent < count) {
      if (sent - (made - before) >= inFlight * 2) {
        await pause(2)
        continue
      }
      sent += 1
      const answer = await stand.sender.send(mention(flaggers[sent % flaggers.length] ?? ''))
      if (answer.status !== 200) refused += 1
    }
  }
  await Promise.all(Array.from({ length: inFlight }, send))
  while (made - before < count - refused) await pause(5)
  const seconds = (performance.now() - started) / 1000
  watching.abort()
  await watch
  return { perSecond: count / seconds, refused }
}
