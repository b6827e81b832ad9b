import { afterEach, describe, expect, it } from 'vitest'
import { PEOPLE } from '#adapters/practice/seed/ids.ts'
import { eventually } from '../../support/eventually.ts'
import { dm, fillHandover, flagged, makeDigestDue, makeReminderDue } from '../../support/failpoints/acts.ts'
import { brokenTimelines, outcomeOf } from '../../support/failpoints/outcome.ts'
import { patience } from '../../support/failpoints/workplace.ts'
import { openReplicas, type Replica, type Replicas } from '../../support/replicas/replicas.ts'
import { expectIssues, flagUntilDead } from '../../support/replicas/traffic.ts'

const minutes = 60_000

const clean: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of clean.splice(0).reverse()) await end()
})

/** Two replicas; one has the right time, the other has Slack's. */
const open = async (slackAhead: number) => {
  const replicas = await openReplicas({ slackAhead })
  clean.push(replicas.close)
  const right = await replicas.start()
  const asSlack = await replicas.start(slackAhead)
  return { replicas, right, asSlack }
}

const handledInTurn = async (replicas: Replicas, first: Replica, second: Replica): Promise<number> => {
  const [ben, felix] = [replicas.as(PEOPLE.ben), replicas.as(PEOPLE.felix)]
  replicas.only(first)
  const number = await flagged(replicas)
  replicas.only(second)
  expect(await ben.press(dm(ben, 'Claim'), 'Claim')).toMatchObject({ ok: true })
  await replicas.quiet()
  replicas.only(first)
  expect(await ben.press(dm(ben, 'Tomorrow'), 'Tomorrow')).toMatchObject({ ok: true })
  await replicas.quiet()
  replicas.only(second)
  await fillHandover(replicas)
  expect(await ben.submit()).toEqual({ kind: 'closed' })
  await replicas.quiet()
  replicas.only(first)
  expect(await felix.press(dm(felix, 'Accept'), 'Accept')).toMatchObject({ ok: true })
  await replicas.quiet()
  return number
}

describe.each([4 * minutes, -4 * minutes])('with Slack’s clock, and one of two replicas’, off by %i ms', (off) => {
  it('an issue handled by both in turn has a timeline that never goes back', async () => {
    const { replicas, right, asSlack } = await open(off)
    for (const [first, second] of [
      [right, asSlack],
      [asSlack, right],
    ] as const) {
      const number = await handledInTurn(replicas, first, second)
      expect((await outcomeOf(replicas, number)).events).toEqual([
        'flagged',
        'asked',
        'claimed',
        'next_step_set',
        'handover_asked',
        'handover_accepted',
      ])
    }
    expect(await brokenTimelines(replicas)).toEqual([])
  }, 180_000)

  it('reminders and digests come once, and messages whose answers were lost are found', async () => {
    const { replicas, right } = await open(off)
    const number = await flagged(replicas)
    await makeReminderDue(replicas, number)
    await makeDigestDue(replicas)
    await eventually(async () => (await outcomeOf(replicas, number)).reminders.length > 0, patience)
    await eventually(async () => (await replicas.rows('SELECT FROM digest')).length > 0, patience)
    await replicas.quiet()
    expect((await outcomeOf(replicas, number)).events).toEqual(['flagged', 'asked', 'reminded'])
    expect(await replicas.rows("SELECT FROM post WHERE kind = 'digest' AND ts IS NOT NULL")).toHaveLength(1)
    await right.bot.beginAnew({ name: 'direct message or digest sent, not noted', pass: 1 })
    await expectIssues(replicas, 1 + (await flagUntilDead(replicas, right)))
  }, 180_000)
})
