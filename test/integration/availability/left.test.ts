import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '#application/messages/message.ts'
import type { Product } from '../../support/product.ts'
import { startProduct, workspaceId } from '../../support/product.ts'

let product: Product

beforeEach(async () => {
  product = await startProduct()
  product.setClock('2026-11-17T09:00:00Z')
})
afterEach(() => product.stop())

const act = (person: string, request?: string) => product.act(person, request)

const claimedByBen = async (more: object = {}) => {
  const input = { ...act('U0ANNA'), text: 'Charged twice.', via: 'command' as const, restricted: false, stage: 'pay' }
  const { number } = await product.use.flagIssue({ ...input, ...more })
  await product.use.claimIssue({ ...act('U0BEN'), number, via: 'button' })
  return number
}

const ben = { id: 'U0BEN', name: 'ben', admin: false, timeZone: 'Europe/Berlin' }
const deactivate = () => product.setPerson({ ...ben, kind: 'deactivated' })

const tick = async () => {
  await product.use.lookAfterPeople(workspaceId)
  await product.deliverAll()
}

type Told = Extract<Message, { kind: 'departure' }>

/** What each was told, as it stands now. */
const told = (): readonly (readonly [string, Told])[] =>
  product.posts.flatMap(({ place, message }) => (message.kind === 'departure' ? [[place, message] as const] : []))

const toldTo = (person: string): Told => {
  const [, message] = told().find(([place]) => place === person) ?? []
  if (!message) throw new Error(`${person} was told nothing`)
  return message
}

const councilNow = () => product.ports.read(workspaceId, (tx) => tx.councils.current())

