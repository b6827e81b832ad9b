import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import type { BotProcess } from '../../support/bot-process.ts'
import { spawnBot, untilReady } from '../../support/bot-process.ts'
import { removeWhenWeEnd } from '../../support/remove-when-we-end.ts'
import { expectSlackToTakeAll } from '../../support/slack/audit.ts'

const clean: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of clean.splice(0).reverse()) await end()
})

const open = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cx-council-bot-'))
  // Root's database runs as somebody else, who has to come in.
  await chmod(dataDir, 0o755)
  const home = join(dataDir, 'postgres')
  clean.push(() => rm(dataDir, { recursive: true, force: true }))
  clean.push(removeWhenWeEnd(home))
  const seed = practiceSeed()
  const slack = createPracticeWorkspace({ ...seed, retryDelays: [0, 4_000, 20_000] })
  await slack.start()
  clean.push(() => slack.stop())
  const start = async (): Promise<BotProcess> => {
    const bot = await spawnBot({
      SLACK_BOT_TOKEN: seed.botToken,
      SLACK_SIGNING_SECRET: seed.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DATA_DIR: dataDir,
      COUNCIL_FILE: fileURLToPath(new URL('../../../practice/council.yml', import.meta.url)),
      LOG_LEVEL: 'warn',
    })
    clean.push(bot.kill)
    slack.deliverTo(`http://127.0.0.1:${bot.port}/slack/events`)
    await untilReady(bot, 60_000)
    return bot
  }
  const databasePid = async (): Promise<number> =>
    Number((await readFile(join(home, 'cluster/data/postmaster.pid'), 'utf8')).split('\n')[0])
  return { slack, start, databasePid }
}

const flags = 12

describe('with the embedded database, twelve flags at once all come to one card each', () => {
  it.each<readonly [string, (bot: BotProcess, databasePid: number) => Promise<'bot' | 'nobody'>]>([
    [
      'when the bot and its database are killed together',
      async (bot, databasePid) => {
        process.kill(databasePid, 'SIGKILL')
        await bot.kill()
        return 'bot'
      },
    ],
    [
      'when the bot is killed and its database left behind',
      async (bot) => {
        await bot.kill()
        return 'bot'
      },
    ],
    [
      'when only the database is killed',
      async (_bot, databasePid) => {
        process.kill(databasePid, 'SIGKILL')
        return 'nobody'
      },
    ],
  ])(
    '%s',
    async (_when, strike) => {
      const { slack, start, databasePid } = await open()
      const bot = await start()
      const anna = slack.as(PEOPLE.anna)
      const problems = Array.from({ length: flags }, (_, i) => `Problem ${i} of twelve.`)
      const flagging = problems.map(async (problem) => {
        const said = await anna.post(CHANNELS.support, problem)
        await anna.react(CHANNELS.support, said.ts, 'triangular_flag_on_post')
      })
      await slack.waitFor(() => slack.calls('chat.postMessage').length > 1, { what: 'the first messages' })
      if ((await strike(bot, await databasePid())) === 'bot') await start()
      await Promise.all(flagging)
      const cards = () =>
        slack
          .as(PEOPLE.chloe)
          .messages(CHANNELS.council)
          .filter(({ visible, threadTs }) => threadTs === undefined && visible.includes('of twelve.'))
          .map(({ visible }) => /Problem \d+ of twelve\./.exec(visible)?.[0] ?? '')
      await slack.waitFor(() => new Set(cards()).size === flags, { timeout: 60_000, what: 'twelve cards' })
      await slack.settled({ quietFor: 1_500, timeout: 30_000 })
      expect(cards().toSorted()).toEqual(problems.toSorted())
      expectSlackToTakeAll(slack)
    },
    240_000,
  )
})
