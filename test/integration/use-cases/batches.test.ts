import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import type { Product } from '../../support/product.ts'
import { startProduct, workspaceId } from '../../support/product.ts'

let product: Product

beforeEach(async () => {
  product = await startProduct()
})
afterEach(() => product.stop())

const asClaimed = ['pay', 'pay', 'pay', 'pay', 'pay', 'pay', 'pay', 'pay']

const flag = async (at = '2026-11-16T09:00:00Z', more: object = {}) => {
  product.setClock(at)
  const input = { ...product.act('U0ANNA'), text: 'Charged twice.', via: 'command' as const, restricted: false }
  return (await product.use.flagIssue({ ...input, stage: 'pay', ...more })).number
}

/** Ben answers for it since then. */
const claimed = async (at?: string) => {
  const number = await flag(at)
  await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
  await product.deliverAll()
  return number
}

const tick = async (at: string) => {
  product.setClock(at)
  await product.use.sendReminders(workspaceId)
  await product.deliverAll()
}

const batches = (person = 'U0BEN') =>
  product.posts.filter(({ key, place }) => key.startsWith('reminder:') && place === person)

const saidTo = (person = 'U0BEN') => batches(person).map(({ message }) => renderMessage(message).text)

/** All that a person got directly besides reminders. */
const sentTo = (person: string) =>
  product.posts
    .filter(({ key, place }) => !key.startsWith('reminder:') && place === person)
    .map(({ message }) => renderMessage(message).text)

/** What a person was asked to take over. */
const asked = (person: string) =>
  product.posts
    .filter(({ place, message }) => place === person && message.kind === 'handover')
    .map(({ message }) => renderMessage(message).text)

const events = async (number: number, kind: string) =>
  (await product.story(number)).timeline.filter((entry) => entry.kind === kind)

describe('reminders of one person', () => {
  it('come in one message, however many issues there are, and bring no more than fits', async () => {
    for (const _ of asClaimed) await claimed()
    await tick('2026-11-18T09:30:00Z')
    expect(saidTo()).toHaveLength(1)
    expect(saidTo()[0]).toContain('ben, 6 issues wait for you:')
    expect(saidTo()[0]).toContain('Nothing was heard of it for 2 days. What is the next step, and by when?')
    await tick('2026-11-18T11:00:00Z')
    expect(saidTo()).toHaveLength(2)
  })

  it('replace the message before, and bring along what is still open in it', async () => {
    const [first, second] = [await claimed(), await claimed('2026-11-16T14:00:00Z')]
    await tick('2026-11-18T09:30:00Z')
    await tick('2026-11-18T14:30:00Z')
    expect(saidTo()[0]).toBe('These reminders went on in a newer message below.')
    expect(saidTo()[1]).toContain(`ben, CX-${second} waits for you:`)
    expect(saidTo()[1]).toMatch(new RegExp(`Still open from before\nCX-${first}\\b`))
    expect(await events(first, 'reminded')).toHaveLength(1)
  })

  it('are brought up to date when something in them is settled, until nothing is left', async () => {
    const [first, second] = [await claimed(), await claimed()]
    await tick('2026-11-18T09:30:00Z')
    await product.use.setNextStep({ ...product.act('U0BEN'), number: first, day: 'friday' })
    await product.deliverAll()
    expect(saidTo()[0]).toContain(`Settled: ben (Billing) answers for CX-${first} now.`)
    expect(saidTo()[0]).toContain(`CX-${second} waits for you`)
    await product.use.resolveIssue({ ...product.act('U0BEN'), number: second, whatWasDone: 'Refunded.' })
    await product.deliverAll()
    expect(saidTo()).toEqual(['Nothing is left of these reminders. Thank you.'])
  })

  it('leave out what was settled before they were sent', async () => {
    const number = await claimed()
    product.setClock('2026-11-18T20:00:00Z')
    await product.use.sendReminders(workspaceId)
    await product.use.setNextStep({ ...product.act('U0BEN'), number, day: { date: '2026-11-20' } })
    await tick('2026-11-19T09:00:00Z')
    expect(saidTo()).toEqual([])
  })

  it('never exceed the budget of the day; what is left comes on the next one', async () => {
    const hours = ['08', '09', '10', '11', '12', '13', '14', '15']
    for (const hour of hours) await claimed(`2026-11-16T${hour}:05:00Z`)
    for (const hour of hours) for (const minute of ['06', '36']) await tick(`2026-11-18T${hour}:${minute}:00Z`)
    expect(batches()).toHaveLength(3)
    await tick('2026-11-19T08:10:00Z')
    expect(batches()).toHaveLength(4)
    expect(await product.database.reminder.count({ where: { sentAt: null } })).toBe(0)
  })

  it('go out once when replicas send at the same instant', async () => {
    const numbers = [await claimed(), await claimed()]
    product.setClock('2026-11-18T20:00:00Z')
    await product.use.sendReminders(workspaceId)
    product.setClock('2026-11-19T08:30:00Z')
    await Promise.all([1, 2, 3, 4].map(() => product.use.sendReminders(workspaceId)))
    await product.deliverAll()
    expect(batches()).toHaveLength(1)
    for (const number of numbers) expect(await events(number, 'reminded')).toHaveLength(1)
  })

  it('are not sent at night when they could not be sent before: they wait for the next morning', async () => {
    const number = await claimed()
    product.setClock('2026-11-18T16:20:00Z')
    await product.use.sendReminders(workspaceId)
    product.setClock('2026-11-18T20:00:00Z')
    await product.deliverAll()
    expect(saidTo()).toEqual([])
    for (const time of ['18T20:01', '19T07:59', '19T08:00', '19T08:01']) await tick(`2026-11-${time}:00Z`)
    expect(saidTo()).toEqual([expect.stringContaining(`CX-${number} waits for you`)])
    expect(batches()[0]?.key).toBe('reminder:U0BEN:2026-11-19:1')
  })
})

