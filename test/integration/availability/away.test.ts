import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import type { Product } from '../../support/product.ts'
import { startProduct, workspaceId } from '../../support/product.ts'

let product: Product

// Tuesday, 10:00 in Berlin.
const tuesday = '2026-11-17T09:00:00Z'

beforeEach(async () => {
  product = await startProduct()
  product.setClock(tuesday)
})
afterEach(() => product.stop())

const act = (person: string, request?: string) => product.act(person, request)

const flag = async (more: object = {}) => {
  const input = { ...act('U0ANNA'), text: 'Charged twice.', via: 'command' as const, restricted: false, stage: 'pay' }
  return (await product.use.flagIssue({ ...input, ...more })).number
}

const claimedByBen = async (more: object = {}) => {
  const number = await flag(more)
  await product.use.claimIssue({ ...act('U0BEN'), number, via: 'button' })
  return number
}

const tick = async (at?: string) => {
  if (at !== undefined) product.setClock(at)
  await product.use.lookAfterPeople(workspaceId)
  await product.use.sendReminders(workspaceId)
  await product.deliverAll()
}

const kindsOf = async (number: number) => (await product.story(number)).timeline.map((entry) => entry.kind)

/** Who was asked to take it over, one after the other. */
const passes = async (number: number) =>
  (await product.story(number)).timeline.flatMap((entry) => (entry.kind === 'pass_asked' ? [entry.asked] : []))

/** The messages of reminders to a person, as they read now. */
const remindersOf = (person: string) =>
  product.posts
    .filter(({ place, message }) => place === person && message.kind === 'reminders')
    .map(({ message }) => renderMessage(message).text)

describe('/cx away', () => {
  it('has the cover asked instead, then the backup, and the chain again when somebody is back', async () => {
    await product.use.sayAway({ ...act('U0BEN'), until: 'Friday', cover: 'tom' })
    const covered = await flag()
    expect((await product.issue(covered)).ask).toMatchObject({ person: 'U0TOM', role: 'cover' })
    const [, asked] = (await product.story(covered)).timeline
    expect(asked).toMatchObject({ kind: 'asked', coverFor: 'U0BEN' })
    await product.use.sayAway({ ...act('U0TOM') })
    expect((await product.issue(await flag())).ask).toMatchObject({ person: 'U0LOU', role: 'backup' })
    await product.use.sayBack(act('U0BEN'))
    expect((await product.issue(await flag())).ask).toMatchObject({ person: 'U0BEN', role: 'owner' })
  })

  it('ends by itself with the last day, in the time zone of the person', async () => {
    await product.setPerson({ id: 'U0BEN', name: 'ben', kind: 'member', admin: false, timeZone: 'America/New_York' })
    const answer = await product.use.sayAway({ ...act('U0BEN'), until: '2026-11-19' })
    expect(answer.until).toBe('2026-11-20T05:00:00.000Z')
    product.setClock('2026-11-20T04:59:59Z')
    expect((await product.issue(await flag())).ask?.person).toBe('U0LOU')
    product.setClock('2026-11-20T05:00:00Z')
    expect((await product.issue(await flag())).ask?.person).toBe('U0BEN')
  })

  it.each([
    [{ until: 'yesterday' }, 'absence_over'],
    [{ until: '2026-11-16' }, 'absence_over'],
    [{ until: 'soon' }, 'date_unclear'],
    [{ until: '31.2.2027' }, 'date_unclear'],
    [{ cover: 'ben' }, 'cover_self'],
    [{ cover: 'nobody at all' }, 'cover_unknown'],
    [{ cover: 'carla' }, 'cover_away'],
    [{ cover: '@felix' }, 'cover_loop'],
  ])('is refused whole for %j: %s', async (said, code) => {
    await product.use.sayAway({ ...act('U0FELIX'), cover: 'ben' })
    await product.use.sayAway({ ...act('U0CARLA') })
    await expect(product.use.sayAway({ ...act('U0BEN'), until: 'friday', ...said })).rejects.toMatchObject({ code })
    expect((await product.issue(await flag())).ask?.person).toBe('U0BEN')
    expect(await product.database.absence.count({ where: { workspaceId, person: 'U0BEN' } })).toBe(0)
  })

  it('does not take a guest, or one of two of the same name, for the cover', async () => {
    await product.setPerson({ id: 'U0GUEST', name: 'gus', kind: 'guest', admin: false, timeZone: 'UTC' })
    await product.setPerson({ id: 'U0LOU2', name: 'Lou', kind: 'member', admin: false, timeZone: 'UTC' })
    await expect(product.use.sayAway({ ...act('U0BEN'), cover: 'gus' })).rejects.toMatchObject({
      code: 'cover_unknown',
    })
    await expect(product.use.sayAway({ ...act('U0BEN'), cover: 'lou' })).rejects.toMatchObject({ code: 'cover_many' })
    await product.use.sayAway({ ...act('U0BEN'), cover: '<@U0LOU|lou>' })
    expect((await product.issue(await flag())).ask?.person).toBe('U0LOU')
  })

  it('is carried out once when Slack repeats it, and answers the same', async () => {
    const first = await product.use.sayAway({ ...act('U0BEN', 'command:1'), until: 'friday' })
    product.setClock('2026-11-18T09:00:00Z')
    await product.use.sayBack(act('U0BEN'))
    expect(await product.use.sayAway({ ...act('U0BEN', 'command:1'), until: 'friday' })).toEqual(first)
    expect((await product.issue(await flag())).ask?.person).toBe('U0BEN')
  })

  it('shows a restricted issue to no cover who could not see it otherwise', async () => {
    await product.use.sayAway({ ...act('U0BEN'), cover: 'ivo' })
    expect((await product.issue(await flag())).ask?.person).toBe('U0IVO')
    expect((await product.issue(await flag({ restricted: true }))).ask?.person).toBe('U0LOU')
  })
})

