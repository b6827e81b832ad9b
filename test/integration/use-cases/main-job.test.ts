import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '#domain/errors.ts'
import type { Product } from '../../support/product.ts'
import { startProduct } from '../../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const refusal = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing was refused',
    (error) => (error instanceof DomainError ? error.code : String(error)),
  )

const flag = (person: string, more: object = {}) =>
  product.use.flagIssue({
    ...product.act(person),
    text: 'We were charged twice for March.',
    via: 'command',
    restricted: false,
    customer: 'Nordwind',
    stage: 'pay',
    ...more,
  })

const kinds = async (number: number) => (await product.story(number)).timeline.map((entry) => entry.kind)

describe('the main job over a real database', () => {
  it('asks the owner of the map, in the same transaction as the flag', async () => {
    const { number } = await flag('U0ANNA')
    expect(await product.issue(number)).toMatchObject({
      state: 'flagged',
      department: 'billing',
      ask: { person: 'U0BEN', role: 'owner', round: 1 },
      moves: { held: ['billing'], attempts: 0 },
    })
    expect(await kinds(number)).toEqual(['flagged', 'asked'])
  })

  it('posts one live card, one ask and one receipt for a flag', async () => {
    const { number } = await flag('U0ANNA')
    await product.deliverAll()
    const about = product.posts.filter((post) => post.key.split(':')[1] === String(number))
    expect(about.map((post) => [post.message.kind, post.place]).sort()).toEqual([
      ['ask', 'U0BEN'],
      ['card', 'C0BILLING'],
      ['receipt', 'U0ANNA'],
    ])
  })

  it('carries out a repeated delivery once and answers it alike, also four times at once', async () => {
    const input = {
      ...product.act('U0ANNA', 'command:same'),
      text: 'Twice',
      via: 'command' as const,
      restricted: false,
      stage: 'pay',
    }
    const answers = await Promise.all([1, 2, 3, 4].map(() => product.use.flagIssue(input)))
    const later = await product.use.flagIssue(input)
    expect(new Set([...answers, later].map((answer) => answer.number)).size).toBe(1)
  })

  it('makes one issue of one message flagged by two people at once, and the second follows', async () => {
    const source = { channel: 'C0SUPPORT', ts: '1700000000.000900' }
    const flags = await Promise.all([flag('U0ANNA', { source }), flag('U0JONAS', { source })])
    expect(new Set(flags.map((one) => one.number)).size).toBe(1)
    const { followers, flaggedBy } = await product.issue(flags[0]?.number ?? 0)
    expect([flaggedBy, ...followers].sort()).toEqual(['U0ANNA', 'U0JONAS'])
  })

  it('gives an issue to one of two who claim at the same instant, and tells the other who', async () => {
    const { number } = await flag('U0ANNA')
    const claims = await Promise.allSettled(
      ['U0BEN', 'U0LOU'].map((person) => product.use.claimIssue({ ...product.act(person), number, via: 'button' })),
    )
    const lost = claims.find((claim) => claim.status === 'rejected')
    const { owner } = await product.issue(number)
    expect(claims.filter((claim) => claim.status === 'fulfilled')).toHaveLength(1)
    expect(lost?.reason).toMatchObject({ code: 'already_claimed', details: { owner } })
  })

  it('takes a second claim of the owner for the first, which may have gone through unheard', async () => {
    const { number } = await flag('U0ANNA')
    const claim = () => product.use.claimIssue({ ...product.act('U0BEN'), number, via: 'button' })
    expect(await claim()).toEqual({ number })
    expect(await claim()).toEqual({ number })
    expect(await kinds(number)).toEqual(['flagged', 'asked', 'claimed'])
  })

  it('moves through a handover to the close without ever being without an owner', async () => {
    const { number } = await flag('U0ANNA')
    const { use, act } = product
    await product.deliverAll()
    await use.claimIssue({ ...act('U0BEN'), number, via: 'button' })
    await use.setNextStep({ ...act('U0BEN'), number, day: 'tomorrow' })
    const need = 'Please check the contract.'
    await use.handOver({ ...act('U0BEN'), number, to: 'sales', reason: 'expertise', need })
    const asked = await product.issue(number)
    expect(asked).toMatchObject({ owner: 'U0BEN', department: 'billing', handover: { to: 'sales', asked: 'U0FELIX' } })
    await use.acceptHandover({ ...act('U0FELIX'), number, handover: asked.handover?.id ?? '' })
    expect(await product.issue(number)).toMatchObject({
      owner: 'U0FELIX',
      department: 'sales',
      card: 2,
      moves: { hops: 1, attempts: 1, bounces: 0 },
    })
    await use.resolveIssue({ ...act('U0FELIX'), number, whatWasDone: 'Refunded.', originStage: 'buy' })
    await use.closeLoop({
      ...act('U0ANNA'),
      number,
      told: 'The refund is on its way.',
      when: '2026-11-17',
      byWhom: 'U0ANNA',
      explainedAgain: 'no',
      satisfaction: 4,
    })
    expect(await product.issue(number)).toMatchObject({
      state: 'closed',
      closing: { outcome: 'told', by: 'U0ANNA', satisfaction: 4 },
    })
    await product.deliverAll()
    const cards = product.posts.filter((post) => post.key.startsWith(`card:${number}:`))
    expect(cards.map((post) => [post.place, post.message.kind])).toEqual([
      ['C0BILLING', 'pointer'],
      ['C0SALES', 'card'],
    ])
  })

  it('asks what has changed before an issue goes back, and sends a second return to the council', async () => {
    const { number } = await flag('U0ANNA')
    const { use, act } = product
    const pass = async (from: string, to: string, by: string, whatChanged?: string) => {
      const move = { ...act(from), number, to, reason: 'expertise' as const, need: 'Please look.' }
      const answer = await use.handOver(whatChanged === undefined ? move : { ...move, whatChanged })
      const { handover } = await product.issue(number)
      if (answer.verdict === 'asked') await use.acceptHandover({ ...act(by), number, handover: handover?.id ?? '' })
      return answer.verdict
    }
    await use.claimIssue({ ...act('U0BEN'), number, via: 'button' })
    await pass('U0BEN', 'support', 'U0OMAR')
    expect(await refusal(pass('U0OMAR', 'billing', 'U0LOU'))).toBe('what_changed_missing')
    const held = await use.heldBefore({ ...act('U0OMAR'), number, department: 'billing' })
    expect(held).toMatchObject({ department: 'Billing', leftBecause: 'Please look.' })
    expect(await pass('U0OMAR', 'billing', 'U0LOU', 'The contract was found.')).toBe('asked')
    expect(await product.issue(number)).toMatchObject({ owner: 'U0LOU', moves: { hops: 2, bounces: 1, attempts: 2 } })
    expect(await pass('U0LOU', 'product', 'U0CARLA')).toBe('council')
    expect(await product.issue(number)).toMatchObject({ owner: 'U0LOU', department: 'billing', moves: { hops: 2 } })
  })

  it('moves the ask on the first Not ours and leaves the second to the chair', async () => {
    const { number } = await flag('U0ANNA')
    const { use, act } = product
    await use.declineIssue({ ...act('U0BEN'), number, department: 'sales', reason: 'A contract question.' })
    expect(await product.issue(number)).toMatchObject({
      department: 'sales',
      ask: { person: 'U0FELIX', round: 2 },
      moves: { attempts: 1 },
    })
    await use.declineIssue({ ...act('U0FELIX'), number, department: 'billing', reason: 'No.' })
    const left = await product.issue(number)
    expect(left.ask).toBeUndefined()
    expect(left.routeBy).toBeInstanceOf(Date)
    expect(await refusal(use.routeIssue({ ...act('U0BEN'), number, department: 'billing' }))).toBe('not_allowed')
    await use.routeIssue({ ...act('U0CHLOE'), number, department: 'billing' })
    expect(await product.issue(number)).toMatchObject({
      department: 'billing',
      ask: { person: 'U0BEN', round: 3 },
      moves: { attempts: 2 },
    })
  })

  it('hides a restricted issue from people it does not concern, as if it did not exist', async () => {
    const { number } = await flag('U0ANNA', { restricted: true })
    const { use, act } = product
    expect(await refusal(use.viewIssue({ ...act('U0IVO'), number }))).toBe('issue_unknown')
    expect(await refusal(use.claimIssue({ ...act('U0IVO'), number, via: 'command' }))).toBe('issue_unknown')
    const seen = async (person: string) => (await use.listIssues(act(person))).lines.map((line) => line.number)
    expect(await seen('U0IVO')).not.toContain(number)
    expect(await seen('U0BEN')).toContain(number)
    expect((await use.viewIssue({ ...act('U0BEN'), number })).story.issue.wordsShared).toBe(false)
  })

  it('asks the backup when the owner is away, and says so when nobody can be reached', async () => {
    const away = new Date('2027-01-01T00:00:00Z')
    const person = { kind: 'member' as const, admin: false, timeZone: 'Europe/Berlin' }
    await product.setPerson({ ...person, id: 'U0BEN', name: 'ben', awayUntil: away })
    const { number } = await flag('U0ANNA')
    expect((await product.issue(number)).ask).toMatchObject({ person: 'U0LOU', role: 'backup' })
    for (const id of ['U0LOU', 'U0CHLOE']) await product.setPerson({ ...person, id, name: id, awayUntil: away })
    const second = await flag('U0ANNA')
    expect(await kinds(second.number)).toEqual(['flagged', 'nobody_reachable'])
    for (const id of ['U0BEN', 'U0LOU', 'U0CHLOE']) await product.setPerson({ ...person, id, name: id })
  })

  it('takes a closed issue up again within 14 days and flags a linked one afterwards', async () => {
    const { number } = await flag('U0ANNA')
    const { use, act } = product
    const close = { told: 'Done.', when: '2026-11-17', byWhom: 'U0ANNA', explainedAgain: 'yes' as const }
    await use.claimIssue({ ...act('U0BEN'), number, via: 'button' })
    await use.resolveIssue({ ...act('U0BEN'), number, whatWasDone: 'Refunded.' })
    await use.closeLoop({ ...act('U0BEN'), number, ...close })
    await use.reopenIssue({ ...act('U0ANNA'), number, stillWrong: 'It came again.' })
    expect(await product.issue(number)).toMatchObject({ state: 'claimed', owner: 'U0BEN' })
    await use.resolveIssue({ ...act('U0BEN'), number, whatWasDone: 'Refunded again.' })
    await use.closeLoop({ ...act('U0BEN'), number, ...close })
    product.setClock('2026-12-02T09:00:00Z')
    const later = await use.reopenIssue({ ...act('U0ANNA'), number, stillWrong: 'And again.' })
    product.setClock('2026-11-17T09:00:00Z')
    expect(later.number).not.toBe(number)
    expect(await product.issue(later.number)).toMatchObject({
      linkedTo: number,
      state: 'flagged',
      moves: { held: ['billing'] },
    })
  })
})
