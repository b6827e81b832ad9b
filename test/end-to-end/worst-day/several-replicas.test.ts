import { afterEach, describe, expect, it } from 'vitest'
import { PEOPLE } from '#adapters/practice/seed/ids.ts'
import { createEmptyDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'
import { flagged, makeDigestDue, makeReminderDue, numberOf } from '../../support/failpoints/acts.ts'
import { kindsOf, outcomeOf } from '../../support/failpoints/outcome.ts'
import { patience } from '../../support/failpoints/workplace.ts'
import { everydayOf } from '../../support/replicas/everyday.ts'
import { openReplicas, type Replicas } from '../../support/replicas/replicas.ts'
import { expectIssues, flagByReaction, flagUntilDead } from '../../support/replicas/traffic.ts'

const clean: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of clean.splice(0).reverse()) await end()
})

const open = async (needs: Parameters<typeof openReplicas>[0] = {}): Promise<Replicas> => {
  const replicas = await openReplicas(needs)
  clean.push(replicas.close)
  return replicas
}

describe('several replicas on one database', () => {
  it.each([2, 4])(
    '%i of them, asked in turn, give one owner, one reminder and one digest',
    async (count) => {
      const replicas = await open()
      await replicas.startTogether(count)
      const number = await flagged(replicas)
      const people = [PEOPLE.ben, PEOPLE.lou, PEOPLE.tom, PEOPLE.ben].map((id) => replicas.as(id))
      await makeReminderDue(replicas, number)
      await makeDigestDue(replicas)
      await eventually(async () => (await outcomeOf(replicas, number)).reminders.length > 0, patience)
      await eventually(async () => (await replicas.rows('SELECT FROM digest')).length > 0, patience)
      await replicas.quiet()
      const [card] = await replicas.rows('SELECT channel, ts FROM post WHERE key = $1', `card:${number}:1`)
      await Promise.all(people.map((actor) => actor.press({ channel: card?.channel, ts: card?.ts }, 'Claim')))
      await Promise.all(Array.from({ length: 2 * count }, (_, i) => flagByReaction(replicas, `Problem ${i}.`)))
      await expectIssues(replicas, 2 * count + 1)
      const outcome = await outcomeOf(replicas, number)
      expect(outcome.events).toEqual(['flagged', 'asked', 'reminded', 'claimed'])
      expect(outcome.reminders).toEqual(['owner'])
      expect(kindsOf(outcome)).toEqual({ card: 1, receipt: 1, ask: 1, reminder: 1, mine: 1, news: 1, story: 1 })
      expect(await replicas.rows("SELECT FROM post WHERE kind = 'digest' AND ts IS NOT NULL")).toHaveLength(1)
    },
    180_000,
  )

  it('carry on when one of them is killed under traffic, and take over what it had begun', async () => {
    const replicas = await open()
    const first = await replicas.start()
    await replicas.startTogether(2)
    await first.bot.beginAnew({ name: 'direct message or digest sent, not noted', pass: 2 })
    await expectIssues(replicas, await flagUntilDead(replicas, first))
  }, 180_000)

  it('lose and double nothing when they are replaced one after the other under traffic', async () => {
    const replicas = await open()
    const [first, ...rest] = await replicas.startTogether(3)
    const everyday = everydayOf(replicas)
    let flags = 0
    let replacing = true
    const flow = async (act: (text: string) => Promise<void>): Promise<void> => {
      while (replacing) {
        flags += 1
        await act(`Problem ${flags}.`)
      }
    }
    const flowing = Promise.all([
      flow(async (text) => {
        await flagByReaction(replicas, text)
        await eventually(() => numberOf(replicas, text), patience)
      }),
      ...[PEOPLE.jonas, PEOPLE.omar].map((person) => flow((text) => everyday.flagAndClaim(person, text))),
    ])
    flowing.catch(() => undefined)
    for (const old of rest) {
      expect(await old.bot.terminate()).toBe(null)
      replicas.forget(old)
      await replicas.start()
    }
    expect(everyday.silences).toEqual([])
    await first?.bot.kill()
    if (first) replicas.forget(first)
    await replicas.start()
    replacing = false
    await flowing
    expect(everyday.told).not.toEqual([])
    const claims = await replicas.rows("SELECT FROM issue_event WHERE kind = 'claimed'")
    expect(claims).toHaveLength(everyday.acknowledged())
    expect(claims.length).toBeGreaterThan(5)
    await expectIssues(replicas, flags)
  }, 180_000)

  it('start together on an empty database, four at once, and all of them work', async () => {
    const replicas = await open({ database: createEmptyDatabase })
    const all = await replicas.startTogether(4)
    expect(await replicas.rows('SELECT FROM council_version')).toHaveLength(1)
    for (const replica of all) {
      replicas.only(replica)
      await flagByReaction(replicas, `Seen by ${replica.address}`)
    }
    await expectIssues(replicas, 4)
  }, 180_000)
})
