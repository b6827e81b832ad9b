import { eventually } from '../eventually.ts'
import { type Bots, loadBots } from './failing-bot.ts'
import type { DieAt, Failpoint } from './names.ts'
import { clockAhead, openWorkplace, patience, type Workplace } from './workplace.ts'

/** A start that met a busy database is tried again, as whoever runs the bot would have it. */
const mostTries = 5

/** How the bot of one workplace is reached in whichever process it lives. */
type Access = {
  readonly start: (env: Readonly<Record<string, string>>) => Promise<string>
  readonly beginAnew: (dieAt?: DieAt) => Promise<readonly Failpoint[]>
  readonly untilCutOff: () => Promise<true>
}

/** A workplace with a bot that can be made to die. */
const standAt = (workplace: Workplace, bot: Access) => {
  const { slack, quiet } = workplace
  const start = async (tries = 1): Promise<void> => {
    const address = await bot.start(workplace.env()).catch((error: unknown) => {
      if (tries === mostTries) throw error
      return undefined
    })
    if (address === undefined) return start(tries + 1)
    slack.deliverTo(address)
  }
  return {
    ...workplace,
    start,
    /** What the bot passes while this is done and until it is so and all is quiet. */
    record: async (act: () => Promise<unknown>, isDone: () => Promise<boolean>): Promise<readonly Failpoint[]> => {
      await bot.beginAnew()
      await act()
      await eventually(isDone, patience)
      await quiet()
      return bot.beginAnew()
    },
    /** Has the bot come to where it is to die while this is done; false when it came through without passing that. */
    comeTo: async (at: DieAt, act: () => Promise<unknown>, isDone: () => Promise<boolean>): Promise<boolean> => {
      await bot.beginAnew(at)
      const cutOff = bot.untilCutOff()
      const acted = act().catch(() => undefined)
      const survived = acted.then(() => eventually(isDone, patience)).then(quiet)
      const died = await Promise.race([cutOff, survived.then(() => false).catch(() => false)])
      await acted
      if (!died) await bot.beginAnew()
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
  }
}

export type Stand = ReturnType<typeof standAt>

/**
 * Workplaces with a database and a Slack of their own, whose bots live in one process: they are brought to where they
 * are to die one beside the other, killed together, and the next process is there already.
 */
export const openStands = async (count: number) => {
  let opened = 0
  const places = new Set<Workplace>()
  const open = async (bots: () => Bots): Promise<Stand> => {
    opened += 1
    const id = opened
    const workplace = await openWorkplace()
    places.add(workplace)
    const stand = standAt(workplace, {
      start: (env) => bots().start(id, env),
      beginAnew: (dieAt) => bots().beginAnew(id, dieAt),
      untilCutOff: () => bots().untilCutOff(id),
    })
    await stand.start()
    return stand
  }
  const load = (): Bots => loadBots(String(clockAhead))
  let bots = load()
  let spare = load()
  const stands = await Promise.all(Array.from({ length: count }, () => open(() => bots)))
  return {
    stands,
    /** Ends them all as a power cut would, and has all of them start again. */
    killAll: async (): Promise<void> => {
      await bots.kill()
      bots = spare
      spare = load()
      await Promise.all(stands.map((stand) => stand.start()))
    },
    /** Puts another workplace where one went wrong. */
    replace: async (broken: Stand): Promise<void> => {
      stands.splice(stands.indexOf(broken), 1, await open(() => bots))
    },
    close: async (): Promise<void> => {
      await Promise.all([bots.kill(), spare.kill()])
      await Promise.all([...places].map((place) => place.close()))
    },
  }
}
