import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { type BotProcess, spawnBot, untilReady } from '../../support/bot-process.ts'
import { eventually } from '../../support/eventually.ts'
import { removeWhenWeEnd } from '../../support/remove-when-we-end.ts'
import { expectSlackToTakeAll } from '../../support/slack/audit.ts'
import { command } from '../command-line/run-command.ts'

const run = promisify(execFile)
const councilFile = fileURLToPath(new URL('../../../practice/council.yml', import.meta.url))

const clean: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of clean.splice(0).reverse()) await end()
})

const read = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined)

/** Slack, a folder that these may enter, and how to start a bot on a folder. */
const open = async (mode: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'cx-council-backup-'))
  clean.push(() => rm(folder, { recursive: true, force: true }))
  await chmod(folder, mode)
  const seed = practiceSeed()
  const slack = createPracticeWorkspace({ ...seed, retryDelays: [0, 300, 600] })
  await slack.start()
  clean.push(async () => expectSlackToTakeAll(slack))
  clean.push(() => slack.stop())
  const envOf = (dataDir: string) => ({
    SLACK_BOT_TOKEN: seed.botToken,
    SLACK_SIGNING_SECRET: seed.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
  })
  const start = async (dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<BotProcess> => {
    clean.push(removeWhenWeEnd(join(dataDir, 'postgres')))
    const bot = await spawnBot({ ...envOf(dataDir), ...env })
    clean.push(bot.kill)
    slack.deliverTo(`http://127.0.0.1:${bot.port}/slack/events`)
    await untilReady(bot, 60_000)
    return bot
  }
  return { slack, folder, envOf, start }
}

/** Where the folder of root's database is, when its user could not enter the one that was named. */
const movedTo = async (dataDir: string): Promise<string | undefined> =>
  (await read(join(dataDir, 'postgres/moved-to')))?.trim()

/** The steps of the documentation, one by one: the bot is stopped. */
const backUp = async (dataDir: string, to: string): Promise<void> => {
  const moved = await movedTo(dataDir)
  const pid = join(moved ?? join(dataDir, 'postgres'), 'cluster/data/postmaster.pid')
  await eventually(async () => (await read(pid)) === undefined, 20_000)
  await run('cp', ['-a', dataDir, to])
  if (moved === undefined) return
  await run('cp', ['-a', moved, `${moved}-backup`])
  await writeFile(join(to, 'postgres/moved-to'), `${moved}-backup\n`)
}

const lose = async (dataDir: string): Promise<void> => {
  const moved = await movedTo(dataDir)
  await Promise.all([dataDir, ...(moved ? [moved] : [])].map((path) => rm(path, { recursive: true })))
}

describe('a backup of the embedded database, made as the documentation says', () => {
  it.each([
    ['in a folder that everybody may enter', 0o755],
    ['in a folder that only its owner may enter', 0o700],
  ] as const)(
    '(%s) is a bot with its council, its issues and what it still had to say, once',
    async (_where, mode) => {
      const { slack, folder, envOf, start } = await open(mode)
      const [dataDir, backup] = [join(folder, 'data'), join(folder, 'council-backup')]
      const first = await start(dataDir, { COUNCIL_FILE: councilFile })
      const anna = slack.as(PEOPLE.anna)
      const flag = async (text: string) => {
        const { ts } = await anna.post(CHANNELS.support, text)
        await anna.react(CHANNELS.support, ts, 'triangular_flag_on_post')
      }
      const cards = (words: string) =>
        slack
          .as(PEOPLE.chloe)
          .messages(CHANNELS.council)
          .filter(({ visible, threadTs }) => threadTs === undefined && visible.includes(words)).length
      await flag('Said before.')
      await slack.waitFor(() => cards('Said before.') > 0, { timeout: 20_000, what: 'the first card' })
      await slack.settled({ quietFor: 300, timeout: 20_000 })
      slack.faults.add({ on: { method: 'chat.postMessage' }, does: { kind: 'error', code: 'internal_error' } })
      await flag('Still to be said.')
      expect(slack.deliveries('reaction_added').at(-1)?.attempts.at(-1)?.status).toBe(200)

      expect(await first.terminate()).toBe(0)
      await backUp(dataDir, backup)
      await lose(dataDir)
      slack.faults.clear()
      await start(backup)
      await slack.waitFor(() => cards('Still to be said.') > 0, { timeout: 30_000, what: 'the card that waited' })
      await slack.settled({ quietFor: 1_000, timeout: 20_000 })
      expect([cards('Said before.'), cards('Still to be said.')]).toEqual([1, 1])
      expect((await anna.command('/cx', 'show CX-1', CHANNELS.support)).answer?.text).toContain('CX-1')

      const exported = join(folder, 'exported.yml')
      expect(await command(['export', exported], envOf(backup))).toMatchObject({ code: 0 })
      const applied = await command(['apply', '--dry-run', exported], envOf(backup))
      expect(applied).toMatchObject({ code: 0, out: expect.stringMatching(/nothing|same/i) })
    },
    180_000,
  )
})
