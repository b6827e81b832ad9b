import { describe, expect, it } from 'vitest'
import { checkBlocks } from '#adapters/practice/block-kit/surfaces.ts'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import type { Digest, DigestNumber } from '#domain/week/digest.ts'
import type { Headline } from '#domain/week/digest-headline.ts'
import { buttonsIn, limitProblems, pingsIn, wordsIn } from '../../support/slack-limits.ts'
import { council, later } from './samples/stories.ts'

const number = (x: number, n: number, goal: number, more: Partial<DigestNumber> = {}): DigestNumber => ({
  now: { x, n },
  before: { x: 0, n: 0 },
  goal,
  trend: 'same',
  verdict: 'met',
  basis: { x, n, weeks: 1 },
  ...more,
})

const digest: Digest = {
  week: 47,
  period: { from: later(-168).toISOString(), to: later(0).toISOString() },
  headline: { kind: 'fewer_sent_around' },
  toldInTime: number(24, 30, 0.8),
  sentAround: number(3, 30, 0.1, { before: { x: 12, n: 28 }, trend: 'better' }),
  explainedAgain: { ...number(4, 21, 0.1, { verdict: 'not_yet' }), closed: 27, tooFew: false },
  together: 'not_yet',
  needsSomeone: { issues: [], more: 0 },
  hops: { now: 5, before: 7 },
  bounces: { now: 1, before: 2 },
  flagged: { now: 31, before: 28 },
  closed: { now: 27, before: 25 },
  timeSpent: [],
}

const customers = { 51: 'Kestrel', 53: 'Alto' }

const say = (more: Partial<Digest> = {}) =>
  renderMessage({ kind: 'digest', digest: { ...digest, ...more }, council, customers })

describe('the weekly digest', () => {
  it('opens with what changed and says the three numbers as x of n with their goals', () => {
    const { text } = say()
    expect(text).toContain('Week 47: fewer customers were sent around.')
    expect(text).toContain('Told in time 24 of 30 (goal 80 %: met)')
    expect(text).toContain('Sent around 3 of 30 (goal 10 %: met) · the week before 12 of 28, now better')
    expect(text).toContain('Explained again 4 of 21 answers, 27 closed (goal 10 %: not yet)')
    expect(text).toContain('Together: not yet')
  })

  it('gives no per cent but the goals', () => {
    expect(wordsIn(say().blocks).match(/\d+ %/g)).toEqual(['80 %', '10 %', '10 %'])
  })

  it('says when there were too few answers, and when four weeks are counted', () => {
    const { text } = say({
      toldInTime: number(4, 5, 0.8, { basis: { x: 20, n: 24, weeks: 4 } }),
      explainedAgain: { ...number(1, 2, 0.1, { verdict: 'too_few' }), closed: 9, tooFew: true },
      together: 'too_few',
    })
    expect(text).toContain('Told in time 4 of 5 (goal 80 %: met, 20 of 24 in four weeks)')
    expect(text).toContain('Explained again 1 of 2 answers, 9 closed (goal 10 %: too few answers')
    expect(text).toContain('Together: too few cases to say')
  })

  it('names the issues that need someone by number and customer, restricted ones by number only, each with Claim and Open', () => {
    const since = later(-26).toISOString()
    const message = say({
      needsSomeone: {
        issues: [
          { number: 51, reason: 'no_owner', since, department: 'billing', restricted: false },
          { number: 53, reason: 'no_owner', since, department: 'support', restricted: true },
        ],
        more: 2,
      },
    })
    expect(message.text).toContain('4 issues need an owner.')
    expect(message.text).toContain('Needs someone:\nCX-51 Kestrel, no owner 1 d\nCX-53, no owner 1 d')
    expect(message.text).toContain('and 2 more issues without an owner')
    expect(message.text).not.toMatch(/Support|Alto/)
    expect(buttonsIn(message)).toEqual(['Claim', 'Open', 'Claim', 'Open'])
  })

  it('tells what moved, with the week before beside it', () => {
    expect(say().text).toContain('Handed over 5 (7), back to where it was 1 (2).')
  })

  it('tells where the time of all issues went, and nothing while there was none', () => {
    const hour = 3_600_000
    const { text } = say({
      timeSpent: [
        { cause: 'working', wall: 50 * hour, working: 16 * hour, issues: 9 },
        { cause: 'waiting_approval', wall: 24 * hour, working: 8 * hour, issues: 3 },
        { cause: 'handover_pending', wall: 2 * hour, working: 2 * hour, issues: 1 },
        { cause: 'waiting_vendor', wall: hour - 1, working: 0, issues: 1 },
      ],
    })
    expect(text).toContain(
      'Where the time went: being worked on 2 d (9 issues), waiting on an approval 1 d (3), on its way between departments 2 h (1).',
    )
    expect(say().text).not.toContain('Where the time went')
  })

  it('has a sentence for everything it may open with', () => {
    const counting = (['told', 'waiting', 'flagged'] as const).map((kind): Headline => ({ kind, count: 1 }))
    const plain = (
      [
        'more_sent_around',
        'more_told_in_time',
        'fewer_told_in_time',
        'fewer_explained_again',
        'more_explained_again',
        'met_together',
        'quiet',
      ] as const
    ).map((kind): Headline => ({ kind }))
    for (const headline of [...counting, ...plain]) {
      const message = say({ headline })
      expect(message.text).toMatch(/^Week 47: [a-z0-9 ]+\.\n/)
      expect([
        ...limitProblems(message.blocks, 50),
        ...checkBlocks(message.blocks, 'message'),
        ...pingsIn(message),
      ]).toEqual([])
    }
  })
})
