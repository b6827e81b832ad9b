import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createPracticeWorkspace, type PracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { readManifest } from '#adapters/slack/manifest.ts'
import { createChance } from './chance.ts'
import { checkFlags } from './checks/flags.ts'
import { readHistory, unfinished } from './checks/history.ts'
import { checkMessages } from './checks/messages.ts'
import { checkOpenQuestions } from './checks/open-questions.ts'
import { checkReminders } from './checks/reminders.ts'
import { checkTimelines } from './checks/timelines.ts'
import { type Broken, watchCalls } from './checks/watch.ts'
import { live } from './people/live.ts'
import { peopleOf } from './people/people-of.ts'
import type { Flag } from './people/person.ts'
import { brokenAnswer, createTally, type Tally } from './tally.ts'
import { bringDisasters } from './world/disasters.ts'
import { bringFaults } from './world/faults.ts'
import { createFleet, type Fleet } from './world/fleet.ts'
import { hurriedCouncil } from './world/hurried-council.ts'
import { startRelay } from './world/relay.ts'
import { bringTroubles, checkReadiness } from './world/troubles.ts'

export type ChaosOptions = {
  seed: number
  /** How long people act and things fail; milliseconds. */
  actMs: number
  /** How long everything may take to come to rest after that; milliseconds. */
  restMs: number
  bots: number
  databaseUrl: string
  /** Whether the database may be crashed. */
  mayCrash: boolean
  /** How far the clocks of the bots are off; milliseconds. */
  clocksOff: number
  /** The longest that a channel or person takes no messages, and so on; milliseconds, 0 for never. */
  trouble: number
  /** The longest rest of a person, the longest fault and the longest time between two disasters; milliseconds. */
  pace: { person: number; fault: number; disaster: number }
  say: (line: string) => void
}

const manifest = fileURLToPath(new URL('../../manifest.yml', import.meta.url))

/** How many calls and deliveries are kept; each was looked at when it came. */
const remembered = 5_000

const openWorkspace = async (seed: number) => {
  const slack = createPracticeWorkspace({
    ...practiceSeed(),
    ...(await readManifest(manifest)),
    retryDelays: [0, 1_000, 4_000],
    draw: createChance(seed, 'faults').draw,
    remember: remembered,
  })
  await slack.start()
  return slack
}

/** Waits until no work is left, or the time is over; answers what is left then. */
const comeToRest = async (slack: PracticeWorkspace, url: string, withinMs: number) => {
  const deadline = performance.now() + withinMs
  for (;;) {
    await slack.settled({ quietFor: 500, timeout: withinMs }).catch(() => undefined)
    const left = await unfinished(url)
    if (left.length === 0 || performance.now() > deadline) return left
    await pause(200)
  }
}

/** What people were shown that no bot may show. */
const checkAnswers = (acts: Tally): Broken[] =>
  Object.keys(acts.counts())
    .filter((name) => name.startsWith(brokenAnswer))
    .map((evidence) => ({ promise: 'people get answers that Slack can show', evidence }))

const checkFleet = ({ deaths }: Fleet): Broken[] =>
  deaths.map((evidence) => ({ promise: 'a bot lives until it is stopped', evidence }))

type Stand = { slack: PracticeWorkspace; fleet: Fleet }

/** Slack and the bots on their database, ready; everything is put away when the work ends, however it does. */
const withStand = async <T>(options: ChaosOptions, work: (stand: Stand) => Promise<T>): Promise<T> => {
  const slack = await openWorkspace(options.seed)
  const folder = await mkdtemp(join(tmpdir(), 'cx-chaos-'))
  const councilFile = join(folder, 'council.yml')
  await writeFile(councilFile, await hurriedCouncil())
  const { botToken, signingSecret } = practiceSeed()
  const fleet = createFleet(
    {
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: options.databaseUrl,
      COUNCIL_FILE: councilFile,
      LOG_LEVEL: 'error',
    },
    options.bots,
    options.clocksOff,
  )
  const relay = await startRelay(fleet.ports)
  try {
    slack.deliverTo(relay.url)
    await fleet.startAll()
    return await work({ slack, fleet })
  } finally {
    await fleet.endAll()
    await relay.stop()
    await slack.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Lets people act and things fail for a while; ends with everything in order again. */
const act = async (options: ChaosOptions, { slack, fleet }: Stand, acts: Tally, seen: Seen): Promise<Flag[]> => {
  const { seed, actMs, databaseUrl, mayCrash, pace, trouble } = options
  const { disasters: tally, closed, broken } = seen
  const flags: Flag[] = []
  const signal = AbortSignal.timeout(actMs)
  const chance = (name: string) => createChance(seed, name)
  await Promise.all([
    ...peopleOf(slack, seed, acts, flags).map((person) => live(person, pace.person, signal)),
    bringFaults(slack, chance('storms'), pace.fault, signal),
    bringDisasters({
      fleet,
      databaseUrl,
      mayCrash,
      tally,
      every: pace.disaster,
      signal,
      chance: chance('disasters'),
    }),
    trouble > 0 &&
      bringTroubles({ slack, fleet, chance: chance('troubles'), tally, longest: trouble, signal, closed, broken }),
  ])
  return flags
}

/** What a run keeps in mind for its end. */
type Seen = { disasters: Tally; closed: Set<string>; broken: Broken[] }

/** How long a bot may take to be ready when all is well again; it asks Slack twice a minute at least; milliseconds. */
const readyWithin = 90_000

/** Lets people, Slack, bots and database do their worst for a while; answers what was seen and which promises broke. */
export const runChaos = (options: ChaosOptions) =>
  withStand(options, async ({ slack, fleet }) => {
    const { databaseUrl, say } = options
    const [acts, calls, disasters] = [createTally(), createTally(), createTally()]
    say(`${fleet.living().length} bots are ready`)
    const seen: Seen = { disasters, closed: new Set(), broken: watchCalls(slack, calls) }
    const flags = await act(options, { slack, fleet }, acts, seen)
    say(`people have gone home; ${flags.length} tries to flag; waiting until all is said`)
    const ended = performance.now()
    const left = await comeToRest(slack, databaseUrl, options.restMs)
    const restedMs = performance.now() - ended
    const history = await readHistory(databaseUrl, slack, seen.closed)
    const broken = [
      ...left.map((work) => ({ promise: 'no work is left', evidence: `${work.count} in ${work.name}: ${work.state}` })),
      ...checkTimelines(history),
      ...checkMessages(history),
      ...checkOpenQuestions(history),
      ...checkReminders(history),
      ...checkFlags(history, flags, slack),
      ...checkFleet(fleet),
      ...checkAnswers(acts),
      ...(await checkReadiness(fleet, readyWithin)),
      ...seen.broken,
    ]
    return { options, restedMs, acts, calls, disasters, faults: slack.faults.happened(), flags, history, broken, fleet }
  })

export type Outcome = Awaited<ReturnType<typeof runChaos>>