describe('a quiet issue', () => {
  it('reminds nobody when its owner has answered in its thread, which counts as an update of that time', async () => {
    const number = await claimed()
    const at = new Date('2026-11-18T07:00:00Z')
    product.threads.replies.push({ person: 'U0LOU', at: new Date('2026-11-18T08:00:00Z') }, { person: 'U0BEN', at })
    await tick('2026-11-18T09:30:00Z')
    expect(saidTo()).toEqual([])
    expect((await product.issue(number)).lastUpdateAt).toEqual(at)
    expect(await events(number, 'updated')).toMatchObject([{ at, actor: 'U0BEN', via: 'thread' }])
    await tick('2026-11-20T09:30:00Z')
    expect(saidTo()).toHaveLength(1)
  })

  it('has its thread read once for a state, and never its channel', async () => {
    const number = await claimed()
    const card = await product.database.post.findFirstOrThrow({ where: { key: `card:${number}:1` } })
    for (const minute of ['30', '31', '32']) await tick(`2026-11-18T09:${minute}:00Z`)
    expect(product.threads.asked).toEqual([card.ts])
    expect(saidTo()).toHaveLength(1)
  })

  it('reminds nobody as long as Slack cannot be asked, and soon afterwards', async () => {
    await claimed()
    product.threads.away = true
    await tick('2026-11-18T09:30:00Z')
    expect(saidTo()).toEqual([])
    product.threads.away = false
    await tick('2026-11-18T09:30:30Z')
    expect(saidTo()).toHaveLength(1)
  })

  it('reminds its owner who is back, though others were asked to take it over meanwhile', async () => {
    const number = await claimed()
    await tick('2026-11-18T20:00:00Z')
    await product.use.sayAway({ ...product.act('U0BEN'), until: '2026-11-27' })
    product.setClock('2026-11-19T08:30:00Z')
    await product.use.lookAfterPeople(workspaceId)
    for (const day of ['19T09', '20T09']) await tick(`2026-11-${day}:00:00Z`)
    expect((await product.issue(number)).handover).toMatchObject({ pass: 'away' })
    await product.use.sayBack(product.act('U0BEN'))
    await product.use.lookAfterPeople(workspaceId)
    await tick('2026-11-20T09:01:00Z')
    expect(saidTo()).toEqual([expect.stringContaining(`CX-${number} waits for you`)])
  })

  it('shows as quiet on its card and in lists afterwards', async () => {
    const number = await claimed()
    await tick('2026-11-18T09:30:00Z')
    const card = product.posts.find(({ key }) => key === `card:${number}:1`)
    expect(card && JSON.stringify(renderMessage(card.message).blocks)).toContain('Claimed, quiet for 2 days')
    const { lines } = await product.use.listIssues(product.act('U0CHLOE'))
    expect(lines[0]?.lastUpdateAt).toEqual(new Date('2026-11-16T09:00:00Z'))
  })
})

