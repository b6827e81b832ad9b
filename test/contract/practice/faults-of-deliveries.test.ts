import { describe, expect, test } from 'vitest'
import { eventually } from '../../support/eventually.ts'
import { stand } from './stand.ts'

type Stand = Awaited<ReturnType<typeof stand>>

const flagged = async ({ workspace }: Stand, emoji = 'flag') => {
  const anna = workspace.as('U0ANNA')
  const { ts } = await anna.post('#support', 'charged twice')
  return anna.react('#support', ts, emoji)
}

/** What the app was told of, in order: the emoji of reactions, else the type or command. */
const heard = ({ app }: Stand) =>
  app.received.map(({ payload }) => {
    const { reaction, type } = (payload.event ?? {}) as { reaction?: string; type?: string }
    return reaction ?? type ?? payload.command ?? payload.type
  })

describe('a delivery that comes again', () => {
  test('one after the other, as Slack repeats what it thinks was not heard', async () => {
    const on = await stand()
    on.workspace.faults.add({ on: { delivery: 'reaction_added' }, does: { kind: 'repeated', times: 2 }, times: 1 })
    await flagged(on)
    await on.workspace.settled({ quietFor: 30 })
    expect(on.app.received.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2'])
    expect(new Set(on.app.received.map(({ body }) => body)).size).toBe(1)
    await flagged(on)
    await on.workspace.settled({ quietFor: 30 })
    expect(on.app.received).toHaveLength(4)
  })

  test('all at once, before the first was answered', async () => {
    const on = await stand()
    on.app.reply = () => ({ never: true })
    const does = { kind: 'repeated', times: 3, concurrently: true } as const
    on.workspace.faults.add({ on: { delivery: '/cx' }, does })
    const command = on.workspace.as('U0ANNA').command('/cx', 'help', '#support')
    await eventually(() => on.app.received.length === 4, 1_500)
    on.app.close()
    expect(await command).toMatchObject({ ok: false, error: 'dispatch_failed' })
  })

  test('later, when the answer has long been given', async () => {
    const on = await stand()
    on.workspace.faults.add({ on: { delivery: '*' }, does: { kind: 'repeated', times: 1, after: 40 }, times: 1 })
    await flagged(on, 'first')
    await flagged(on, 'second')
    await on.workspace.settled({ quietFor: 30 })
    expect(heard(on)).toEqual(['first', 'second', 'first'])
  })
})

describe('a delivery that is held back', () => {
  test('goes out when another has passed, and the act does not wait for it', async () => {
    const on = await stand()
    on.workspace.faults.add({
      on: { delivery: 'reaction_added', when: ({ event }) => JSON.stringify(event).includes('early') },
      does: { kind: 'held', until: (passed) => JSON.stringify(passed.payload).includes('late') },
    })
    expect(await flagged(on, 'early')).toMatchObject({ ok: false, failure: 'held_back' })
    await flagged(on, 'other')
    await flagged(on, 'late')
    await on.workspace.settled({ quietFor: 30 })
    expect(heard(on)).toEqual(['other', 'late', 'early'])
    expect(on.workspace.deliveries()[0]?.attempts).toMatchObject([{ status: 200 }])
  })

  test('goes out after a while, a person waiting for the answer', async () => {
    const on = await stand()
    on.workspace.faults.add({ on: { delivery: '/cx' }, does: { kind: 'held', ms: 50 }, times: 1 })
    const anna = on.workspace.as('U0ANNA')
    const held = anna.command('/cx', 'help', '#support')
    await flagged(on)
    expect((await held).ok).toBe(true)
    expect(heard(on)).toEqual(['flag', '/cx'])
  })

  test('goes out when the faults end', async () => {
    const on = await stand()
    on.workspace.faults.add({ on: { delivery: '*' }, does: { kind: 'held', until: () => false } })
    await flagged(on)
    await on.workspace.settled({ quietFor: 30 })
    expect(heard(on)).toEqual([])
    on.workspace.faults.clear()
    await on.workspace.settled({ quietFor: 30 })
    expect(heard(on)).toEqual(['flag'])
  })
})

test('an answer that Slack does not hear brings an event again and shows a person an error', async () => {
  const on = await stand()
  on.workspace.faults.add({ on: { delivery: '*' }, does: { kind: 'answer_lost' }, times: 2 })
  await flagged(on)
  await on.workspace.settled({ quietFor: 30 })
  expect(on.app.received.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1'])
  const command = await on.workspace.as('U0ANNA').command('/cx', 'help', '#support')
  expect(command).toMatchObject({ ok: false, error: 'dispatch_failed' })
  expect(on.app.received).toHaveLength(3)
})

describe('too many events within an hour', () => {
  test('are not sent; the app hears once a minute that they are held back, and commands still come', async () => {
    const on = await stand({ eventsPerHour: 2 })
    for (const emoji of ['one', 'two', 'three', 'four']) await flagged(on, emoji)
    on.clock.forward(60_000)
    await flagged(on, 'five')
    await on.workspace.as('U0ANNA').command('/cx', 'help', '#support')
    expect(heard(on)).toEqual(['one', 'two', 'app_rate_limited', 'app_rate_limited', '/cx'])
    const minute = Math.floor(on.clock.at / 60_000) * 60
    expect(on.app.received.map(({ payload }) => payload)).toMatchObject([
      {},
      {},
      { type: 'app_rate_limited', team_id: 'T0PRACTICE', api_app_id: 'A0COUNCIL', minute_rate_limited: minute - 60 },
      { type: 'app_rate_limited', minute_rate_limited: minute },
      {},
    ])
    expect(on.app.received[2]?.payload).not.toHaveProperty('event')
  })

  test('come again when an hour has passed since the first', async () => {
    const on = await stand({ eventsPerHour: 1 })
    await flagged(on, 'one')
    on.clock.forward(3_599_999)
    await flagged(on, 'two')
    on.clock.forward(1)
    await flagged(on, 'three')
    expect(heard(on)).toEqual(['one', 'app_rate_limited', 'three'])
  })
})
