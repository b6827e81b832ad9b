import { describe, expect, it } from 'vitest'
import { sampleCouncil, samplePeople } from '#adapters/slack/blocks/samples/council.ts'
import type { Council } from '#domain/council.ts'
import { claimIssue } from '#domain/decisions/asking/claim.ts'
import type { Circumstances } from '#domain/decisions/decision.ts'
import { addDetails } from '#domain/decisions/flagging/add-details.ts'
import { flagIssue } from '#domain/decisions/flagging/flag.ts'
import { handOver } from '#domain/decisions/moving/hand-over.ts'
import { ladderOf } from '#domain/escalation.ts'
import { placeAt, regionsOf } from '#domain/journey-map.ts'
import { claimsFor, mayAccept } from '#domain/permissions.ts'

/** Pay has a cell of Billing for the EU, one for everywhere else, and one of Sales for the US alone. */
const council: Council = {
  ...sampleCouncil,
  journey: [
    {
      key: 'pay',
      name: 'Pay',
      leadDepartment: 'billing',
      owners: [
        { department: 'billing', owner: 'U0BEN', backup: 'U0LOU' },
        { department: 'billing', region: 'EU', owner: 'U0EVA', backup: 'U0EMIL' },
        { department: 'sales', region: 'US', owner: 'U0SAM' },
      ],
    },
  ],
}

const people = new Map(
  ['U0EVA', 'U0EMIL', 'U0SAM', ...samplePeople.keys()].map((id) => [
    id,
    { id, name: id, kind: 'member' as const, admin: false, timeZone: 'Europe/Berlin' },
  ]),
)

const at: Circumstances = { council, people, now: new Date('2026-11-17T09:00:00Z') }

const flag = (region?: string) =>
  flagIssue(
    {
      number: 42,
      by: 'U0ANNA',
      whatHappened: 'Charged twice.',
      severity: 'normal',
      audience: 'open',
      via: 'command',
      stage: 'pay',
      customer: 'c-1',
      ...(region === undefined ? {} : { region }),
    },
    at,
  ).issue

describe('a customer’s region', () => {
  it.each([
    ['EU', 'U0EVA'],
    [' eu ', 'U0EVA'],
    ['US', 'U0BEN'],
    [undefined, 'U0BEN'],
  ])('%j asks %s: the cell of the region, else the one for all', (region, person) => {
    const issue = flag(region)
    expect(issue.ask?.person).toBe(person)
    expect(issue.region).toBe(region)
  })

  it('leaves a gap where there is only a cell for another region', () => {
    expect(placeAt(council, 'sales', 'pay', 'US')).toMatchObject({ gap: false, chain: [{ person: 'U0SAM' }, {}, {}] })
    expect(placeAt(council, 'sales', 'pay', 'EU').gap).toBe(true)
    expect(placeAt(council, 'sales', 'pay', undefined).gap).toBe(true)
  })

  it('says whose backup is reminded, and who may claim', () => {
    const issue = flag('EU')
    expect(ladderOf(council, issue).map((rung) => rung.person)).toContain('U0EMIL')
    expect(ladderOf(council, issue).map((rung) => rung.name)).toEqual(['owner', 'backup', 'lead', 'council'])
    expect(claimsFor(council, issue, 'U0EMIL')?.key).toBe('billing')
    expect(claimsFor(council, flag('US'), 'U0EMIL')).toBeUndefined()
  })

  it('says who receives a handover', () => {
    const { issue } = claimIssue(flag('US'), { by: 'U0BEN', via: 'button' }, at)
    const handed = handOver(issue, { by: 'U0BEN', id: 'h', to: 'sales', reason: 'expertise', need: 'Please.' }, at)
    expect(handed.issue.handover?.asked).toBe('U0SAM')
    expect(mayAccept(council, handed.issue, 'U0SAM')).toBe(true)
    expect(mayAccept(council, { ...handed.issue, region: 'EU' }, 'U0SAM')).toBe(true) // still the one who was asked
    const { handover } = handed.issue
    const other = { ...handed.issue, region: 'EU', ...(handover ? { handover: { ...handover, asked: 'U0MIA' } } : {}) }
    expect(mayAccept(council, other, 'U0SAM')).toBe(false)
  })

  it('of the customer that details name moves a fresh ask to its cell, and no ask that stays where it is', () => {
    const details = { by: 'U0ANNA', severity: 'normal', customer: 'c-2' } as const
    const moved = addDetails(flag(), { ...details, region: 'EU' }, at)
    expect(moved.issue).toMatchObject({ region: 'EU', ask: { person: 'U0EVA', round: 2 } })
    expect(addDetails(flag(), { ...details, region: 'US' }, at).issue).toMatchObject({
      region: 'US',
      ask: { round: 1 },
    })
    const back = addDetails(flag('EU'), details, at).issue
    expect(back.region).toBeUndefined()
    expect(back.ask?.person).toBe('U0BEN')
    expect(addDetails(flag('EU'), { by: 'U0ANNA', severity: 'high' }, at).issue.region).toBe('EU')
  })

  it('is known to the map when a cell names it', () => {
    expect(regionsOf(council)).toEqual(['EU', 'US'])
  })
})
