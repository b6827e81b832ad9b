import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { createLogger } from '#adapters/logger.ts'
import type { CallDamage } from '#adapters/practice/faults/fault.ts'
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

/** A bot's first start ever, with a Slack in this state. */
const startBeside = async (does: CallDamage) => {
  const { url, drop } = await createTestDatabase()
  clean.push(drop)
  const seed = practiceSeed()
  const slack = createPracticeWorkspace(seed)
  await slack.start()
  clean.push(async () => expectSlackToTakeAll(slack))
  clean.push(() => slack.stop())
  slack.faults.add({ on: { method: ['users.info', 'conversations.info'] }, does, times: 3 })
  const config = {
    slack: {
      mode: 'http' as const,
      botToken: seed.botToken,
      signingSecret: seed.signingSecret,
      apiUrl: slack.apiUrl,
    },
    port: 0,
    databaseUrl: url,
    dataDir: '',
    councilFile: fileURLToPath(new URL('../../../practice/council.yml', import.meta.url)),
    logLevel: 'fatal' as const,
  }
  const bot = await startProduct(config, createLogger('fatal'))
  clean.push(bot.stop)
  slack.deliverTo(`http://127.0.0.1:${bot.port}/slack/events`)
  await bot.working
  return { slack, readyz: `http://127.0.0.1:${bot.port}/readyz` }
}

describe('a bot that starts for the first time while Slack', () => {
  it.each<[string, CallDamage]>([
    ['takes its time to say who people are', { kind: 'latency', ms: 1_300 }],
    ['cannot say who people are just then', { kind: 'status', status: 503 }],
  ])(
    '%s has its council when it begins to work',
    async (_state, does) => {
      const { slack, readyz } = await startBeside(does)
      expect(await (await fetch(readyz)).json()).toMatchObject({ council: 'ok' })
      const anna = slack.as(PEOPLE.anna)
      const { ts } = await anna.post(CHANNELS.support, 'Flagged as soon as it was there.')
      await anna.react(CHANNELS.support, ts, 'triangular_flag_on_post')
      const cards = () => slack.as(PEOPLE.chloe).messages(CHANNELS.council)
      await slack.waitFor(() => cards().find(({ visible }) => visible.includes('as soon as')), { timeout: 10_000 })
    },
    40_000,
  )
})
