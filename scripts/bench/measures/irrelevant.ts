import { irrelevantReaction } from '../stand/deliveries.ts'
import { flaggers } from '../stand/people.ts'
import type { Sender } from '../stand/sender.ts'

const inFlight = 32

/** How many reactions that mean nothing are answered a second, with 32 in flight. */
export const irrelevantPerSecond = async ({ send }: Sender, count: number): Promise<number> => {
  let sent = 0
  const started = performance.now()
  const work = async (): Promise<void> => {
    while (sent < count) {
      sent += 1
      const { status } = await send(irrelevantReaction(flaggers[sent % flaggers.length] ?? ''))
      if (status !== 200) throw new Error(`a reaction was answered ${status}`)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, work))
  return count / ((performance.now() - started) / 1000)
}
