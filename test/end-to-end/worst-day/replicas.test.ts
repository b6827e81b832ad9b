import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { createLogger } from '#adapters/logger.ts'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { startProduct } from '../../../src/compose.ts'
import { createTestDatabase } from '../../support/database.ts'
import { expectSlackToTakeAll } from '../../support/slack/audit.ts'

const clean: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of clean.splice(0).reverse()) await end()
})

it('two bots that start together on one database post each card once, whichever of them is asked', async () => {
  const { url, drop } = await createTestDatabase()
  clean.push(drop)
  const seed = practiceSeed()
  const slack = createPracticeWorkspace(seed)
  await slack.start()
  clean.push(async () => expectSlackToTakeAll(slack))
  clean.push(() => slack.stop())
  const councilFile = fileURLToPath(new URL('../../../practice/council.yml', import.meta.url))
  const credentials = { botToken: seed.botToken, signingSecret: seed.signingSecret, apiUrl: slack.apiUrl }
  const config = {
    slack: { mode: 'http' as const, ...credentials },
    port: 0,
    databaseUrl: url,
    dataDir: '',
    councilFile,
    logLevel: 'fatal' as const,
  }
  const bots = await Promise.all([1, 2].map(() => startProduct(config, createLogger('fatal'))))
  for (const bot of bots) clean.push(bot.stop)
  await Promise.all(bots.map((bot) => bot.working))
  const anna = slack.as(PEOPLE.anna)
  for (const [i, bot] of [...bots, ...bots, ...bots].entries()) {
    slack.deliverTo(`http://127.0.0.1:${bot.port}/slack/events`)
    const said = await anna.post(CHANNELS.support, `Problem ${i}.`)
    await anna.react(CHANNELS.support, said.ts, 'triangular_flag_on_post')
    const delivery = slack.deliveries('reaction_added').at(-1)
    slack.deliverTo(`http://127.0.0.1:${bots.find((other) => other !== bot)?.port}/slack/events`)
    if (delivery) await slack.deliverAgain(delivery, 2, { concurrently: true })
  }
  const cards = () =>
    slack
      .as(PEOPLE.chloe)
      .messages(CHANNELS.council)
      .filter((message) => message.visible.includes('Problem'))
  await slack.waitFor(() => cards().length >= 6, { timeout: 20_000, what: 'six cards' })
  await slack.settled({ quietFor: 800 })
  expect(cards()).toHaveLength(6)
}, 60_000)
