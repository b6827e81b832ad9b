import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Product } from '../../support/product.ts'
import { startProduct, workspaceId } from '../../support/product.ts'

let product: Product

beforeEach(async () => {
  product = await startProduct()
})
afterEach(() => product.stop())

// Tuesday, 10:00 in Berlin; the practice council claims normal issues within 4 working hours.
const flaggedAt = '2026-11-17T09:00:00Z'

const flag = async (more: object = {}) => {
  product.setClock(flaggedAt)
  const input = {
    ...product.act('U0ANNA'),
    text: 'Charged twice.',
    via: 'command' as const,
    restricted: false,
    stage: 'pay',
  }
  return (await product.use.flagIssue({ ...input, ...more })).number
}

const remindedAt = async (at: string) => {
  product.setClock(at)
  await product.use.sendReminders(workspaceId)
  await product.deliverAll()
}

/** What the ledger has of an issue as sent, in order: the rung, and to whom. */
const reminders = async (number: number) => {
  const where = { workspaceId, issueNumber: number, sentAt: { not: null } }
  const rows = await product.database.reminder.findMany({ where, orderBy: { sentAt: 'asc' } })
  return rows.map(({ state, person }) => [state.split(':').at(-1), person])
}

/** Every message of reminders that was posted, by place. */
const places = () => product.posts.filter(({ key }) => key.startsWith('reminder:')).map(({ place }) => place)

describe('reminders of unclaimed issues', () => {
  it('climb the ladder once per rung: owner, backup or lead, council', async () => {
    const number = await flag()
    await remindedAt('2026-11-17T10:30:00Z')
    expect(places()).toEqual([])
    await remindedAt('2026-11-17T11:00:00Z')
    await remindedAt('2026-11-17T11:00:30Z')
    expect(places()).toEqual(['U0BEN'])
    await remindedAt('2026-11-17T13:00:00Z')
    expect(places()).toEqual(['U0BEN', 'U0LOU'])
    await remindedAt('2026-11-18T12:30:00Z')
    expect(places()).toEqual(['U0BEN', 'U0LOU', 'C0COUNCIL'])
    await remindedAt('2026-11-25T12:00:00Z')
    expect(places()).toHaveLength(3)
    expect(await reminders(number)).toEqual([
      ['owner', 'U0BEN'],
      ['backup', 'U0LOU'],
      ['council', 'council'],
    ])
  })

  it('are sent once when several replicas tick at the same instant', async () => {
    const numbers = [await flag(), await flag(), await flag()]
    product.setClock('2026-11-17T11:00:00Z')
    await Promise.all([1, 2, 3, 4].map(() => product.use.sendReminders(workspaceId)))
    await product.deliverAll()
    expect(places()).toEqual(['U0BEN'])
    for (const number of numbers) {
      expect(await reminders(number)).toHaveLength(1)
      expect((await product.story(number)).timeline.filter((entry) => entry.kind === 'reminded')).toHaveLength(1)
    }
  })

  it('speak once on the last rung that is due after an outage, not in a burst', async () => {
    const number = await flag()
    await remindedAt('2026-11-19T10:00:00Z')
    expect(await reminders(number)).toEqual([['council', 'council']])
    expect(places()).toEqual(['C0COUNCIL'])
  })

  it('wait for the hours of the person they are for', async () => {
    const ben = { id: 'U0BEN', name: 'ben', kind: 'member' as const, admin: false }
    await product.setPerson({ ...ben, timeZone: 'America/New_York' })
    const number = await flag()
    await remindedAt('2026-11-17T11:00:00Z')
    expect(places()).toEqual([])
    await remindedAt('2026-11-17T14:01:00Z')
    expect(await reminders(number)).toContainEqual(['owner', 'U0BEN'])
  })

  it('wait for the council’s hours in its channel', async () => {
    const number = await flag()
    await remindedAt('2026-11-18T19:00:00Z')
    expect(places()).toEqual([])
    await remindedAt('2026-11-19T08:00:00Z')
    expect(await reminders(number)).toEqual([['council', 'council']])
  })

  it('wait for somebody who is away, and leave out who has left', async () => {
    const person = { kind: 'member' as const, admin: false, timeZone: 'Europe/Berlin' }
    const number = await flag()
    await product.setPerson({ ...person, id: 'U0BEN', name: 'ben', awayUntil: new Date('2026-11-17T12:30:00Z') })
    await remindedAt('2026-11-17T11:00:00Z')
    expect(places()).toEqual([])
    await remindedAt('2026-11-17T12:31:00Z')
    expect(places()).toEqual(['U0BEN'])
    await product.setPerson({ ...person, id: 'U0LOU', name: 'lou', kind: 'deactivated' })
    await remindedAt('2026-11-17T13:00:00Z')
    expect(await reminders(number)).toEqual([['owner', 'U0BEN']])
  })

  it('wait for somebody who is away without an end, and come when they are back', async () => {
    const number = await flag({ severity: 'low' })
    await remindedAt('2026-11-18T08:59:00Z')
    const away = (person: string) => product.use.sayAway(product.act(person))
    await away('U0BEN')
    await remindedAt('2026-11-18T09:00:00Z')
    await away('U0LOU')
    for (const day of ['18T20', '19T09', '20T09', '23T09']) await remindedAt(`2026-11-${day}:00:00Z`)
    expect(places()).toEqual([])
    await product.use.sayBack(product.act('U0BEN'))
    await remindedAt('2026-11-23T09:01:00Z')
    expect(places()).toEqual(['U0BEN'])
    expect(await reminders(number)).toEqual([['owner', 'U0BEN']])
  })

  it('come earlier to somebody who is back earlier than they said', async () => {
    await flag()
    await product.use.sayAway({ ...product.act('U0BEN'), until: '2026-11-27' })
    await remindedAt('2026-11-17T11:00:00Z')
    await product.use.sayBack(product.act('U0BEN'))
    await remindedAt('2026-11-17T11:30:00Z')
    expect(places()).toEqual(['U0BEN'])
  })

  it('stop when somebody claims', async () => {
    const number = await flag()
    await product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
    await remindedAt('2026-11-17T11:00:00Z')
    await remindedAt('2026-11-18T12:30:00Z')
    expect(places()).toEqual([])
  })

  it('end at the lead, who is the backup here, for a low issue', async () => {
    const number = await flag({ severity: 'low' })
    await remindedAt('2026-11-27T11:00:00Z')
    expect(await reminders(number)).toEqual([['backup', 'U0LOU']])
  })

  it('ask the first suggestion when nobody routed an issue within two working hours', async () => {
    product.setClock(flaggedAt)
    const input = {
      ...product.act('U0ANNA'),
      text: 'The invoice and billing are wrong.',
      via: 'command' as const,
      restricted: false,
    }
    const { number } = await product.use.flagIssue(input)
    await remindedAt('2026-11-17T10:59:00Z')
    expect((await product.issue(number)).ask).toBeUndefined()
    await remindedAt('2026-11-17T11:00:00Z')
    expect(await product.issue(number)).toMatchObject({ department: 'billing', ask: { round: 1 } })
  })
})
