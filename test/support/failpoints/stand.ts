import { eventually } from '../eventually.ts'
import { type FailingBot, loadFailingBot } from './failing-bot.ts'
import type { DieAt, Failpoint } from './names.ts'
import { openWorkplace, patience } from './workplace.ts'

/** A start that met a busy database is tried again, as whoever runs the bot would have it. */
const mostTries = 5

/** A workplace with a bot that can be made to die; another one is loaded and waits. */
export const openStand = async () => {
  const workplace = await openWorkplace()
  const { slack, quiet } = workplace
  const load = (): FailingBot => loadFailingBot(workplace.env())
  let spare = load()
  let bot = spare
  let tries = 0
  const startNext = async (): Promise<void> => {
    bot = spare
    spare = load()
    const address = await bot.start().catch(() => undefined)
    if (address !== undefined) return slack.deliverTo(address)
    tries += 1
    if (tries === mostTries) throw new Error('no bot starts any more')
    await startNext()
  }
  await startNext()
  return {
    ...workplace,
    /** What the bot passes while this is done and until it is so and all is quiet. */
    record: async (act: () => Promise<unknown>, isDone: () => Promise<boolean>): Promise<readonly Failpoint[]> => {
      await bot.beginAnew()
      await act()
      await eventually(isDone, patience)
      await quiet()
      return bot.beginAnew()
    },
    /** Has the bot killed at a failpoint while this is done, and starts the next one; false when it was not passed. */
    dieDuring: async (at: DieAt, act: () => Promise<unknown>, isDone: () => Promise<boolean>): Promise<boolean> => {
      await bot.beginAnew(at)
      const acted = act().catch(() => undefined)
      const survived = acted.then(() => eventually(isDone, patience)).then(quiet)
      const died = await Promise.race([bot.ended.then(() => true), survived.then(() => false).catch(() => false)])
      await acted
      if (died) await startNext()
      else await bot.beginAnew()
      return died
    },
    /** Slack sends every event again that was not taken, until it is. */
    slackRepeats: async (): Promise<void> => {
      await eventually(async () => {
        const lost = slack.deliveries().filter((one) => one.kind === 'event' && one.attempts.at(-1)?.status !== 200)
        for (const delivery of lost) await slack.deliverAgain(delivery)
        return lost.length === 0
      }, patience)
    },
    close: async () => {
      await Promise.all([bot.kill(), spare.kill()])
      await workplace.close()
    },
  }
}

export type Stand = Awaited<ReturnType<typeof openStand>>
