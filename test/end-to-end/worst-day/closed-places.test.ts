import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '#adapters/practice/json.ts'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { PracticeRun } from '../../support/practice-run.ts'
import { startPracticeRun } from '../../support/practice-run.ts'

let run: PracticeRun
let database: pg.Client

beforeAll(async () => {
  run = await startPracticeRun('http', { rhythm: '* * * * * *' })
  database = new pg.Client({ connectionString: run.url })
  await database.connect()
})
afterEach(() => run.slack.faults.clear())
afterAll(async () => {
  await database.end()
  await run.stop()
})

const timeout = 20_000

/** Every message of ours that stands, by its key, and where. */
const standing = (): readonly { key: string; channel: string; threadTs?: string | undefined }[] =>
  [...run.slack.world.messages.values()].flat().flatMap(({ metadata, channel, threadTs, deleted }) => {
    const { key } = (metadata?.event_payload ?? {}) as { key?: string }
    return key === undefined || deleted ? [] : [{ key, channel, threadTs }]
  })

const keyed = (start: string) => standing().filter(({ key }) => key.startsWith(start))

const lastIssue = async (): Promise<number> => {
  const { rows } = await database.query<{ last: number }>('SELECT max(number) AS last FROM issue')
  return rows[0]?.last ?? 0
}

const flagAtPay = async (words: string): Promise<number> => {
  const anna = run.as(PEOPLE.anna)
  await anna.command('/cx', `flag ${words}`, CHANNELS.support)
  await run.form(anna)
  await anna.fill('Journey stage', 'Pay')
  expect(await anna.submit()).toEqual({ kind: 'closed' })
  return lastIssue()
}

/** Whatever waits for a closed place is tried there at the next tick. */
const tryWaiting = () => database.query("UPDATE post SET next_look_at = 'epoch' WHERE next_look_at IS NOT NULL")

const waitForOne = (start: string) => run.slack.waitFor(() => keyed(start)[0], { what: `a message ${start}`, timeout })

describe('a department’s channel that takes no messages', () => {
  it.each(['channel_not_found', 'is_archived', 'not_in_channel'])(
    '(%s): the cards stand in the council’s channel, which is told once',
    async (code) => {
      await waitForOne(`card:${await flagAtPay(`Before ${code}`)}:`)
      const before = keyed(`place_closed:${CHANNELS.billing}`).length
      const toBilling = ({ channel }: Json): boolean => channel === CHANNELS.billing
      run.slack.faults.add({ on: { method: 'chat.postMessage', when: toBilling }, does: { kind: 'error', code } })
      const flagged = [await flagAtPay(`First ${code}`), await flagAtPay(`Second ${code}`)]
      for (const number of flagged)
        expect(await waitForOne(`card:${number}:`)).toMatchObject({ channel: CHANNELS.council })
      await run.slack.settled({ quietFor: 500 })
      const told = keyed(`place_closed:${CHANNELS.billing}`).slice(before)
      expect(told.map(({ channel }) => channel)).toEqual([CHANNELS.council])
      for (const number of flagged) expect(keyed(`card:${number}:`)).toHaveLength(1)
      run.slack.faults.clear()
      expect(await waitForOne(`card:${await flagAtPay(`After ${code}`)}:`)).toMatchObject({ channel: CHANNELS.billing })
    },
    60_000,
  )
})

it('an issue of a channel that was archived meanwhile has its card in the council’s, and a pointer when that is back', async () => {
  const number = await flagAtPay('Flagged before it was archived.')
  const stood = await waitForOne(`card:${number}:`)
  expect(stood.channel).toBe(CHANNELS.billing)
  await run.slack.settled({ quietFor: 500 })
  await run.as(PEOPLE.lou).archive(CHANNELS.billing)
  const ben = run.as(PEOPLE.ben)
  await ben.press(await run.dm(ben, 'Claim'), 'Claim')
  const moved = () => keyed(`card:${number}:`).find(({ channel }) => channel === CHANNELS.council)
  await run.slack.waitFor(moved, { what: 'the card in the council’s channel', timeout })
  const tries = () => run.slack.calls('chat.update').filter(({ answer }) => answer.error === 'is_inactive').length
  const before = tries()
  await tryWaiting()
  await run.slack.waitFor(() => tries() > before, { what: 'a try while it is still archived', timeout })
  await run.slack.settled({ quietFor: 500 })

  const billing = run.slack.world.channels.get(CHANNELS.billing)
  if (billing) billing.isArchived = false
  await waitForOne(`card:${await flagAtPay('Flagged when it was back.')}:`)
  await tryWaiting()
  const cardsOf = () => keyed(`card:${number}:`).map(({ channel }) => channel)
  await run.slack.waitFor(() => cardsOf().length === 1, { what: 'one card and a pointer', timeout })
  expect(cardsOf()).toEqual([CHANNELS.council])
}, 90_000)

it('the council’s channel that is archived and comes back has its cards, once each', async () => {
  const chloe = run.as(PEOPLE.chloe)
  const inCouncil = ({ channel }: Json): boolean => channel === CHANNELS.council
  run.slack.faults.add({
    on: { method: 'chat.postMessage', when: inCouncil },
    does: { kind: 'error', code: 'is_archived' },
  })
  const anna = run.as(PEOPLE.anna)
  const said = await anna.post(CHANNELS.support, 'Nobody knows whose this is.')
  await anna.react(CHANNELS.support, said.ts, 'triangular_flag_on_post')
  await run.slack.waitFor(() => keyed(`place_closed:${CHANNELS.council}`)[0], { what: 'the notice', timeout })
  const number = await lastIssue()
  expect(keyed(`card:${number}:`)).toEqual([])
  run.slack.faults.clear()
  const receipt = () =>
    anna.dms().find(({ visible, buttons }) => visible.includes(`CX-${number} `) && buttons.includes('Add details'))
  await anna.press(await run.slack.waitFor(receipt, { what: 'the receipt', timeout }), 'Add details')
  await run.form(anna)
  await anna.fill('Customer', 'Nordwind')
  await anna.submit()
  expect(await waitForOne(`card:${number}:`)).toMatchObject({ channel: CHANNELS.council })
  await run.slack.settled({ quietFor: 500 })
  expect(keyed(`card:${number}:`)).toHaveLength(1)
  expect(chloe.dms().filter(({ visible }) => visible.includes('#cx-council'))).not.toEqual([])
}, 60_000)

it('a person who takes no direct messages is called to the card, and the council is told once', async () => {
  const toBen = ({ users }: Json): boolean => users === PEOPLE.ben
  run.slack.faults.add({
    on: { method: 'conversations.open', when: toBen },
    does: { kind: 'error', code: 'user_not_found' },
  })
  const toHim = ({ channel }: Json): boolean => String(channel).startsWith('D') && isBens(String(channel))
  run.slack.faults.add({
    on: { method: 'chat.postMessage', when: toHim },
    does: { kind: 'error', code: 'user_not_found' },
  })
  const flagged = [await flagAtPay('One for Ben.'), await flagAtPay('Another for Ben.')]
  for (const number of flagged) {
    const call = await waitForOne(`call:ask:${number}:`)
    const card = await waitForOne(`card:${number}:`)
    expect(call).toMatchObject({ channel: card.channel, threadTs: expect.any(String) })
  }
  await run.slack.settled({ quietFor: 500 })
  expect(keyed(`place_closed:${PEOPLE.ben}`).map(({ channel }) => channel)).toEqual([CHANNELS.council])
}, 60_000)

const isBens = (channel: string): boolean =>
  run
    .as(PEOPLE.ben)
    .dms()
    .some((dm) => dm.channel === channel)
