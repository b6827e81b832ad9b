import { afterAll, describe, expect, it } from 'vitest'
import { eventually } from '../../support/eventually.ts'
import { type DieAt, type Failpoint, failpoints } from '../../support/failpoints/names.ts'
import {
  brokenTimelines,
  digestsOf,
  kindsOf,
  notAsNoted,
  outcomeOf,
  shownTwice,
} from '../../support/failpoints/outcome.ts'
import type { Scenario, Step } from '../../support/failpoints/scenarios.ts'
import { clockScenarios, flagScenarios, issueScenarios } from '../../support/failpoints/scenarios.ts'
import { openStand, type Stand } from '../../support/failpoints/stand.ts'
import { patience } from '../../support/failpoints/workplace.ts'

/** Kills at every pass of every failpoint rather than at the first of each: five times as long. */
const everyPass = process.env.KILL_AT_EVERY_PASS === '1'

const scenarios = [...issueScenarios, ...clockScenarios, ...flagScenarios]

/** Stands that are free; two at once keep two processors busy. */
const free: Promise<Stand>[] = [openStand(), openStand()]
const waiting: ((stand: Promise<Stand>) => void)[] = []
const passedByAny = new Set<Failpoint>()

const take = (): Promise<Stand> => free.pop() ?? new Promise((resolve) => waiting.push(resolve))

const giveBack = (stand: Promise<Stand>): void => {
  const next = waiting.shift()
  if (next) next(stand)
  else free.push(stand)
}

afterAll(async () => {
  for (const stand of free) await (await stand).close()
})

/**
 * What happens after somebody was not answered. Slack repeats events that it was not thanked for; a press or a form is
 * repeated by its person, before or after the same delivery comes once more. When it is done, that comes yet again.
 */
const persist = async (stand: Stand, step: Step, seen: number, repeatFirst: boolean): Promise<void> => {
  await stand.slackRepeats()
  const delivery = step.delivery && stand.slack.deliveries(step.delivery)[seen]
  const repeat = async () => delivery && (await stand.slack.deliverAgain(delivery))
  if (repeatFirst && step.again) await repeat()
  await step.again?.()
  await eventually(step.isDone, patience)
  await repeat()
  await stand.quiet()
}

const seenOf = (stand: Stand, { delivery }: Step): number =>
  delivery === undefined ? 0 : stand.slack.deliveries(delivery).length

const expectExactlyOnce = async (stand: Stand, scenario: Scenario, step: Step) => {
  expect(shownTwice(stand)).toEqual([])
  expect(await notAsNoted(stand)).toEqual([])
  expect(await brokenTimelines(stand)).toEqual([])
  expect(await stand.rows("SELECT name, state, output FROM pgboss.job WHERE state <> 'completed'")).toEqual([])
  const digests = await digestsOf(stand)
  expect(digests.shown).toEqual(digests.due)
  const number = await step.number()
  const outcome = await outcomeOf(stand, number ?? 0)
  expect(outcome.events).toEqual(scenario.events)
  expect(kindsOf(outcome)).toEqual(scenario.shown)
  return outcome
}

/** Every place where a process can die on the way that was recorded. */
const placesOn = (way: readonly Failpoint[]): readonly DieAt[] => {
  const all = way.map((name, i) => ({ name, pass: way.slice(0, i + 1).filter((one) => one === name).length }))
  return everyPass ? all : all.filter(({ pass }) => pass === 1)
}

const tryEveryPlace = async (stand: Stand, scenario: Scenario): Promise<void> => {
  const step = await scenario.prepare(stand)
  const seen = seenOf(stand, step)
  const way = await stand.record(step.act, step.isDone)
  await persist(stand, step, seen, true)
  for (const name of way) passedByAny.add(name)
  const undisturbed = await expectExactlyOnce(stand, scenario, step)
  const places = placesOn(way)
  /** The clock passes some places more often in one round than in the next. */
  let notPassedAgain = 0
  for (const [i, place] of places.entries()) {
    const again = await scenario.prepare(stand)
    const before = seenOf(stand, again)
    const died = await stand.dieDuring(place, again.act, again.isDone)
    await persist(stand, again, before, i % 2 === 0)
    const outcome = await expectExactlyOnce(stand, scenario, again)
    if (place.pass > 1 && !died) notPassedAgain += 1
    expect({ place, outcome }).toEqual({ place, outcome: undisturbed })
    expect({ place, died: died || place.pass > 1 }).toEqual({ place, died: true })
  }
  expect(notPassedAgain).toBeLessThanOrEqual(places.length / 4)
}

describe.concurrent('a bot that is killed at any step', () => {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    'of %s leaves everything done exactly once when it is back',
    async (_name, scenario) => {
      const stand = take()
      try {
        await tryEveryPlace(await stand, scenario)
        giveBack(stand)
      } catch (error) {
        giveBack(stand.then((broken) => broken.close()).then(openStand))
        throw error
      }
    },
    600_000,
  )
})

it('has no failpoint that nothing passes', () => {
  expect(failpoints.filter((name) => !passedByAny.has(name))).toEqual([])
})
