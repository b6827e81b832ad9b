import { describe, expect, it } from 'vitest'
import { messageAbout } from '#application/messages/compose-message.ts'
import type { Council } from '#domain/council.ts'
import type { Circumstances } from '#domain/decisions/decision.ts'
import { flagIssue } from '#domain/decisions/flagging/flag.ts'
import { handOver } from '#domain/decisions/moving/hand-over.ts'
import { ladderOf } from '#domain/escalation.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Severity } from '#domain/severity.ts'
import { council, storyOf } from '../slack/samples/stories.ts'

/** A Tuesday, 20:00 in Berlin: nobody works. */
const evening = new Date('2026-11-17T19:00:00Z')

const person = (id: string) =>
  [id, { id, name: id, kind: 'member', admin: false, timeZone: 'Europe/Berlin' } as const] as const

const onCall = (key: string): Council => ({
  ...council,
  departments: council.departments.map((department) =>
    department.key === key ? { ...department, onCall: 'U0BEN' } : department,
  ),
})

const people = new Map(['U0ANNA', 'U0BEN', 'U0LOU', 'U0DANA', 'U0CARLA', 'U0MIA'].map(person))
const at = (of: Council): Circumstances => ({ council: of, people, now: evening })

const flagged = (severity: Severity, of: Council): Issue =>
  flagIssue(
    {
      number: 1,
      by: 'U0ANNA',
      whatHappened: 'Charged twice.',
      severity,
      audience: 'open',
      via: 'command',
      stage: 'pay',
    },
    at(of),
  ).issue

const firstRung = (severity: Severity, of: Council) => ladderOf(of, flagged(severity, of))[0]?.dueAt.toISOString()

const dueToAccept = (severity: Severity, of: Council) => {
  const issue: Issue = { ...flagged(severity, of), state: 'claimed', owner: 'U0BEN' }
  const command = { by: 'U0BEN', id: 'h1', to: 'support', reason: 'expertise', need: 'A look.' } as const
  return handOver(issue, command, at(of)).issue.handover?.dueAt.toISOString()
}

describe('where a department names somebody on call', () => {
  it('an urgent issue is asked for by the clock on the wall', () => {
    expect(firstRung('urgent', onCall('billing'))).toBe('2026-11-17T21:00:00.000Z')
  })
  it('an urgent handover is to be accepted by the clock on the wall', () => {
    expect(dueToAccept('urgent', onCall('support'))).toBe('2026-11-17T23:00:00.000Z')
  })
  it('the one who is asked reads by when, on the clock on the wall', () => {
    const of = onCall('billing')
    const issue = flagged('urgent', of)
    const story = { ...storyOf(), issue }
    const subject = { kind: 'ask', round: 1, rung: 'first', person: 'U0BEN' } as const
    expect(messageAbout(subject, { story, council: of, now: evening })).toMatchObject({
      answerBy: new Date('2026-11-17T23:00:00Z'),
    })
  })
  it('anything else waits for working hours', () => {
    expect(firstRung('high', onCall('billing'))).toBe('2026-11-18T10:00:00.000Z')
    expect(dueToAccept('high', onCall('support'))).toBe('2026-11-18T12:00:00.000Z')
  })
})

describe('where nobody is on call', () => {
  it('urgent issues wait for working hours, too', () => {
    expect(firstRung('urgent', council)).toBe('2026-11-18T10:00:00.000Z')
    expect(dueToAccept('urgent', council)).toBe('2026-11-18T12:00:00.000Z')
  })
})
