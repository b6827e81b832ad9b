import { describe, expect, it } from 'vitest'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'
import { buildDigest, type DigestSources, digestPeriods } from '#domain/week/digest.ts'
import type { WaitingIssue } from '#domain/week/digest-waiting.ts'
import type { IssueFacts } from '#domain/week/scorecard.ts'

const read = readCouncilFile(`
council: { channel: C0A1, chair: U0A1, time_zone: Europe/Berlin }
departments:
  - { key: support, lead: U0B1, on_call: U0B2 }
  - { key: billing, lead: U0C1, time_zone: America/New_York }
`)
if ('mistakes' in read) throw new Error('the council of this test is wrong')
const { council } = read

const slotAt = new Date('2026-11-23T08:00:00Z')
const thisWeek = new Date('2026-11-18T12:00:00Z')
const lastWeek = new Date('2026-11-11T12:00:00Z')
const longAgo = new Date('2026-10-28T12:00:00Z')

let last = 0
const issues = (count: number, at: Date, facts: Partial<IssueFacts> = {}): IssueFacts[] =>
  Array.from({ length: count }, () => ({
    number: ++last,
    flaggedAt: at,
    deadlineAt: at,
    attempts: 0,
    ...facts,
  }))
const closed = (at: Date, outcome: 'told' | 'could_not_be_told' = 'told'): Partial<IssueFacts> => ({
  closedAt: at,
  closing: { outcome, at, attempts: 1, explainedAgain: 'no' },
})
const waiting = (number: number, flaggedAt: string, rest: Partial<WaitingIssue> = {}): WaitingIssue => ({
  number,
  severity: 'normal',
  audience: 'open',
  wordsShared: true,
  department: 'support',
  flaggedAt: new Date(flaggedAt),
  ...rest,
})
const digest = (facts: IssueFacts[], rest: Partial<DigestSources> = {}) => {
  const none = { hops: 0, bounces: 0 }
  return buildDigest({
    council,
    slotAt,
    facts,
    unclaimed: [],
    timeSpent: [],
    moves: { now: none, before: none },
    ...rest,
  })
}

describe('the digest', () => {
  it('covers the seven days before its slot, by the clock on the wall', () => {
    expect(digest([]).period).toEqual({ from: '2026-11-16T08:00:00.000Z', to: '2026-11-23T08:00:00.000Z' })
    const afterAutumn = digestPeriods(council, new Date('2026-10-26T08:00:00Z'))
    expect(afterAutumn.week.from).toEqual(new Date('2026-10-19T07:00:00Z'))
    expect(afterAutumn.before.to).toEqual(afterAutumn.week.from)
  })
  it('names the week that most of these days belong to', () => {
    expect(digest([]).week).toBe(47)
    expect(digest([], { slotAt: new Date('2027-01-04T08:00:00Z') }).week).toBe(53)
    expect(digest([], { slotAt: new Date('2027-01-01T08:00:00Z') }).week).toBe(53)
    expect(digest([], { slotAt: new Date('2026-01-05T08:00:00Z') }).week).toBe(1)
  })
  it('puts the week before beside each number, with the goal and how it stands', () => {
    const facts = [
      ...issues(24, thisWeek, closed(thisWeek)),
      ...issues(6, thisWeek, { attempts: 2 }),
      ...issues(10, lastWeek, closed(lastWeek)),
    ]
    const built = digest(facts)
    expect(built.toldInTime).toEqual({
      verdict: 'met',
      basis: { x: 24, n: 30, weeks: 1 },
      now: { x: 24, n: 30 },
      before: { x: 10, n: 10 },
      trend: 'same',
      goal: 0.8,
    })
    expect(built.sentAround).toMatchObject({ verdict: 'not_yet', now: { x: 6, n: 30 }, before: { x: 0, n: 10 } })
    expect(built.explainedAgain).toMatchObject({ now: { x: 0, n: 24 }, closed: 24, tooFew: false, goal: 0.1 })
    expect(built.together).toBe('not_yet')
    expect(built.flagged).toEqual({ now: 30, before: 10 })
    expect(built.closed).toEqual({ now: 24, before: 10 })
  })
  it('pools four weeks where the week has few cases', () => {
    const facts = [...issues(5, thisWeek), ...issues(15, longAgo, closed(longAgo))]
    expect(digest(facts).toldInTime).toMatchObject({ now: { x: 0, n: 5 }, basis: { x: 15, n: 20, weeks: 4 } })
  })
  it('tells hops and bounces with the week before', () => {
    const built = digest([], { moves: { now: { hops: 3, bounces: 1 }, before: { hops: 7, bounces: 2 } } })
    expect(built.hops).toEqual({ now: 3, before: 7 })
    expect(built.bounces).toEqual({ now: 1, before: 2 })
  })
  it('counts merged issues once and withdrawn ones not as flagged', () => {
    const facts = issues(1, thisWeek)
    facts.push(...issues(1, thisWeek, { mergedInto: last }), ...issues(1, thisWeek, { withdrawnAt: thisWeek }))
    expect(digest(facts).flagged.now).toBe(1)
    facts.push(...issues(1, lastWeek, { mergedInto: facts[0]?.number ?? 0 }))
    expect(digest(facts).flagged).toEqual({ now: 1, before: 0 })
  })
  it('can be kept as JSON', () => {
    const built = digest(issues(3, thisWeek), { unclaimed: [waiting(7, '2026-11-18T12:00:00Z')] })
    expect(JSON.parse(JSON.stringify(built))).toEqual(built)
  })
})

