import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import type { PracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import type { BotProcess } from '../../support/bot-process.ts'
import { spawnBot, untilReady } from '../../support/bot-process.ts'
import { createTestDatabase } from '../../support/database.ts'
import { expectSlackToTakeAll } from '../../support/slack/audit.ts'

const clean: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of clean.splice(0).reverse()) await end()
})

const open = async () => {
  const { url, drop } = await createTestDatabase()
  clean.push(drop)
  const seed = practiceSeed()
  const slack = createPracticeWorkspace({ ...seed, retryDelays: [0, 300, 600] })
  await slack.start()
  clean.push(async () => expectSlackToTakeAll(slack))
  clean.push(() => slack.stop())
  const start = async (): Promise<BotProcess> => {
    const bot = await spawnBot({
      SLACK_BOT_TOKEN: seed.botToken,
      SLACK_SIGNING_SECRET: seed.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: url,
      COUNCIL_FILE: fileURLToPath(new URL('../../../practice/council.yml', import.meta.url)),
      LOG_LEVEL: 'warn',
    })
    clean.push(bot.kill)
    slack.deliverTo(`http://127.0.0.1:${bot.port}/slack/events`)
    await untilReady(bot)
    return bot
  }
  return { slack, start }
}

const flagByReaction = async (slack: PracticeWorkspace) => {
  const anna = slack.as(PEOPLE.anna)
  const said = await anna.post(CHANNELS.support, 'They cannot sign in.')
  await anna.react(CHANNELS.support, said.ts, 'triangular_flag_on_post')
  return anna
}

/** The root messages of the bot about an issue, anywhere. */
const cards = (slack: PracticeWorkspace) =>
  slack
    .as(PEOPLE.chloe)
    .messages(CHANNELS.council)
    .filter((message) => message.visible.includes('CX-') && message.threadTs === undefined)

const receipts = (slack: PracticeWorkspace) =>
  slack
    .as(PEOPLE.anna)
    .dms()
    .filter((dm) => dm.visible.includes('It is CX-'))

describe('a bot that is killed', () => {
  it.each([
    ['right after the flag was acknowledged', () => true],
    [
      'when it opens the first direct message',
      (slack: PracticeWorkspace) => slack.calls('conversations.open').length > 0,
    ],
    [
      'while its first message arrives in Slack',
      (slack: PracticeWorkspace) => slack.calls('chat.postMessage').length > 0,
    ],
  ] as const)(
    '%s shows one card and one receipt after the next start',
    async (_when, moment) => {
      const { slack, start } = await open()
      const bot = await start()
      await flagByReaction(slack)
      await slack.waitFor(() => moment(slack), { what: 'the moment' })
      await bot.kill()
      await start()
      await slack.waitFor(() => cards(slack).length > 0 && receipts(slack).length > 0, {
        timeout: 25_000,
        what: 'the card',
      })
      await slack.settled({ quietFor: 1_500, timeout: 20_000 })
      expect(cards(slack)).toHaveLength(1)
      expect(receipts(slack)).toHaveLength(1)
    },
    90_000,
  )

  it('that is asked to stop ends well within ten seconds', async () => {
    const { slack, start } = await open()
    const bot = await start()
    await flagByReaction(slack)
    const asked = performance.now()
    expect(await bot.terminate()).toBe(0)
    expect(performance.now() - asked).toBeLessThan(10_000)
  }, 60_000)
})
