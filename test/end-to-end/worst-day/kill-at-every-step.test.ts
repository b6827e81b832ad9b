import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../../support/eventually.ts'
import { type DieAt, type Failpoint, failpoints } from '../../support/failpoints/names.ts'
import {
  brokenTimelines,
  digestsOf,
  kindsOf,
  notAsNoted,
  type Outcome,
  outcomeOf,
  shownTwice,
} from '../../support/failpoints/outcome.ts'
import type { Scenario, Step } from '../../support/failpoints/scenarios.ts'
import { clockScenarios, flagScenarios, issueScenarios } from '../../support/failpoints/scenarios.ts'
import { openStands, type Stand } from '../../support/failpoints/stand.ts'
import { patience } from '../../support/failpoints/workplace.ts'

/** Kills at every pass of every failpoint rather than at the first of each: five times as long. */
const everyPass = process.env.KILL_AT_EVERY_PASS === '1'

/** Workplaces whose bots are killed together. */
const side = 6

const scenarios = [...issueScenarios, ...clockScenarios, ...flagScenarios]

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

type Undisturbed = { readonly way: readonly Failpoint[]; readonly outcome: Outcome }
type Case = { readonly scenario: Scenario; readonly place: DieAt; readonly undisturbed: Undisturbed }

const passedByAny = new Set<Failpoint>()
/** How often a bot was killed, and what was wrong then, of each scenario. */
const kills = new Map<string, number>()
const wrong = new Map<string, unknown[]>()
/** Places that a later round did not pass as often: the clock comes by when it does. */
let notPassedAgain = 0

let all: Awaited<ReturnType<typeof openStands>>

/** What goes wrong is the scenario's, and the workplace is not used any more. */
const atRisk = async <T>(scenario: Scenario, stand: Stand, work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work()
  } catch (error) {
    wrong.set(scenario.name, [...(wrong.get(scenario.name) ?? []), error])
    await all.replace(stand)
    return undefined
  }
}

const passUndisturbed = async (stand: Stand, scenario: Scenario): Promise<Undisturbed> => {
  const step = await scenario.prepare(stand)
  const seen = seenOf(stand, step)
  const way = await stand.record(step.act, step.isDone)
  await persist(stand, step, seen, true)
  for (const name of way) passedByAny.add(name)
  return { way, outcome: await expectExactlyOnce(stand, scenario, step) }
}

/** Brings a bot to where it is to die; answers what is to be looked at when the next one is there. */
const bringToDie = async (stand: Stand, { scenario, place, undisturbed }: Case, i: number) => {
  const step = await scenario.prepare(stand)
  const seen = seenOf(stand, step)
  const died = await stand.comeTo(place, step.act, step.isDone)
  return async (): Promise<void> => {
    await persist(stand, step, seen, i % 2 === 0)
    expect({ place, outcome: await expectExactlyOnce(stand, scenario, step) }).toEqual({
      place,
      outcome: undisturbed.outcome,
    })
    if (!died) notPassedAgain += 1
    expect({ place, died: died || place.pass > 1 }).toEqual({ place, died: true })
    kills.set(scenario.name, (kills.get(scenario.name) ?? 0) + 1)
  }
}

/** Each stand works through what is left, one after the other. */
const share = async <T>(items: readonly T[], work: (at: number, item: T) => Promise<void>): Promise<void> => {
  const left = [...items]
  const go = async (at: number): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(at, next)
  }
  await Promise.all(all.stands.map((_, at) => go(at)))
}

const standAt = (at: number): Stand => {
  const stand = all.stands[at]
  if (stand === undefined) throw new Error('there is no such stand')
  return stand
}

const recordAll = async (): Promise<readonly Case[]> => {
  const cases: Case[] = []
  await share(scenarios, async (at, scenario) => {
    const stand = standAt(at)
    const undisturbed = await atRisk(scenario, stand, () => passUndisturbed(stand, scenario))
    for (const place of placesOn(undisturbed?.way ?? [])) if (undisturbed) cases.push({ scenario, place, undisturbed })
  })
  return cases
}

const tryAll = async (cases: readonly Case[]): Promise<void> => {
  let after: (() => Promise<void>)[] = []
  for (let from = 0; from < cases.length + side; from += side) {
    const round = all.stands.map(async (_, at) => {
      await after[at]?.()
      const next = cases[from + at]
      if (next === undefined) return undefined
      const look = await atRisk(next.scenario, standAt(at), () => bringToDie(standAt(at), next, from / side + at))
      return look && (async () => void (await atRisk(next.scenario, standAt(at), look)))
    })
    after = (await Promise.all(round)).map((look) => look ?? (async () => undefined))
    if (from < cases.length) await all.killAll()
  }
}

beforeAll(async () => {
  all = await openStands(side)
  const cases = await recordAll()
  await tryAll(cases)
  expect(notPassedAgain).toBeLessThanOrEqual(cases.length / 4)
}, 1_800_000)

afterAll(() => all.close())

describe('a bot that is killed at any step', () => {
  it.each(scenarios.map(({ name }) => name))('of %s leaves everything done exactly once when it is back', (name) => {
    const [error] = wrong.get(name) ?? []
    if (error !== undefined) throw error
    expect(kills.get(name)).toBeGreaterThan(3)
  })
})

it('has no failpoint that nothing passes', () => {
  expect(failpoints.filter((name) => !passedByAny.has(name))).toEqual([])
})