describe('a snoozed reminder', () => {
  const snooze = (number: number, how: '1h' | 'tomorrow', by = 'U0BEN') =>
    product.use.snoozeReminders({ ...product.act(by), number, snooze: how })

  it('comes once more after its time, and its message says until when', async () => {
    const number = await claimed()
    await tick('2026-11-18T09:30:00Z')
    await snooze(number, 'tomorrow')
    await product.deliverAll()
    expect(saidTo()).toEqual([`What is left of your reminders:\nCX-${number}: snoozed until Thursday 09:00.`])
    await tick('2026-11-18T15:00:00Z')
    expect(batches()).toHaveLength(1)
    for (const minute of ['00', '30']) await tick(`2026-11-19T08:${minute}:00Z`)
    expect(saidTo().slice(1)).toEqual([expect.stringContaining(`CX-${number} waits for you`)])
    expect(await events(number, 'reminded')).toHaveLength(2)
    expect(await events(number, 'snoozed')).toMatchObject([
      { person: 'U0BEN', until: new Date('2026-11-19T08:00:00Z') },
    ])
  })

  it('is not asked anew in a message that comes before its time', async () => {
    const [first] = [await claimed(), await claimed('2026-11-16T14:00:00Z')]
    await tick('2026-11-18T09:30:00Z')
    await snooze(first, 'tomorrow')
    await tick('2026-11-18T14:30:00Z')
    expect(saidTo()[1]).toMatch(new RegExp(`CX-2 waits for you:[^]*CX-${first}: snoozed until Thursday 09:00\\.$`))
    expect(saidTo()[1]?.match(/CX-1\b/g)).toHaveLength(1)
  })

  it('does not come again when it was settled meanwhile', async () => {
    const number = await claimed()
    await tick('2026-11-18T09:30:00Z')
    await snooze(number, '1h')
    await product.use.setNextStep({ ...product.act('U0BEN'), number, day: 'friday' })
    await tick('2026-11-18T14:30:00Z')
    expect(batches()).toHaveLength(1)
  })

  it('is refused to those who were not reminded', async () => {
    const number = await claimed()
    await tick('2026-11-18T09:30:00Z')
    await expect(snooze(number, '1h', 'U0LOU')).rejects.toMatchObject({ code: 'nothing_to_snooze' })
    await expect(snooze(4711, '1h')).rejects.toMatchObject({ code: 'issue_unknown' })
  })
})

describe('other things that wait', () => {
  it('a handover reminds the one asked; then their lead is asked, and at last it goes back to the sender', async () => {
    const number = await flag('2026-11-16T09:00:00Z', { stage: 'use' })
    await product.use.claimIssue({ ...product.act('U0DINA'), number, via: 'button' })
    await product.use.handOver({ ...product.act('U0DINA'), number, to: 'support', reason: 'expertise', need: 'Look.' })
    await tick('2026-11-16T11:05:00Z')
    expect(saidTo('U0JONAS')).toEqual([expect.stringContaining('Product asked you 2 h ago to take it over.')])
    await tick('2026-11-16T13:05:00Z')
    expect(asked('U0OMAR')).toEqual([expect.stringContaining('can you, or somebody of Support, take CX-1 over from')])
    await tick('2026-11-17T09:00:00Z')
    expect(asked('U0OMAR')).toHaveLength(1)
    await tick('2026-11-17T09:30:00Z')
    for (const person of ['U0JONAS', 'U0OMAR'])
      expect(asked(person)).toEqual([expect.stringContaining('Nobody answered in time, so CX-1 stays with Product.')])
    expect(sentTo('U0DINA')).toContainEqual(expect.stringContaining('so you still answer for CX-1'))
    expect(saidTo('U0JONAS')[0]).toContain('Nothing is left')
    expect(await product.issue(number)).toMatchObject({ owner: 'U0DINA', moves: { attempts: 1, refusals: 1 } })
    expect(await events(number, 'handover_expired')).toHaveLength(1)
  })

  it('a question before accepting reminds the one who answers, and nobody else until they have', async () => {
    const number = await flag('2026-11-16T09:00:00Z', { stage: 'use' })
    await product.use.claimIssue({ ...product.act('U0DINA'), number, via: 'button' })
    await product.use.handOver({ ...product.act('U0DINA'), number, to: 'support', reason: 'expertise', need: 'Look.' })
    const handover = (await product.issue(number)).handover?.id ?? ''
    await product.use.askFirst({ ...product.act('U0JONAS'), number, handover, question: 'Which export?' })
    await tick('2026-11-16T16:00:00Z')
    await tick('2026-11-17T16:00:00Z')
    expect([saidTo('U0JONAS'), asked('U0OMAR')]).toEqual([[], []])
    expect(saidTo('U0DINA')[0]).toContain('asked you something')
    await product.use.answerQuestion({ ...product.act('U0DINA'), number, handover, answer: 'The second.' })
    await tick('2026-11-18T10:00:00Z')
    expect(saidTo('U0JONAS')).toEqual([expect.stringContaining('Product asked you')])
    await tick('2026-11-18T11:31:00Z')
    expect(asked('U0OMAR')).toHaveLength(1)
  })

  it('an unrouted issue reminds chair and deputy half-way', async () => {
    await flag('2026-11-16T09:00:00Z', { stage: undefined })
    await tick('2026-11-16T10:00:00Z')
    await tick('2026-11-16T10:01:00Z')
    for (const person of ['U0CHLOE', 'U0OMAR']) expect(saidTo(person)).toHaveLength(1)
    expect(saidTo('U0CHLOE')[0]).toContain('Where should it go?')
  })
})
