import { broken, type Finding, ok } from '#adapters/doctor/finding.ts'
import { lineOf, summaryOf } from '#adapters/doctor/print.ts'
import { convene, lookAtTimes, workspaceAt } from '../doctor/look-at-council.ts'
import { lookAtDatabase, lookAtJobs, openDatabase } from '../doctor/look-at-database.ts'
import {
  lookAtBlocks,
  lookAtChannels,
  lookAtPeople,
  lookAtSocket,
  lookAtToken,
  meetSlack,
} from '../doctor/look-at-slack.ts'
import { databasePlace } from './reach-database.ts'
import { readSetting, type Setting } from './setting.ts'
import { orStopped, type Terminal } from './terminal.ts'

/** How long the database that was started for this may take to stop; milliseconds. */
const closeWithin = 6_000

const settingOrFindings = (): Setting | readonly Finding[] => {
  try {
    return readSetting()
  } catch (error) {
    const [, ...mistakes] = (error instanceof Error ? error.message : String(error)).split('\n')
    return mistakes.map((mistake) =>
      broken('configuration', `${mistake.trim()}.`, 'Put it right in .env or the environment.'),
    )
  }
}

const modes = { http: 'over HTTP', socket: 'over Socket Mode' } as const

const configured = (setting: Setting): Finding => {
  const slack = setting.practice ? 'the practice workspace' : `Slack ${modes[setting.access.mode]}`
  const database = setting.config.databaseUrl === undefined ? 'embedded database in' : 'database at'
  return ok('configuration', `${slack}, port ${setting.config.port}, ${database} ${databasePlace(setting)}.`)
}

type Looks = readonly Promise<readonly Finding[]>[]

/** A look that fails by itself is a finding, too, and spoils no other. */
const look = async (about: string, work: Promise<readonly Finding[]>): Promise<readonly Finding[]> => {
  try {
    return await work
  } catch (error) {
    const says = `This could not be looked at (${error instanceof Error ? error.message : String(error)}).`
    return [broken(about, says, 'If it stays so, please report this line.')]
  }
}

type Found = {
  readonly setting: Setting
  readonly meeting: ReturnType<typeof meetSlack>
  readonly opening: ReturnType<typeof openDatabase>
  readonly workspace: ReturnType<typeof workspaceAt>
  readonly council: ReturnType<typeof convene>
}

/** Everything that is looked at, at once, in the order in which it is told; each look minds its own time. */
const lookAround = ({ setting, meeting, opening, workspace, council }: Found): Looks => {
  const ofCouncil = (looking: typeof lookAtChannels | typeof lookAtPeople) =>
    Promise.all([meeting, council]).then(([met, found]) =>
      'mark' in met || found.council === undefined ? [] : looking(setting, met, found.council),
    )
  const jobs = Promise.all([opening, workspace]).then(([opened, id]) =>
    'mark' in opened || id === undefined ? [] : lookAtJobs(opened, id),
  )
  const ofSlack = (looking: typeof lookAtSocket | typeof lookAtBlocks) =>
    meeting.then((met) => ('mark' in met ? [] : looking(setting)))
  return [
    look('configuration', Promise.resolve([configured(setting)])),
    look('Slack', meeting.then(lookAtToken)),
    look('Socket Mode', ofSlack(lookAtSocket)),
    look(
      'database',
      opening.then((opened) => lookAtDatabase(setting, opened)),
    ),
    look(
      'council',
      council.then(({ findings }) => findings),
    ),
    look('channels', ofCouncil(lookAtChannels)),
    look('people', ofCouncil(lookAtPeople)),
    look(
      'digest',
      council.then((found) => (found.council ? lookAtTimes(found.council) : [])),
    ),
    look('jobs', jobs),
    look('blocks', ofSlack(lookAtBlocks)),
  ]
}

const begin = (setting: Setting): Found => {
  const meeting = meetSlack(setting)
  const opening = openDatabase(setting)
  const workspace = Promise.all([meeting, opening]).then(([met, opened]) => workspaceAt(met, opened))
  const council = Promise.all([opening, workspace]).then(([opened, id]) => convene(setting, opened, id))
  return { setting, meeting, opening, workspace, council }
}

const close = async ({ opening }: Found): Promise<void> => {
  const opened = await opening
  if (!('mark' in opened)) await opened.close()
}

const inTime = (work: Promise<void>, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const enough = setTimeout(resolve, ms)
    work
      .catch(() => undefined)
      .finally(() => {
        clearTimeout(enough)
        resolve()
      })
  })

/** Looks whether everything is in order and says what to do; answers 1 when something is broken, else 0. */
export const doctor = async ({ say, stopped }: Terminal): Promise<number> => {
  const findings: Finding[] = []
  const tell = (found: readonly Finding[]): void => {
    findings.push(...found)
    for (const finding of found) say(lineOf(finding, process.stdout))
  }
  const setting = settingOrFindings()
  if (!('config' in setting)) tell(setting)
  else {
    const found = begin(setting)
    try {
      for (const one of lookAround(found)) tell(await orStopped(one, stopped))
    } finally {
      await inTime(close(found), closeWithin)
    }
  }
  say('')
  say(summaryOf(findings))
  return findings.some(({ mark }) => mark === 'broken') ? 1 : 0
}