describe('an owner who is away for more than a working day', () => {
  it('has the cover asked to take over, then the lead, then the chair, in their hours, and answers for it all the while', async () => {
    const number = await claimedByBen()
    await product.use.sayAway({ ...act('U0BEN'), until: '2026-11-27', cover: 'tom' })
    await tick()
    await tick()
    expect(await passes(number)).toEqual(['U0TOM'])
    await tick('2026-11-17T12:59:00Z')
    expect(await passes(number)).toEqual(['U0TOM'])
    await tick('2026-11-17T13:10:00Z')
    expect(await passes(number)).toEqual(['U0TOM', 'U0LOU'])
    await tick('2026-11-17T21:00:00Z')
    expect(await passes(number)).toEqual(['U0TOM', 'U0LOU'])
    await tick('2026-11-18T09:10:00Z')
    await tick('2026-11-24T09:00:00Z')
    expect(await passes(number)).toEqual(['U0TOM', 'U0LOU', 'U0CHLOE'])
    expect(await product.issue(number)).toMatchObject({ owner: 'U0BEN', handover: { asked: 'U0CHLOE', pass: 'away' } })
    const { handover } = await product.issue(number)
    await product.use.acceptHandover({ ...act('U0CHLOE'), number, handover: handover?.id ?? '' })
    expect(await product.issue(number)).toMatchObject({
      owner: 'U0CHLOE',
      department: 'billing',
      moves: { hops: 0, attempts: 0 },
    })
  })

  it('has all that is his asked about in one message, with what was promised, and the button that ends each', async () => {
    const [first, second] = [await claimedByBen(), await claimedByBen()]
    const promise = { what: 'A call back', date: '2026-11-19', time: 15 * 60 }
    await product.use.promiseCustomer({ ...act('U0BEN'), number: second, ...promise })
    await product.use.sayAway({ ...act('U0BEN'), until: '2026-11-27', cover: 'tom' })
    await tick()
    await tick()
    expect(remindersOf('U0TOM')).toEqual([expect.stringContaining('tom, 2 issues wait for you:')])
    const [text = ''] = remindersOf('U0TOM')
    expect(text).toContain(
      'ben is away. Can you take it over, by 14:00? No next step is promised yet. ben answers for it until you accept.',
    )
    expect(text).toContain('Promised to the customer by Thursday 15:00: "A call back".')
    for (const number of [first, second]) {
      const { handover } = await product.issue(number)
      await product.use.acceptHandover({ ...act('U0TOM'), number, handover: handover?.id ?? '' })
    }
    await product.deliverAll()
    expect(remindersOf('U0TOM')).toEqual(['Nothing is left of these reminders. Thank you.'])
  })

  it('has each answer in their own hours, wherever they are', async () => {
    await product.setPerson({ id: 'U0LOU', name: 'lou', kind: 'member', admin: false, timeZone: 'America/New_York' })
    const number = await claimedByBen()
    await product.use.sayAway({ ...act('U0BEN'), until: '2026-11-27' })
    await tick('2026-11-17T14:00:00Z')
    expect((await product.issue(number)).handover).toMatchObject({
      asked: 'U0LOU',
      dueAt: new Date('2026-11-17T18:00:00Z'),
    })
  })

  it('keeps what is his on a short absence', async () => {
    const number = await claimedByBen()
    await product.use.sayAway({ ...act('U0BEN'), until: 'today', cover: 'tom' })
    await tick()
    expect(await kindsOf(number)).not.toContain('pass_asked')
  })

  it('has the next one asked when the cover returns it, and nobody twice in one absence', async () => {
    const number = await claimedByBen()
    await product.use.sayAway({ ...act('U0BEN'), cover: 'tom' })
    await tick()
    const handover = (await product.issue(number)).handover?.id ?? ''
    await product.use.returnHandover({ ...act('U0TOM'), number, handover, reason: 'I am full.' })
    await tick()
    expect(await passes(number)).toEqual(['U0TOM', 'U0LOU'])
    await product.use.sayAway({ ...act('U0BEN'), until: '2026-12-04', cover: 'tom' })
    await tick('2026-11-17T10:00:00Z')
    expect(await passes(number)).toEqual(['U0TOM', 'U0LOU'])
  })

  it('finds nobody asked any more when he is back, and is asked about again in the next absence', async () => {
    const number = await claimedByBen()
    await product.use.sayAway({ ...act('U0BEN'), cover: 'tom' })
    await tick()
    await product.use.sayBack(act('U0BEN'))
    await tick('2026-11-17T10:00:00Z')
    expect((await product.issue(number)).handover).toBeUndefined()
    expect((await kindsOf(number)).at(-1)).toBe('pass_cancelled')
    await product.use.sayAway({ ...act('U0BEN'), cover: 'tom' })
    await tick('2026-11-17T11:00:00Z')
    expect(await passes(number)).toEqual(['U0TOM', 'U0TOM'])
  })

  it('is noticed by a Slack status with an end, whichever way it was heard of, and also after it ran out', async () => {
    const number = await claimedByBen()
    const ben = { id: 'U0BEN', name: 'ben', kind: 'member' as const, admin: false, timeZone: 'Europe/Berlin' }
    await product.setPerson({ ...ben, awayUntil: new Date('2026-11-19T17:00:00Z') })
    await tick('2026-11-17T09:01:00Z')
    expect(await passes(number)).toEqual(['U0LOU'])
    await tick('2026-11-19T17:00:00Z')
    expect((await product.issue(number)).handover).toBeUndefined()
  })

  it('is asked about once when several replicas tick at once', async () => {
    const number = await claimedByBen()
    await product.use.sayAway({ ...act('U0BEN'), cover: 'tom' })
    await Promise.all([1, 2, 3, 4].map(() => product.use.lookAfterPeople(workspaceId)))
    await product.deliverAll()
    expect(await passes(number)).toEqual(['U0TOM'])
  })

  it('is looked at again when something happens while the tick looks', async () => {
    await product.use.sayAway({ ...act('U0BEN') })
    const [seen] = await product.ports.queries.peopleDue(workspaceId, new Date(tuesday), 10)
    await product.use.sayBack(act('U0BEN'))
    await product.ports.unitOfWork({ workspaceId }, async (tx) => {
      await tx.people.lookedAfter('U0BEN', seen?.changes ?? 0, undefined)
      return undefined
    })
    expect(await product.ports.queries.peopleDue(workspaceId, new Date(tuesday), 10)).toHaveLength(1)
  })

  it('leaves no handover pending when the loop is closed meanwhile', async () => {
    const number = await claimedByBen()
    await product.use.resolveIssue({ ...act('U0BEN'), number, whatWasDone: 'Refunded.' })
    await product.use.sayAway({ ...act('U0BEN'), cover: 'tom' })
    await tick()
    expect(await passes(number)).toEqual(['U0TOM'])
    const close = { told: 'All good.', when: '2026-11-17', byWhom: 'U0ANNA', explainedAgain: 'no' as const }
    await product.use.closeLoop({ ...act('U0ANNA'), number, ...close })
    expect(await product.issue(number)).not.toHaveProperty('handover')
    expect(await product.database.handover.count({ where: { workspaceId, state: 'pending' } })).toBe(0)
  })
})
