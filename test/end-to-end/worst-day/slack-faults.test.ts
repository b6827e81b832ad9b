import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CallDamage } from '#adapters/practice/faults/fault.ts'
import type { Json } from '#adapters/practice/json.ts'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { eventually } from '../../support/eventually.ts'
import type { PracticeRun } from '../../support/practice-run.ts'
import { startPracticeRun } from '../../support/practice-run.ts'

let run: PracticeRun
let database: pg.Client

beforeAll(async () => {
  run = await startPracticeRun('http', { timeoutMs: 700 })
  database = new pg.Client({ connectionString: run.url })
  await database.connect()
})
afterEach(() => run.slack.faults.clear())
afterAll(async () => {
  await database.end()
  await run.stop()
})

/** Longer than several tries of one message take; milliseconds. */
const timeout = 20_000

const isThread = ({ thread_ts: thread }: Json) => thread !== undefined
const isDirect = ({ channel }: Json) => String(channel).startsWith('D')
const isRoot = (args: Json) => !isThread(args) && !isDirect(args)

type Row = { key: string; channel: string; ts: string; created: Date }

/** Every message that was to be shown of an issue, as the bot noted it, in the order in which they were queued. */
const noted = async (issue: number): Promise<Row[]> => {
  const sql =
    'SELECT key, channel, ts, created_at AS created FROM post WHERE issue_number = $1 AND ts IS NOT NULL ORDER BY created_at'
  return (await database.query<Row>(sql, [issue])).rows
}

/** The keys that stand in Slack, each as often as it does, in the order of their channel. */
const standing = (): { key: string; channel: string; ts: string }[] =>
  [...run.slack.world.messages.values()]
    .flat()
    .filter((message) => !message.deleted && message.metadata !== undefined)
    .map(({ metadata, channel, ts }) => {
      const { key } = (metadata?.event_payload ?? {}) as { key?: string }
      return { key: key ?? '', channel, ts }
    })

const flagAtPay = async (words: string) => {
  const anna = run.as(PEOPLE.anna)
  await anna.command('/cx', `flag ${words}`, CHANNELS.support)
  await run.form(anna)
  await anna.fill('Journey stage', 'Pay')
  expect(await anna.submit()).toEqual({ kind: 'closed' })
  const { rows } = await database.query<{ last: number }>('SELECT max(number) AS last FROM issue')
  return rows[0]?.last ?? 0
}

const cardOf = (issue: number) =>
  run.slack.waitFor(
    () =>
      run
        .as(PEOPLE.ben)
        .messages(CHANNELS.billing)
        .find((message) => message.visible.includes(`CX-${issue} `) && message.threadTs === undefined),
    { what: `the card of CX-${issue}`, timeout },
  )

/** The direct message to a person with these words, once it is there. */
const toldOf = (person: string, words: string) =>
  run.slack.waitFor(
    () =>
      run
        .as(person)
        .dms()
        .find(({ visible }) => visible.includes(words)),
    { what: `“${words}”`, timeout },
  )

const promise = async (issue: number): Promise<void> => {
  await run.as(PEOPLE.ben).press(await toldOf(PEOPLE.ben, `CX-${issue} is yours now`), 'Tomorrow')
}

/** An ask that was answered before it could be sent is left out. */
const usual = ['card', 'receipt', 'mine', 'news', 'story']

/** What must hold of an issue that was flagged, claimed and promised: nothing lost, nothing doubled, nothing overtaken. */
const expectTold = async (issue: number): Promise<void> => {
  await eventually(async () => {
    const rows = await noted(issue)
    const kinds = new Set(rows.map(({ key }) => key.split(':')[0]))
    return usual.every((kind) => kinds.has(kind)) && rows.filter(({ key }) => key.startsWith('news')).length === 2
  }, timeout)
  await run.slack.settled({ quietFor: 250, timeout })
  const rows = await noted(issue)
  const stands = standing()
  for (const { key, channel, ts } of rows) {
    expect([key, stands.filter((one) => one.key === key)]).toEqual([key, [{ key, channel, ts }]])
  }
  for (const place of new Set(rows.map(({ channel }) => channel))) {
    const queued = rows.filter(({ channel }) => channel === place)
    const shown = queued.toSorted((one, other) => one.ts.localeCompare(other.ts))
    expect(shown.map(({ created }) => created)).toEqual(queued.map(({ created }) => created))
  }
}

