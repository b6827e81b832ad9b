import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLogger } from '#adapters/logger.ts'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { readManifest } from '#adapters/slack/manifest.ts'
import { startProduct } from '../../../src/compose.ts'
import { expectSlackToTakeAll } from '../slack/audit.ts'

const file = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** What a workspace is called, and the words that stand in everything that is its own: people, departments, stages. */
export type TownSigns = { readonly team: string; readonly mark?: string }

const councilIn = async (folder: string, mark: string | undefined): Promise<string> => {
  const text = readFileSync(file('practice/council.yml'), 'utf8')
  const named = mark === undefined ? text : text.replace(/\bname: (?=\w)/g, `name: ${mark} `)
  await writeFile(join(folder, 'council.yml'), named)
  return join(folder, 'council.yml')
}

/** Somebody who is in marked workspaces only; everybody else has the same id in all of them. */
export const onlyThere = 'U0ONLYTHERE'

/** A practice workspace of that team with the bot at work in it, on a database it may share with others. */
export const startTown = async (url: string, { team, mark }: TownSigns) => {
  const seed = practiceSeed()
  const signed = (name: string): string => (mark === undefined ? name : `${mark} ${name}`)
  const seeded = mark === undefined ? seed.people : [...seed.people, { id: onlyThere, name: 'zoe', realName: 'Zoe' }]
  const people = seeded.map((person) => ({
    ...person,
    realName: signed(person.realName),
    ...('displayName' in person && person.displayName ? { displayName: signed(person.displayName) } : {}),
  }))
  const slack = createPracticeWorkspace({
    ...seed,
    ...(await readManifest(file('manifest.yml'))),
    people,
    team: { ...seed.team, id: team },
    retryDelays: [],
  })
  await slack.start()
  const folder = await mkdtemp(join(tmpdir(), 'cx-council-town-'))
  const logged: string[] = []
  const log = createLogger('debug', { write: (line: string) => logged.push(line) })
  const running = await startProduct(
    {
      slack: {
        mode: 'http',
        botToken: seed.botToken,
        signingSecret: seed.signingSecret,
        apiUrl: slack.apiUrl,
        unpaced: true,
      },
      port: 0,
      databaseUrl: url,
      dataDir: '',
      councilFile: await councilIn(folder, mark),
      logLevel: 'debug',
    },
    log,
  )
  const address = `http://127.0.0.1:${running.port}/slack/events`
  slack.deliverTo(address)
  await running.working
  return {
    team,
    slack,
    address,
    as: slack.as,
    /** A department or stage as this workspace calls it. */
    called: signed,
    /** Every line of the bot's log, at any level. */
    logged,
    /** `brought` are words of Slack that the test itself brings about. */
    stop: async (brought: readonly string[] = []) => {
      await running.stop()
      await slack.stop()
      await rm(folder, { recursive: true })
      expectSlackToTakeAll(slack, ['invalid_trigger_id', ...brought])
    },
  }
}

export type Town = Awaited<ReturnType<typeof startTown>>
