import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { guardVerdict } from '#domain/handover-guard.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { actsOfCrowds, crowds, flagSome, letThemTry } from '../../support/moving/crowd.ts'
import { replay } from '../../support/moving/replay.ts'
import { checkTime } from '../../support/moving/time.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
let now = new Date('2026-11-17T09:00:00Z')

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const issues = 3

const owned = (issue: Issue): boolean => ['claimed', 'resolved', 'closed'].includes(issue.state)

/** What was asked of others and has not ended, each of which it may do once. */
const openConsultsIn = (timeline: readonly IssueEvent[]): readonly string[] => {
  const open = new Set<string>()
  for (const event of timeline) {
    if (event.kind === 'consult_asked') open.add(event.id)
    if (event.kind === 'consult_answered' || event.kind === 'consult_declined' || event.kind === 'consult_ended')
      expect(open.delete(event.id)).toBe(true)
  }
  return [...open].toSorted()
}

const check = async (number: number): Promise<void> => {
  const { issue, timeline } = await product.story(number)
  const { owners, ...replayed } = replay(timeline)
  const { moves, placedByCouncil } = replayed
  expect(timeline.map(({ seq }) => seq)).toEqual(timeline.map((_, i) => i + 1))
  expect(issue.moves).toEqual(moves)
  expect(issue.placedByCouncil).toBe(placedByCouncil)
  expect(issue.owner).toBe(owners.at(-1))
  checkTime(product.council, { issue, timeline, owners }, new Date(now.getTime() + 60_000))
  expect(issue.consults.map(({ id }) => id).toSorted()).toEqual(openConsultsIn(timeline))
  if (issue.state !== 'merged') expect(issue.owner !== undefined).toBe(owned(issue))
  const claimedAt = timeline.findIndex(({ kind }) => kind === 'claimed')
  const freed = new Set(['released', 'withdrawn', 'reopened', 'asked', 'nobody_reachable'])
  timeline.forEach((event, at) => {
    if (claimedAt >= 0 && at >= claimedAt && owners[at] === undefined && owners[at - 1] !== undefined)
      expect(freed).toContain(event.kind)
  })
  for (const { key } of product.council.departments)
    expect(guardVerdict(issue, key, product.council.rules.maxHops)).toEqual(
      guardVerdict(replayed, key, product.council.rules.maxHops),
    )
}

it('keeps exactly one owner, true counts and the whole time of every issue, whatever a crowd tries at the same time', async () => {
  const carriedOut = new Set<string>()
  const missing = (): readonly string[] => actsOfCrowds.filter((act) => !carriedOut.has(act))
  const days = fc.asyncProperty(crowds(product, issues), async (moments) => {
    const numbers = await flagSome(product, issues)
    for (const moment of moments) {
      now = new Date(now.getTime() + moment.minutes * 60_000)
      product.setClock(now)
      for (const act of await letThemTry(product, numbers, moment)) carriedOut.add(act)
    }
    for (const number of numbers) await check(number)
  })
  for (let round = 0; round === 0 || (round < 5 && missing().length > 0); round += 1)
    await fc.assert(days, { numRuns: 12, endOnFailure: true })
  expect(missing()).toEqual([])
}, 120_000)
