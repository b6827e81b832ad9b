import type { BotProcess } from '../../../test/support/bot-process.ts'
import { spawnBot, untilReady } from '../../../test/support/bot-process.ts'

type Berth = { bot?: BotProcess; expected: boolean }

export type Fleet = ReturnType<typeof createFleet>

/** Lines of a bot's log that say more than a warning, and deaths that nobody asked for. */
const worrying = /"level":(?:50|60|"error"|"fatal")|^[A-Z]\w*Error\b/

type Env = Readonly<Record<string, string>>

/** The first has the right time, the next is ahead, the third behind, and so on. */
const withClock = (env: Env, at: number, apartMs: number): Env => {
  const ahead = [0, apartMs, -apartMs][at % 3] ?? 0
  if (ahead === 0) return env
  const { href } = new URL('clock-ahead.ts', import.meta.url)
  return { ...env, NODE_OPTIONS: `--import=${href}`, CLOCK_AHEAD_MS: String(ahead) }
}

/** The bot processes on one database, with clocks so far apart: each berth holds one that lives, or none. */
export const createFleet = (env: Env, size: number, apartMs = 0) => {
  const berths: Berth[] = Array.from({ length: size }, () => ({ expected: true }))
  const complaints: string[] = []
  const deaths: string[] = []
  const listen = (bot: BotProcess, berth: Berth): void => {
    for (const stream of [bot.child.stdout, bot.child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        complaints.push(...`${chunk}`.split('\n').filter((line) => worrying.test(line)))
      })
    bot.child.once('exit', (code, signal) => {
      if (!berth.expected) deaths.push(`exit code ${code}, signal ${signal}: ${bot.output().slice(-600)}`)
      if (berth.bot === bot) delete berth.bot
    })
  }
  const start = async (at: number): Promise<void> => {
    const berth = berths[at]
    if (!berth || berth.bot) return
    const bot = await spawnBot(withClock(env, at, apartMs))
    berth.expected = false
    berth.bot = bot
    listen(bot, berth)
    await untilReady(bot).catch(() => undefined)
  }
  const end = async (at: number, how: 'kill' | 'terminate'): Promise<void> => {
    const berth = berths[at]
    if (!berth?.bot) return
    berth.expected = true
    await berth.bot[how]()
    delete berth.bot
  }
  return {
    size,
    start,
    end,
    startAll: () => Promise.all(berths.map((_, at) => start(at))),
    endAll: () => Promise.all(berths.map((_, at) => end(at, 'kill'))),
    living: (): number[] => berths.flatMap((berth, at) => (berth.bot ? [at] : [])),
    ports: (): number[] => berths.flatMap(({ bot }) => (bot ? [bot.port] : [])),
    complaints,
    deaths,
  }
}
