import { describe, expect, it } from 'vitest'
import { answerQuestion, askFirst } from '#domain/decisions/moving/ask-first.ts'
import { handOver } from '#domain/decisions/moving/hand-over.ts'
import { acceptHandover, returnHandover } from '#domain/decisions/moving/settle-handover.ts'
import { endSilence, turnOf } from '#domain/decisions/moving/silence.ts'
import { takeBack } from '#domain/decisions/moving/take-back.ts'
import { reassignIssue } from '#domain/decisions/passing/reassign.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { at, circumstances, claimed, people, tuesday } from '../../reminders/world.ts'

const command = { by: 'U0BEN', id: 'h1', to: 'support', reason: 'expertise', need: 'Look.' } as const

/** Ben of Billing handed it to Support on Tuesday at 10:00; Anna is asked, and has four hours of working time. */
const handed = (more: Partial<Issue> = {}): Issue => handOver(claimed(more), command, circumstances(tuesday)).issue

const away = (...persons: readonly string[]) => {
  const known = people()
  for (const id of persons) {
    const person = known.get(id)
    if (person) known.set(id, { ...person, absence: { since: tuesday } })
  }
  return known
}

const ask = (issue: Issue, when: string, by = 'U0ANNA') =>
  askFirst(issue, { by, handover: 'h1', question: 'Which invoice?' }, circumstances(at(when))).issue

const answer = (issue: Issue, when: string, by = 'U0BEN') =>
  answerQuestion(issue, { by, handover: 'h1', answer: 'The second.' }, circumstances(at(when)))

describe('a question before accepting', () => {
  it('lets the time stand still, and goes on with the rest of the working time after the answer', () => {
    const waits = ask(handed(), '17T10:00')
    expect(waits.handover).toMatchObject({ dueAt: at('17T13:00'), question: { by: 'U0ANNA', to: 'U0BEN' } })
    expect(turnOf(waits, circumstances(at('19T15:00')))).toBeUndefined()
    expect(endSilence(waits, circumstances(at('27T15:00')))).toBeUndefined()
    const { issue } = answer(waits, '19T15:00')
    expect(issue.handover?.dueAt).toEqual(at('20T10:00'))
    expect(turnOf(issue, circumstances(at('19T15:00')))?.at).toEqual(at('20T10:00'))
  })

  it('is one: a second is refused, also after the answer, and so is a second answer', () => {
    const waits = ask(handed(), '17T10:00')
    expect(() => ask(waits, '17T10:01', 'U0LEA')).toThrow('question_asked')
    const { issue } = answer(waits, '17T10:02')
    expect(() => ask(issue, '17T10:03')).toThrow('question_asked')
    expect(() => answer(issue, '17T10:04')).toThrow('question_settled')
    expect(() => answer(handed(), '17T10:04')).toThrow('question_settled')
  })

  it('is asked by those who may accept, and answered by the sender, their lead or the chair, shown as such', () => {
    for (const by of ['U0BEN', 'U0LOU', 'U0CARLA', 'U0NIK'])
      expect(() => ask(handed(), '17T10:00', by)).toThrow('not_allowed')
    const waits = ask(handed(), '17T10:00', 'U0LEA')
    for (const by of ['U0ANNA', 'U0LEA', 'U0LOU', 'U0NIK'])
      expect(() => answer(waits, '17T10:05', by)).toThrow('not_allowed')
    for (const by of ['U0DANA', 'U0CARLA'])
      expect(answer(waits, '17T10:05', by).events).toMatchObject([{ actor: by, onBehalfOf: 'U0BEN' }])
  })

  it('is put to whoever handed it over, and while they are away to the next who may answer', () => {
    const byLead = handOver(claimed(), { ...command, by: 'U0DANA' }, circumstances(tuesday)).issue
    expect(ask(byLead, '17T10:00').handover?.question?.to).toBe('U0DANA')
    const question = { by: 'U0ANNA', handover: 'h1', question: 'Which?' }
    const around = circumstances(at('17T10:00'), away('U0BEN'))
    expect(askFirst(handed(), question, around).issue.handover?.question?.to).toBe('U0DANA')
  })

  it('waits for the new owner when the issue is given to somebody else of the sender’s department', () => {
    const waits = ask(handed(), '17T10:00')
    const given = reassignIssue(waits, { by: 'U0DANA', to: 'U0LOU', id: 'g1' }, circumstances(at('17T10:01')))
    expect(given.issue).toMatchObject({ owner: 'U0LOU', handover: { question: { to: 'U0LOU' } } })
  })
})

