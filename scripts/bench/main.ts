import { parseArgs } from 'node:util'
import { type Figure, missed, quantile, table } from './figures.ts'
import { drain } from './measures/drain.ts'
import { durableFlags } from './measures/durable-flags.ts'
import { irrelevantPerSecond } from './measures/irrelevant.ts'
import { benchLists } from './measures/lists.ts'
import { openLoop } from './measures/open-loop.ts'
import { benchReminders } from './measures/reminders.ts'
import { startToReady } from './measures/start-up.ts'
import { clock } from './moves.ts'
import { openBareApp, openSlack, openStand, type Stand, slackEnvironment } from './stand/stand.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '30' },
  },
})
/** Milliseconds that a list may take at the most. */
const mostForLists = 50

const rounds = Number(values.rounds)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const eachRound = async <T>(work: () => Promise<T>): Promise<readonly T[]> => {
  const results: T[] = []
  for (let round = 0; round < rounds; round += 1) results.push(await work())
  return results
}

const withStand = async <T>(work: (stand: Stand) => Promise<T>, ...args: string[]): Promise<T> => {
  const stand = await openStand(...args)
  return work(stand).finally(stand.close)
}

const acknowledging = async (): Promise<readonly Figure[]> => {
  const runs = await eachRound(() => withStand((stand) => openLoop(stand, Number(values.seconds))))
  return [
    {
      name: `Acknowledging 100 deliveries/s for ${values.seconds} s, p99`,
      unit: 'ms',
      goal: '<= 100 ms',
      values: runs.map((run) => run.p99),
      met: (value) => value <= 100,
    },
    {
      name: 'The slowest of them',
      unit: 'ms',
      goal: '<= 1000 ms',
      values: runs.map((run) => run.worst),
      met: (value) => value <= 1_000,
    },
    { name: 'Lost of them', unit: '', goal: '0', values: runs.map((run) => run.lost), met: (value) => value === 0 },
  ]
}

const irrelevant = async (): Promise<readonly Figure[]> => {
  const bare = await openBareApp()
  const [ours, theirs] = await withStand(async ({ sender }) => {
    await irrelevantPerSecond(sender, 3_000)
    await irrelevantPerSecond(bare.sender, 3_000)
    const both: [number[], number[]] = [[], []]
    await eachRound(async () => {
      both[0].push(await irrelevantPerSecond(sender, 5_000))
      both[1].push(await irrelevantPerSecond(bare.sender, 5_000))
    })
    return both
  }).finally(bare.close)
  const shares = ours.map((value, i) => (100 * value) / (theirs[i] ?? Number.NaN))
  return [
    { name: 'Reactions that mean nothing, a bare Bolt app', unit: '/s', goal: '', values: theirs, met: () => true },
    { name: 'The same, this bot', unit: '/s', goal: '', values: ours, met: () => true },
    { name: 'Its share of the bare app', unit: '%', goal: '>= 60 %', values: shares, met: (value) => value >= 60 },
  ]
}

const flags = (): Promise<readonly Figure[]> =>
  withStand(async (stand) => {
    await durableFlags(stand, 500)
    const runs = await eachRound(() => durableFlags(stand, 2_500))
    await durableFlags(stand, Math.max(0, 20_000 - 500 - rounds * 2_500))
    return [
      {
        name: 'Durable flags, 50 in flight',
        unit: '/s',
        goal: '>= 250/s',
        values: runs.map((run) => run.perSecond),
        met: (value) => value >= 250,
      },
      {
        name: 'Refused of them',
        unit: '',
        goal: '0',
        values: runs.map((run) => run.refused),
        met: (value) => value === 0,
      },
      {
        name: 'Resident memory after 20,000 flags',
        unit: 'MB',
        goal: '<= 250 MB',
        values: [await stand.memory()],
        met: (value) => value <= 250,
      },
    ]
  })

const starting = async (): Promise<readonly Figure[]> => {
  const slack = await openSlack()
  const times = await startToReady(slackEnvironment(slack.apiUrl), rounds).finally(slack.close)
  return [{ name: 'Start to ready', unit: 'ms', goal: '<= 3000 ms', values: times, met: (value) => value <= 3_000 }]
}

const lists = async (): Promise<readonly Figure[]> => {
  const { rows, plans } = await benchLists()
  process.stderr.write(`${plans}\n`)
  return rows.map(({ name, goal, median, unit }) => ({
    name,
    unit,
    goal,
    values: [median],
    met: (value) => value <= mostForLists,
  }))
}

const reminders = async (): Promise<readonly Figure[]> => {
  const { withDue, withNothing } = await benchReminders()
  return [
    {
      name: 'A round of reminders, 100,000 open issues, 1,000 due',
      unit: 'ms',
      goal: '<= 3000 ms',
      values: withDue,
      met: (value) => value <= 3_000,
    },
    {
      name: 'The same with nothing due',
      unit: 'ms',
      goal: '<= 20 ms',
      values: [quantile(withNothing, 0.5)],
      met: (value) => value <= 20,
    },
  ]
}

const draining = (): Promise<readonly Figure[]> =>
  withStand(async (stand) => {
    const { messages, seconds, limited, outOfOrder, lastAsk, lastReceipt } = await drain(stand, 10_000)
    const figure = (name: string, value: number, unit: string, met = true): Figure => ({
      name,
      unit,
      goal: met ? '' : 'none',
      values: [value],
      met: () => met,
    })
    return [
      figure('Messages that waited when Slack came back', messages, ''),
      figure('All of them out after', seconds, 's'),
      figure('The last ask stood after', lastAsk, 's'),
      figure('The last receipt stood after', lastReceipt, 's'),
      figure('Slack had to say that it was too much', limited, 'times', limited === 0),
      figure('Out of order in their place', outOfOrder, '', outOfOrder === 0),
    ]
  }, '--limits')

const parts = { acknowledging, irrelevant, flags, starting, lists, reminders, clock, draining }
const chosen = Object.entries(parts).filter(([name]) =>
  values.only === undefined ? name !== 'draining' : values.only.split(',').includes(name),
)
const figures: Figure[] = []
for (const [name, measure] of chosen) {
  process.stderr.write(`measuring: ${name}\n`)
  figures.push(...(await measure()))
}
say(table(figures))
const missing = missed(figures)
for (const one of missing) process.stderr.write(`missed: ${one}\n`)
process.exit(missing.length === 0 ? 0 : 1)
