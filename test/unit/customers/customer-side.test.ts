import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleLives } from '#adapters/slack/blocks/samples/lives.ts'
import { shareCustomerView } from '#adapters/slack/views/share-customer.ts'
import { customerSideLines } from '#adapters/slack/words/customers/customer-side.ts'
import { customerSide } from '#domain/customers/customer-side.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import { hostile } from '../slack/samples/hostile.ts'

const zone = 'Europe/Berlin'
const { moved, closed, claimed } = sampleLives()

const linesOf = (events: readonly IssueEvent[], now: string, state: 'claimed' | 'closed' = 'claimed') =>
  customerSideLines(customerSide({ ...claimed.story.issue, state }, events, zone, new Date(now)), claimed.council)

const claim = (at: string): IssueEvent => ({
  kind: 'claimed',
  at: new Date(at),
  owner: 'U0BEN',
  department: 'billing',
  via: 'button',
})

describe('the customer’s side of an issue', () => {
  it('tells day by day what happened to them, and how it felt', () => {
    const side = customerSide(closed.story.issue, closed.story.timeline, zone, closed.now)
    expect(customerSideLines(side, closed.council)).toEqual([
      'Day 1: told us about the problem',
      'Day 1: passed to Billing',
      'Day 1: somebody in Billing took it on',
      'Day 1: the problem was solved',
      'Day 1: was told how it ended',
      'Did not have to explain it again.',
      'Satisfaction: 4 of 5.',
    ])
  })

  it('counts the days that passed between two steps, and those that pass still', () => {
    const { flaggedAt } = claimed.story.issue
    const flagged: IssueEvent = {
      kind: 'flagged',
      at: flaggedAt,
      actor: 'U0ANNA',
      severity: 'high',
      audience: 'open',
      via: 'command',
    }
    expect(linesOf([flagged, claim('2026-11-20T09:00:00Z')], '2026-11-21T09:00:00Z')).toEqual([
      'Day 1: told us about the problem',
      'Day 4: waited 3 days',
      'Day 4: passed to Billing',
      'Day 4: somebody in Billing took it on',
      'Day 5: still waiting, for 1 day',
    ])
  })

  it('says that somebody has it once more', () => {
    const lines = customerSideLines(
      customerSide(moved.story.issue, moved.story.timeline, zone, moved.now),
      moved.council,
    )
    expect(lines).toContain('Day 1: passed to Sales')
  })

  it('says nothing of an issue that was withdrawn or goes on in another one', () => {
    for (const state of ['withdrawn', 'merged'] as const)
      expect(customerSide({ ...moved.story.issue, state }, moved.story.timeline, zone, moved.now).steps).toEqual([])
  })

  it('holds no name of a person or a customer, no number and no word that anybody wrote', () => {
    fc.assert(
      fc.property(hostile, ({ about }) => {
        const secret = 'Zq7secret'
        const timeline = about.story.timeline.map((entry) => ({
          ...entry,
          actor: secret,
          ...(entry.words === undefined ? {} : { words: { ...entry.words, text: secret } }),
          ...(entry.kind === 'claimed' || entry.kind === 'handover_accepted' ? { owner: secret } : {}),
        }))
        const issue = { ...about.story.issue, number: 987_654, customer: secret, flaggedBy: secret, owner: secret }
        const side = customerSide(issue, timeline, zone, about.now)
        const shown = JSON.stringify(shareCustomerView({ council: about.council, sides: [side] }))
        expect(shown).not.toContain(secret)
        expect(shown).not.toContain('987654')
        expect(shown).not.toContain('CX-')
      }),
      { numRuns: 60 },
    )
  })
})