describe('when Slack fails while messages go out', () => {
  it.each<[string, CallDamage]>([
    ['asks to wait', { kind: 'rate_limited', retryAfter: 1 }],
    ['answers 500', { kind: 'status', status: 500 }],
    ['hangs', { kind: 'hang' }],
    ['breaks the connection before it posts', { kind: 'lost', done: false }],
    ['posts and loses its reply', { kind: 'lost' }],
    ['posts and hangs', { kind: 'hang', done: true }],
    ['posts and says that it failed inside', { kind: 'error', code: 'internal_error', done: true }],
    ['posts and says that it failed badly', { kind: 'error', code: 'fatal_error', done: true }],
  ])(
    'and %s, in channel, thread and direct message, each message stands once and in order',
    async (how, does) => {
      const { slack } = run
      for (const when of [isRoot, isThread, isDirect, isDirect]) {
        slack.faults.add({ on: { method: 'chat.postMessage', when }, does, times: 1 })
      }
      slack.faults.add({ on: { method: 'chat.update' }, does, times: 1 })
      const ben = run.as(PEOPLE.ben)
      const issue = await flagAtPay(`Slack ${how}`)
      await toldOf(PEOPLE.ben, `Slack ${how}`)
      await ben.press(await cardOf(issue), 'Claim')
      await promise(issue)
      await expectTold(issue)
      await run.reads(
        () => ben.messages(CHANNELS.billing).filter(({ visible }) => visible.includes(`CX-${issue} `)),
        'Ben (Billing) answers for this',
      )
    },
    40_000,
  )

  it('and loses the reply of opening a direct message, the ask still comes once', async () => {
    const { slack } = run
    slack.faults.add({ on: { method: 'conversations.open' }, does: { kind: 'lost' }, times: 2 })
    const anna = run.as(PEOPLE.anna)
    await anna.command('/cx', 'flag Their campus cannot sign in', CHANNELS.support)
    await run.form(anna)
    await anna.fill('Department', 'IT')
    expect(await anna.submit()).toEqual({ kind: 'closed' })
    const ravi = run.as(PEOPLE.ravi)
    await toldOf(PEOPLE.ravi, 'Their campus')
    await slack.settled({ quietFor: 300 })
    expect(ravi.dms().filter((dm) => dm.buttons.includes('Claim'))).toHaveLength(1)
    expect(slack.faults.happened()['conversations.open lost']).toBeGreaterThan(0)
  }, 20_000)
})

describe('when Slack does not take the token', () => {
  it.each(['token_revoked', 'account_inactive'])(
    'any more (%s), readiness says so, and what was queued goes out when it does again',
    async (code) => {
      const { slack } = run
      const ben = run.as(PEOPLE.ben)
      const issue = await flagAtPay(`Before ${code}`)
      const card = await cardOf(issue)
      slack.faults.add({ on: { method: '*' }, does: { kind: 'error', code } })
      await ben.press(card, 'Claim')
      const jonas = run.as(PEOPLE.jonas)
      const said = await jonas.post(CHANNELS.support, `Flagged while ${code}`)
      expect((await jonas.react(CHANNELS.support, said.ts, 'triangular_flag_on_post'))?.ok).toBe(true)
      const refused = await eventually(async () => {
        const { status, text } = await run.readiness()
        return status === 503 && text
      })
      expect(refused).toContain(code)
      slack.faults.clear()
      await eventually(async () => (await run.readiness()).status === 200, 15_000)
      await promise(issue)
      await expectTold(issue)
      const waiting = () => run.as(PEOPLE.chloe).messages(CHANNELS.council)
      await slack.waitFor(() => waiting().some(({ visible }) => visible.includes(`Flagged while ${code}`)), {
        timeout,
        what: 'the card of what was flagged meanwhile',
      })
      expect(waiting().filter(({ visible }) => visible.includes(`Flagged while ${code}`))).toHaveLength(1)
    },
    60_000,
  )
})

it('readiness says that Slack does not take the token although there is nothing to post', async () => {
  const { slack } = run
  slack.faults.add({ on: { method: '*' }, does: { kind: 'error', code: 'token_revoked' } })
  await run.as(PEOPLE.grace).openHome()
  await eventually(async () => (await run.readiness()).status === 503)
  slack.faults.clear()
  await eventually(async () => (await run.readiness()).status === 200, timeout)
}, 30_000)

it('a claim by reaction counts although the bot does not know yet where its card stands', async () => {
  const { slack } = run
  const lost = { on: { method: 'chat.postMessage', when: isRoot }, does: { kind: 'hang', done: true } } as const
  slack.faults.add({ ...lost, times: 1 })
  const ben = run.as(PEOPLE.ben)
  const flagged = flagAtPay('Claimed before the card is known')
  const card = await slack.waitFor(() =>
    ben
      .messages(CHANNELS.billing)
      .find(({ visible, threadTs }) => visible.includes('Claimed before the card is known') && !threadTs),
  )
  expect((await ben.react(CHANNELS.billing, card.ts, 'raising_hand'))?.ok).toBe(true)
  const issue = await flagged
  expect((await noted(issue)).some(({ key }) => key.startsWith('card:'))).toBe(false)
  await promise(issue)
  await expectTold(issue)
}, 30_000)
