import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { freePort, spawnBot, untilReady } from '../../support/bot-process.ts'
import { command } from './run-command.ts'

it('works beside the practice workspace on its embedded database, and looks at that also when the bot is off', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cx-council-practice-'))
  const env = { DATA_DIR: folder, PRACTICE_PORT: String(await freePort()), LOG_LEVEL: 'warn' }
  const bot = await spawnBot(env)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  onTestFinished(async () => void (await bot.terminate()))
  await untilReady(bot)
  const running = await command(['doctor'], env)
  const exported = await command(['export', 'mine.yml'], env, folder)
  const applied = await command(['apply', 'mine.yml'], env, folder)
  expect(await bot.terminate()).toBe(0)
  const stopped = await command(['doctor'], env)
  const offline = await command(['export'], env)
  const none = await command(['doctor'], { ...env, DATA_DIR: join(folder, 'none') })
  expect(running).toMatchObject({ out: expect.stringContaining('Everything is in order.'), err: '', code: 0 })
  expect([exported.code, applied.out]).toEqual([0, 'Nothing to change: the council already says this.\n'])
  expect(stopped.out).toMatch(/^broken .*The practice workspace does not answer at .* Start it: npm start\.$/m)
  expect(stopped.out).toMatch(/^ok +database +PostgreSQL 18/m)
  expect(stopped.out).toMatch(/^look at this +bot +No bot is at work/m)
  expect([stopped.code, stopped.err]).toEqual([1, ''])
  expect(offline).toMatchObject({ out: expect.stringContaining('chair: U0CHLOE'), code: 0 })
  expect(none.out).toMatch(/^look at this +database +There is none in .* yet\. npm start makes it\.$/m)
}, 120_000)
