import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Product } from '../../support/product.ts'
import { startProduct, workspaceId } from '../../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const act = (person: string, request?: string) => product.act(person, request)

const claimed = async (more: object = {}) => {
  product.setClock('2026-11-17T09:00:00Z')
  const input = { ...act('U0ANNA'), text: 'Charged twice.', via: 'command' as const, restricted: false, stage: 'pay' }
  const { number } = await product.use.flagIssue({ ...input, ...more })
  await product.use.claimIssue({ ...act('U0BEN'), number, via: 'button' })
  return number
}

const pending = async (number: number) => (await product.issue(number)).handover?.id ?? ''

const kindsOf = async (number: number) => (await product.story(number)).timeline.map((entry) => entry.kind)

const handOver = (number: number) =>
  product.use.handOver({ ...act('U0BEN'), number, to: 'sales', reason: 'expertise', need: 'The contract.' })

describe('passing an issue to a colleague', () => {
  it('moves accountability when the colleague accepts, with no hop, no attempt and the same card', async () => {
    const number = await claimed()
    await product.use.setNextStep({ ...act('U0BEN'), number, day: 'tomorrow' })
    await product.use.passIssue({ ...act('U0BEN'), number, to: 'U0LOU', note: 'Half done.' })
    const before = await product.issue(number)
    expect(before).toMatchObject({ owner: 'U0BEN', handover: { from: 'billing', to: 'billing', pass: 'asked' } })
    await product.deliverAll()
    await product.use.acceptHandover({ ...act('U0LOU'), number, handover: await pending(number) })
    const after = await product.issue(number)
    expect(after).toMatchObject({ owner: 'U0LOU', department: 'billing', card: before.card, moves: before.moves })
    expect(after.nextStepBy).toEqual(before.nextStepBy)
    expect(after.handover).toBeUndefined()
    await product.deliverAll()
    const last = (key: string) => product.posts.filter((post) => post.key.startsWith(`${key}:${number}:`)).at(-1)
    expect(last('mine')).toMatchObject({ place: 'U0LOU', message: { kind: 'mine', open: 'next_step' } })
    expect(last('pass')).toMatchObject({ place: 'U0LOU', message: { kind: 'pass', open: false } })
  })

  it('stays with the owner when it is returned, who reads why', async () => {
    const number = await claimed()
    await product.use.passIssue({ ...act('U0BEN'), number, to: 'U0LOU' })
    await product.use.returnHandover({
      ...act('U0LOU'),
      number,
      handover: await pending(number),
      reason: 'I leave too.',
    })
    expect(await product.issue(number)).toMatchObject({ owner: 'U0BEN', moves: { attempts: 0, refusals: 0 } })
    await product.deliverAll()
    const returned = product.posts.find((post) => post.key.startsWith(`returned:${number}:`))
    expect(returned).toMatchObject({
      place: 'U0BEN',
      message: { open: true, entry: { words: { text: 'I leave too.' } } },
    })
  })

  it('is answered by the one asked or the lead, not by the owner or by others', async () => {
    const number = await claimed()
    await product.use.passIssue({ ...act('U0BEN'), number, to: 'U0TOM' })
    const answer = { number, handover: await pending(number) }
    for (const person of ['U0BEN', 'U0ANNA', 'U0CHLOE'])
      await expect(product.use.acceptHandover({ ...act(person), ...answer })).rejects.toMatchObject({
        code: 'not_allowed',
      })
    await product.use.acceptHandover({ ...act('U0LOU'), ...answer })
    expect(await product.issue(number)).toMatchObject({ owner: 'U0LOU' })
  })

  it.each([
    ['U0BEN', 'owner_already'],
    ['U0ANNA', 'no_colleague'],
    ['', 'no_colleague'],
    ['U0TOM', 'person_away'],
  ])('is refused at its field for %j: %s', async (to, code) => {
    const number = await claimed()
    await product.use.sayAway(act('U0TOM'))
    const passing = product.use.passIssue({ ...act('U0BEN'), number, to })
    await expect(passing).rejects.toMatchObject({ code, field: 'colleague' })
    await product.use.sayBack(act('U0TOM'))
    expect((await product.issue(number)).handover).toBeUndefined()
  })

  it('is at most one at a time: another pass or a handover takes its place, and a handover is waited for', async () => {
    const number = await claimed()
    await product.use.passIssue({ ...act('U0BEN'), number, to: 'U0TOM' })
    await product.use.passIssue({ ...act('U0BEN'), number, to: 'U0LOU' })
    expect(await product.issue(number)).toMatchObject({ handover: { asked: 'U0LOU' } })
    await handOver(number)
    expect(await product.issue(number)).toMatchObject({ handover: { to: 'sales' } })
    expect(
      await product.database.handover.count({ where: { workspaceId, issueNumber: number, state: 'pending' } }),
    ).toBe(1)
    await expect(product.use.passIssue({ ...act('U0BEN'), number, to: 'U0LOU' })).rejects.toMatchObject({
      code: 'handover_pending',
    })
    expect((await kindsOf(number)).filter((kind) => kind === 'pass_cancelled')).toHaveLength(2)
  })

  it('ends with the issue', async () => {
    const number = await claimed()
    await product.use.passIssue({ ...act('U0BEN'), number, to: 'U0LOU' })
    await product.use.resolveIssue({ ...act('U0BEN'), number, whatWasDone: 'Refunded.' })
    expect((await product.issue(number)).handover).toBeUndefined()
    expect((await kindsOf(number)).slice(-2)).toEqual(['pass_cancelled', 'resolved'])
  })

  it('is asked for by the lead in the place of the owner, and needs no answer when they name themselves', async () => {
    const number = await claimed()
    await product.use.passIssue({ ...act('U0LOU'), number, to: 'U0TOM' })
    expect((await product.story(number)).timeline.at(-1)).toMatchObject({ actor: 'U0LOU', onBehalfOf: 'U0BEN' })
    await product.use.passIssue({ ...act('U0LOU'), number, to: 'U0LOU' })
    expect(await product.issue(number)).toMatchObject({ owner: 'U0LOU' })
    await product.deliverAll()
    const told = product.posts.filter((post) => post.key.startsWith(`news:${number}:`) && post.place === 'U0BEN')
    expect(told).toHaveLength(1)
  })

  it('settles once when accepted and returned at one instant', async () => {
    const number = await claimed()
    await product.use.passIssue({ ...act('U0BEN'), number, to: 'U0LOU' })
    const answer = { number, handover: await pending(number) }
    const both = await Promise.allSettled([
      product.use.acceptHandover({ ...act('U0LOU'), ...answer }),
      product.use.returnHandover({ ...act('U0LOU'), ...answer, reason: 'No.' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('offers those of the department who are here, and says so when there is nobody', async () => {
    const number = await claimed()
    const { colleagues } = await product.use.openPassForm({ ...act('U0BEN'), number })
    expect(colleagues.map(({ id }) => id)).toEqual(['U0LOU', 'U0TOM'])
    await expect(product.use.openPassForm({ ...act('U0ANNA'), number })).rejects.toMatchObject({ code: 'not_allowed' })
    for (const person of ['U0LOU', 'U0TOM']) await product.use.sayAway(act(person))
    await expect(product.use.openPassForm({ ...act('U0BEN'), number })).rejects.toMatchObject({ code: 'no_colleague' })
    for (const person of ['U0LOU', 'U0TOM']) await product.use.sayBack(act(person))
  })
})