describe('what needs someone', () => {
  const needing = (...unclaimed: WaitingIssue[]) => digest([], { unclaimed }).needsSomeone
  it('is what nobody claimed within the time to claim, longest waiting first', () => {
    const found = needing(
      waiting(3, '2026-11-20T12:30:00Z'),
      waiting(1, '2026-11-20T11:00:00Z'),
      waiting(2, '2026-11-18T09:00:00Z', { department: 'billing' }),
    )
    expect(found).toEqual({
      issues: [
        { number: 2, reason: 'no_owner', since: '2026-11-18T09:00:00.000Z', department: 'billing', restricted: false },
        { number: 1, reason: 'no_owner', since: '2026-11-20T11:00:00.000Z', department: 'support', restricted: false },
      ],
      more: 0,
    })
  })
  it('is measured in the hours of the department, and of the council while none is found', () => {
    const fridayNoon = '2026-11-20T11:30:00Z'
    expect(needing(waiting(1, fridayNoon)).issues).toHaveLength(1)
    expect(needing(waiting(1, '2026-11-20T18:30:00Z', { department: 'billing' })).issues).toHaveLength(0)
    const { department: _, ...unrouted } = waiting(1, fridayNoon)
    expect(needing(unrouted).issues).toEqual([
      { number: 1, reason: 'no_owner', since: '2026-11-20T11:30:00.000Z', restricted: false },
    ])
  })
  it('is measured on the wall clock for urgent issues of a department with somebody on call', () => {
    const sunday = '2026-11-22T20:00:00Z'
    expect(needing(waiting(1, sunday, { severity: 'urgent' })).issues).toHaveLength(1)
    expect(needing(waiting(1, sunday, { severity: 'urgent', department: 'billing' })).issues).toHaveLength(0)
  })
  it('marks restricted issues until their words are shared, and shortens a long list', () => {
    const many = Array.from({ length: 7 }, (_, index) => waiting(index, '2026-11-16T09:00:00Z'))
    expect(needing(...many)).toMatchObject({ issues: { length: 5 }, more: 2 })
    const restricted = (wordsShared: boolean) =>
      needing(waiting(1, '2026-11-16T09:00:00Z', { audience: 'restricted', wordsShared })).issues[0]?.restricted
    expect([restricted(false), restricted(true)]).toEqual([true, false])
  })
})

describe('the headline', () => {
  const headline = (facts: IssueFacts[], rest: Partial<DigestSources> = {}) => digest(facts, rest).headline
  it('is a sure change of what is sent around, before all else', () => {
    const around = (at: Date) => issues(15, at, { attempts: 3 })
    expect(headline([...issues(30, thisWeek), ...issues(15, lastWeek), ...around(lastWeek)])).toEqual({
      kind: 'fewer_sent_around',
    })
    expect(headline([...issues(30, lastWeek), ...issues(15, thisWeek), ...around(thisWeek)])).toEqual({
      kind: 'more_sent_around',
    })
  })
  it('is a sure change of what is told in time when nothing changed there', () => {
    expect(headline([...issues(30, thisWeek, closed(thisWeek)), ...issues(30, lastWeek)])).toEqual({
      kind: 'more_told_in_time',
    })
    expect(headline([...issues(30, thisWeek), ...issues(30, lastWeek, closed(lastWeek))])).toEqual({
      kind: 'fewer_told_in_time',
    })
  })
  it('is a sure change of how often customers explained again when nothing else changed', () => {
    const said = (at: Date, explainedAgain: 'yes' | 'no') =>
      issues(30, at, { closedAt: at, closing: { outcome: 'told', at, attempts: 0, explainedAgain } })
    expect(headline([...said(lastWeek, 'yes'), ...said(thisWeek, 'no')])).toEqual({ kind: 'fewer_explained_again' })
    expect(headline([...said(lastWeek, 'no'), ...said(thisWeek, 'yes')])).toEqual({ kind: 'more_explained_again' })
  })
  it('is that the goals are met together when nothing changed for sure', () => {
    expect(headline(issues(30, thisWeek, closed(thisWeek)))).toEqual({ kind: 'met_together' })
  })
  it('is how many customers were told, else how many issues wait, else how many were flagged', () => {
    const unclaimed = [waiting(1, '2026-11-16T09:00:00Z')]
    expect(headline(issues(3, thisWeek, closed(thisWeek)), { unclaimed })).toEqual({ kind: 'told', count: 3 })
    expect(headline(issues(2, thisWeek, closed(thisWeek, 'could_not_be_told')), { unclaimed })).toEqual({
      kind: 'waiting',
      count: 1,
    })
    expect(headline(issues(4, thisWeek))).toEqual({ kind: 'flagged', count: 4 })
  })
  it('is a quiet week when nothing happened', () => {
    expect(headline([])).toEqual({ kind: 'quiet' })
  })
})