describe('silence about a handover', () => {
  it('asks the receiver’s lead once after their time, and then goes back, which is a refusal', () => {
    const issue = handed()
    expect(endSilence(issue, circumstances(at('17T12:59')))).toBeUndefined()
    const asked = endSilence(issue, circumstances(at('17T13:00')))
    expect(asked?.events).toEqual([
      { kind: 'handover_lead_asked', at: at('17T13:00'), id: 'h1', to: 'support', asked: 'U0LEA' },
    ])
    const second = asked?.issue ?? issue
    expect(second.handover).toMatchObject({ asked: 'U0ANNA', dueAt: at('19T09:00') })
    expect(endSilence(second, circumstances(at('19T08:59')))).toBeUndefined()
    const back = endSilence(second, circumstances(at('19T09:00')))
    expect(back?.events).toEqual([
      { kind: 'handover_expired', at: at('19T09:00'), id: 'h1', from: 'billing', to: 'support' },
    ])
    expect(back?.issue.handover).toBeUndefined()
    expect(back?.issue).toMatchObject({ owner: 'U0BEN', department: 'billing', moves: { attempts: 1, refusals: 1 } })
  })

  it('counts the lead’s own time from when they were asked, however late that was', () => {
    const asked = endSilence(handed(), circumstances(at('19T12:00')))
    expect(asked?.issue.handover?.dueAt).toEqual(at('19T16:00'))
  })

  it('asks who covers for a lead who is away, and then others whom the map names there', () => {
    const known = away('U0LEA')
    expect(endSilence(handed(), circumstances(at('17T13:00'), known))?.events[0]?.kind).toBe('handover_expired')
    const lead = known.get('U0LEA')
    if (lead) known.set('U0LEA', { ...lead, absence: { since: tuesday, cover: 'U0NIK' } })
    expect(endSilence(handed(), circumstances(at('17T13:00'), known))?.events).toMatchObject([{ asked: 'U0NIK' }])
  })

  it('goes back at once where the receiver is the lead, who was asked already', () => {
    const { stage: _, ...nowhere } = claimed()
    const issue = handOver(nowhere, command, circumstances(tuesday)).issue
    expect(issue.handover?.asked).toBe('U0LEA')
    expect(endSilence(issue, circumstances(at('17T13:00')))?.events).toMatchObject([{ kind: 'handover_expired' }])
  })

  it('waits for the hours of the lead before it asks them', () => {
    const known = people()
    const lead = known.get('U0LEA')
    if (lead) known.set('U0LEA', { ...lead, timeZone: 'America/New_York' })
    const around = circumstances(at('17T13:00'), known)
    expect(endSilence(handed(), around)).toBeUndefined()
    expect(turnOf(handed(), around)).toEqual({ at: at('17T14:00'), asks: 'U0LEA' })
  })

  it('lets whoever was asked in place of the lead accept', () => {
    const known = people()
    const lead = known.get('U0LEA')
    if (lead) known.set('U0LEA', { ...lead, absence: { since: tuesday, cover: 'U0OMAR' } })
    const asked = endSilence(handed(), circumstances(at('17T13:00'), known))?.issue ?? handed()
    const accepted = acceptHandover(asked, { by: 'U0OMAR', handover: 'h1' }, circumstances(at('17T14:00')))
    expect(accepted.issue).toMatchObject({ owner: 'U0OMAR', department: 'support' })
  })
})

describe('a handover that is taken back', () => {
  it('is no attempt, and stays where it is', () => {
    const taken = takeBack(handed(), { by: 'U0BEN', handover: 'h1' }, circumstances(at('17T10:00')))
    expect(taken.events).toMatchObject([{ kind: 'handover_taken_back', actor: 'U0BEN', id: 'h1', to: 'support' }])
    expect(taken.issue).toMatchObject({ owner: 'U0BEN', moves: { attempts: 0, refusals: 0, hops: 0 } })
    expect(taken.issue.handover).toBeUndefined()
  })

  it('is taken back by the owner, their lead or the chair only, and only while it is pending', () => {
    for (const by of ['U0ANNA', 'U0LEA', 'U0LOU'])
      expect(() => takeBack(handed(), { by, handover: 'h1' }, circumstances(at('17T10:00')))).toThrow('not_allowed')
    const byChair = takeBack(handed(), { by: 'U0CARLA', handover: 'h1' }, circumstances(at('17T10:00')))
    expect(byChair.events).toMatchObject([{ actor: 'U0CARLA', onBehalfOf: 'U0BEN' }])
    const { issue } = returnHandover(
      handed(),
      { by: 'U0ANNA', handover: 'h1', reason: 'No.' },
      circumstances(at('17T10:00')),
    )
    for (const gone of [issue, { ...handed(), handover: { ...handed().handover, id: 'h2' } as Issue['handover'] }])
      expect(() => takeBack(gone as Issue, { by: 'U0BEN', handover: 'h1' }, circumstances(tuesday))).toThrow(
        'handover_settled',
      )
  })
})

describe('a handover that cannot be', () => {
  it('to oneself is refused by name, at the department', () => {
    const issue = { ...claimed(), owner: 'U0LEA' }
    const around = circumstances(tuesday, away('U0ANNA'))
    const refused = { code: 'asked_oneself', field: 'department', details: { department: 'support', owner: 'U0LEA' } }
    expect(() => handOver(issue, { ...command, by: 'U0CARLA' }, around)).toThrow(expect.objectContaining(refused))
  })

  it('to a department where nobody is here is refused at the department', () => {
    const around = circumstances(tuesday, away('U0ANNA', 'U0LEA'))
    expect(() => handOver(claimed(), command, around)).toThrow(
      expect.objectContaining({ code: 'nobody_reachable', field: 'department' }),
    )
  })

  it('is accepted by nobody who answers for it already', () => {
    const issue = { ...handed(), owner: 'U0LEA' }
    expect(() => acceptHandover(issue, { by: 'U0LEA', handover: 'h1' }, circumstances(at('17T10:00')))).toThrow(
      'not_allowed',
    )
  })

  it.each([
    ['flagged', 'not_claimed'],
    ['resolved', 'already_resolved'],
    ['closed', 'already_closed'],
    ['withdrawn', 'withdrawn'],
    ['merged', 'merged'],
  ] as const)('of an issue that is %s meanwhile is refused with what became of it', (state, code) => {
    const gone: Issue = { ...claimed(), state, ...(state === 'merged' ? { mergedInto: 7 } : {}) }
    expect(() => handOver(gone, command, circumstances(tuesday))).toThrow(expect.objectContaining({ code }))
  })
})