describe('what somebody leaves behind who is deactivated', () => {
  it('is told to the lead and the chair once, with every open issue and every cell of the map', async () => {
    const number = await claimedByBen()
    await deactivate()
    await tick()
    await tick()
    expect(told().map(([place]) => place)).toEqual(['U0LOU', 'U0CHLOE'])
    const { issues, cells, open } = toldTo('U0LOU')
    expect(open).toBe(true)
    expect(issues.map((issue) => issue.number)).toEqual([number])
    expect(cells).toEqual([
      { stage: 'buy', role: 'owner', next: { id: 'U0LOU', name: 'lou' } },
      { stage: 'pay', role: 'owner', next: { id: 'U0LOU', name: 'lou' } },
      { stage: 'renew', role: 'backup', next: { id: 'U0LOU', name: 'lou' } },
    ])
  })

  it('waits for the lead and the chair in App Home until somebody has it, and for nobody else', async () => {
    const number = await claimedByBen()
    await deactivate()
    await tick()
    const waiting = async (person: string) => {
      const { parts } = await product.use.viewHome(act(person))
      const entries = parts.find(({ kind }) => kind === 'waiting')?.entries ?? []
      return entries.map(({ line, ways }) => [line.number, line.list, ways.includes('take')])
    }
    for (const person of ['U0LOU', 'U0CHLOE']) expect(await waiting(person)).toEqual([[number, 'left', true]])
    expect(await waiting('U0TOM')).toEqual([])
    await product.use.giveIssue({ ...act('U0LOU'), number, to: 'U0LOU' })
    for (const person of ['U0LOU', 'U0CHLOE']) expect(await waiting(person)).toEqual([])
  })

  it('is given away with one press each, at once and for good, until nothing is left', async () => {
    const [given, taken] = [await claimedByBen(), await claimedByBen()]
    await deactivate()
    await tick()
    await product.use.giveIssue({ ...act('U0LOU'), number: given, to: 'U0TOM' })
    await product.use.giveIssue({ ...act('U0CHLOE'), number: taken, to: 'U0CHLOE' })
    expect(await product.issue(given)).toMatchObject({
      owner: 'U0TOM',
      state: 'claimed',
      moves: { hops: 0, attempts: 0 },
    })
    expect((await product.story(given)).timeline.at(-1)).toMatchObject({
      kind: 'pass_accepted',
      actor: 'U0LOU',
      onBehalfOf: 'U0BEN',
      from: 'U0BEN',
      owner: 'U0TOM',
    })
    for (const [stage, to] of [
      ['buy', 'U0LOU'],
      ['pay', 'U0LOU'],
      ['renew', 'U0LOU'],
    ] as const)
      await product.use.nameInMap({ ...act('U0LOU'), department: 'billing', stage, gone: 'U0BEN', to })
    await tick()
    expect(told().map(([, message]) => message.open)).toEqual([false, false])
    expect(await product.database.departure.count({ where: { endedAt: null } })).toBe(0)
    const pay = (await councilNow()).journey.find((stage) => stage.key === 'pay')
    expect(pay?.owners[0]).toEqual({ department: 'billing', owner: 'U0LOU' })
    expect(product.posts.filter(({ key }) => key.startsWith(`mine:${given}:`)).at(-1)?.place).toBe('U0TOM')
  })

  it('is given by the lead and the chair only, and not twice', async () => {
    const number = await claimedByBen()
    await expect(product.use.giveIssue({ ...act('U0LOU'), number, to: 'U0LOU' })).rejects.toMatchObject({
      code: 'already_given',
    })
    await deactivate()
    await tick()
    const give = { number, to: 'U0TOM' }
    for (const person of ['U0TOM', 'U0ANNA', 'U0FELIX'])
      await expect(product.use.giveIssue({ ...act(person), ...give })).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(product.use.giveIssue({ ...act('U0LOU'), number, to: 'U0ANNA' })).rejects.toMatchObject({
      code: 'no_colleague',
    })
    const both = await Promise.allSettled([
      product.use.giveIssue({ ...act('U0LOU'), ...give }),
      product.use.giveIssue({ ...act('U0CHLOE'), number, to: 'U0CHLOE' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const map = { department: 'billing', stage: 'pay', gone: 'U0BEN', to: 'U0TOM' }
    await expect(product.use.nameInMap({ ...act('U0TOM'), ...map })).rejects.toMatchObject({ code: 'not_allowed' })
    await product.use.nameInMap({ ...act('U0LOU'), ...map })
    await expect(product.use.nameInMap({ ...act('U0CHLOE'), ...map })).rejects.toMatchObject({ code: 'already_given' })
  })

  it('is asked of others at once where they were asked to claim', async () => {
    const input = { ...act('U0ANNA'), text: 'Whose?', via: 'command' as const, restricted: false, stage: 'pay' }
    const { number } = await product.use.flagIssue(input)
    expect((await product.issue(number)).ask?.person).toBe('U0BEN')
    await deactivate()
    await tick()
    expect((await product.issue(number)).ask).toMatchObject({ person: 'U0LOU', round: 2 })
  })

  it('shows many issues a few at a time, and the rest on demand to those who were told', async () => {
    for (let i = 0; i < 8; i += 1) await claimedByBen()
    await deactivate()
    await tick()
    const { issues, more, id } = toldTo('U0CHLOE')
    expect([issues.length, more]).toEqual([6, 2])
    const all = await product.use.viewLeftBehind({ ...act('U0CHLOE'), departure: id })
    expect([all.issues.length, all.more]).toEqual([8, 0])
    await expect(product.use.viewLeftBehind({ ...act('U0ANNA'), departure: id })).rejects.toMatchObject({
      code: 'not_allowed',
    })
    await expect(product.use.viewLeftBehind({ ...act('U0CHLOE'), departure: 'x' })).rejects.toMatchObject({
      code: 'not_allowed',
    })
  })

  it('goes to the chair alone when the lead left, and to the deputy when nobody else is there', async () => {
    await product.setPerson({ ...ben, id: 'U0LOU', name: 'lou', kind: 'deactivated' })
    await tick()
    expect(told().map(([place]) => place)).toEqual(['U0CHLOE'])
    await product.setPerson({ ...ben, id: 'U0CHLOE', name: 'chloe', kind: 'deactivated' })
    await deactivate()
    await tick()
    expect(told().map(([place]) => place)).toEqual(['U0CHLOE', 'U0OMAR'])
  })
})

describe('what somebody leaves behind in a department', () => {
  it('is told when they leave its channel, once for each time, and for no other channel', async () => {
    const number = await claimedByBen()
    await product.use.noteLeftChannel({ ...act('U0BEN', 'event:1'), channel: 'C0SUPPORT' })
    await product.use.noteLeftChannel({ ...act('U0ANNA', 'event:2'), channel: 'C0BILLING' })
    await tick()
    expect(told()).toEqual([])
    for (const request of ['event:3', 'event:3', 'event:4'])
      await product.use.noteLeftChannel({ ...act('U0BEN', request), channel: 'C0BILLING' })
    await tick()
    expect(told().map(([place]) => place)).toEqual(['U0LOU', 'U0CHLOE'])
    expect(toldTo('U0LOU')).toMatchObject({ why: 'left_channel', issues: [{ number, next: { id: 'U0TOM' } }] })
    expect((await councilNow()).departments.find(({ key }) => key === 'billing')?.members).toContain('U0BEN')
  })

  it('is told when a new council names them there no more, and not when nothing was theirs', async () => {
    const number = await claimedByBen()
    const without = (gone: string) => ({
      ...product.council,
      departments: product.council.departments.map((one) => ({
        ...one,
        members: one.members.filter((person) => person !== gone),
      })),
      journey: product.council.journey.map((stage) => ({
        ...stage,
        owners: stage.owners.filter(({ owner, backup }) => owner !== gone && backup !== gone),
      })),
    })
    await product.use.applyCouncil({ workspaceId, council: without('U0SANA') })
    await tick()
    expect(told()).toEqual([])
    await product.use.applyCouncil({ workspaceId, council: without('U0BEN') })
    await tick()
    expect(toldTo('U0LOU')).toMatchObject({ why: 'left_department', issues: [{ number }], cells: [] })
    await product.use.resolveIssue({ ...act('U0LOU'), number, whatWasDone: 'Refunded.' })
    await product.use.giveIssue({ ...act('U0LOU'), number, to: 'U0LOU' })
    await tick()
    expect(toldTo('U0LOU').open).toBe(false)
    expect(await product.issue(number)).toMatchObject({ state: 'resolved', owner: 'U0LOU' })
  })
})
