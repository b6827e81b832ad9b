import { describe, expect, it } from 'vitest'
import { resolveIssue } from '#domain/decisions/closing/resolve.ts'
import { answerConsult, askBack, explainConsult } from '#domain/decisions/consulting/answer.ts'
import { notNeeded, withoutOwnConsults } from '#domain/decisions/consulting/end.ts'
import { declineHands, doneHelping, giveHands } from '#domain/decisions/consulting/hands.ts'
import { withdrawIssue } from '#domain/decisions/flagging/withdraw.ts'
import { mergeIssue } from '#domain/decisions/joining/merge.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { maySee } from '#domain/permissions.ts'
import { at, claimed, council, issue } from '../../reminders/world.ts'
import { around, ask, now, refusal } from './around.ts'

const kinds = ({ events }: { readonly events: readonly { readonly kind: string }[] }) => events.map(({ kind }) => kind)

const asked = ask().issue
const said = (by: string, text = 'It is.') => ({ by, consult: 'c1', text })

describe('a question to another department', () => {
  it('leaves the issue with its owner and its department, and is due in answer_within of the one asked', () => {
    expect(asked).toMatchObject({ owner: 'U0BEN', department: 'billing', moves: claimed().moves, lastUpdateAt: now })
    const [consult] = asked.consults
    expect(consult).toMatchObject({
      state: 'asked',
      asked: 'U0ANNA',
      department: 'support',
      askedBy: 'U0BEN',
      since: now,
    })
    expect(consult?.dueAt).toEqual(at('19T10:00'))
  })

  it('lets whoever is asked see a restricted issue from then on', () => {
    const hidden = claimed({ audience: 'restricted', flaggedBy: 'U0BEN' })
    const { issue: shared } = ask({}, hidden)
    expect([hidden, shared].map((one) => maySee(council, one, 'U0ANNA'))).toEqual([false, true])
    const answered = answerConsult(shared, said('U0ANNA'), around()).issue
    expect(maySee(council, answered, 'U0ANNA')).toBe(true)
  })

  it.each([
    ['the owner', { whom: 'U0BEN' }, 'consult_self'],
    ['a colleague of the same department', { whom: 'U0LOU' }, 'consult_colleague'],
    ['somebody of no department', { whom: 'U0CARLA' }, 'consult_outside'],
    ['somebody nobody knows', { whom: 'U0NOBODY' }, 'consult_unknown'],
  ])('cannot go to %s', (_who, whom, code) => {
    expect(refusal(() => ask(whom))).toMatchObject({ code, field: 'person' })
  })

  it.each(['guest', 'stranger', 'bot', 'deactivated'] as const)('cannot go to a %s', (kind) => {
    expect(refusal(() => ask({}, claimed(), around({ id: 'U0ANNA', kind })))).toMatchObject({
      code: 'consult_unfit',
      field: 'person',
      act: kind,
    })
  })

  it('to somebody who is away names who stands in for them', () => {
    const absence = { since: at('16T09:00'), cover: 'U0NIK' }
    expect(refusal(() => ask({}, claimed(), around({ id: 'U0ANNA', absence })))).toMatchObject({
      code: 'consult_away',
      standIn: 'U0NIK',
    })
    const covered = around({ id: 'U0ANNA', absence: { since: at('16T09:00') } })
    expect(refusal(() => ask({}, claimed(), covered))).toMatchObject({ code: 'consult_away', standIn: 'U0LEA' })
  })

  it('is asked of a person once at a time, and of somebody else in their place', () => {
    expect(refusal(() => ask({ id: 'c2' }, asked))).toMatchObject({ code: 'consult_open' })
    const other = ask({ id: 'c2', whom: 'U0NIK', insteadOf: 'c1' }, asked)
    expect(kinds(other)).toEqual(['consult_ended', 'consult_asked'])
    expect(other.issue.consults.map(({ id }) => id)).toEqual(['c2'])
  })

  it.each([
    ['an unclaimed', issue(), 'not_claimed'],
    ['a resolved', claimed({ state: 'resolved' }), 'already_resolved'],
    ['a closed', claimed({ state: 'closed' }), 'already_closed'],
    ['a withdrawn', claimed({ state: 'withdrawn' }), 'withdrawn'],
    ['a merged', claimed({ state: 'merged', mergedInto: 2 }), 'merged'],
  ])('about %s issue is refused', (_state, it_, code) => {
    expect(refusal(() => ask({}, it_))?.code).toBe(code)
  })

  it('needs its words, and is for the owner, their lead or the chair to ask', () => {
    expect(refusal(() => ask({ text: ' ' }))).toMatchObject({ code: 'text_missing', field: 'question' })
    expect(refusal(() => ask({ by: 'U0ANNA' }))).toMatchObject({ code: 'not_allowed' })
    expect(ask({ by: 'U0DANA' }).events[0]).toMatchObject({ actor: 'U0DANA', onBehalfOf: 'U0BEN' })
    expect(ask({ by: 'U0CARLA' }).issue.owner).toBe('U0BEN')
  })

  it('is answered by the person asked, their cover or their lead, and by nobody else', () => {
    for (const by of ['U0ANNA', 'U0LEA']) {
      const answered = answerConsult(asked, said(by), around())
      expect([answered.issue.consults, answered.issue.owner, kinds(answered)]).toEqual([
        [],
        'U0BEN',
        ['consult_answered'],
      ])
    }
    const covered = around({ id: 'U0ANNA', absence: { since: at('16T09:00'), cover: 'U0NIK' } })
    expect(answerConsult(asked, said('U0NIK'), covered).issue.consults).toEqual([])
    for (const by of ['U0NIK', 'U0BEN', 'U0CARLA'])
      expect(refusal(() => answerConsult(asked, said(by), around()))?.code).toBe('not_allowed')
    expect(refusal(() => answerConsult(claimed(), said('U0ANNA'), around()))?.code).toBe('consult_over')
  })

  it('that is asked back waits for the owner, and its time begins anew when they answered', () => {
    const back = askBack(asked, said('U0ANNA', 'Which?'), around()).issue
    expect(back.consults[0]).toMatchObject({ state: 'asked_back' })
    expect(refusal(() => askBack(back, said('U0ANNA'), around()))?.code).toBe('consult_over')
    expect(refusal(() => explainConsult(back, said('U0ANNA'), around()))?.code).toBe('not_allowed')
    const later = { ...around(), now: at('19T09:00') }
    const again = explainConsult(back, said('U0BEN', 'March.'), later).issue
    expect(again.consults[0]).toMatchObject({ state: 'asked', since: later.now, dueAt: at('20T09:00') })
    expect(refusal(() => explainConsult(again, said('U0BEN'), later))?.code).toBe('consult_over')
    expect(answerConsult(back, said('U0ANNA'), around()).issue.consults).toEqual([])
  })

  it('is called off by the asker', () => {
    expect(notNeeded(asked, { by: 'U0BEN', consult: 'c1' }, around()).issue.consults).toEqual([])
    expect(refusal(() => notNeeded(asked, { by: 'U0ANNA', consult: 'c1' }, around()))?.code).toBe('not_allowed')
  })

  it('ends with the issue, and once whoever is asked answers for it', () => {
    const more = ask({ id: 'c2', whom: 'U0NIK' }, asked).issue
    const over: readonly (readonly [string, { issue: Issue; events: readonly { kind: string }[] }])[] = [
      ['resolved', resolveIssue(more, { by: 'U0BEN', whatWasDone: 'Refunded.' }, around())],
      ['withdrawn', withdrawIssue(more, { by: 'U0CARLA', reason: 'A drill.' }, around())],
      ['merged', mergeIssue(more, claimed({ number: 2 }), 'U0CARLA', around()).issue],
    ]
    for (const [why, decision] of over) {
      expect(decision.issue.consults).toEqual([])
      const ended = decision.events.filter(({ kind }) => kind === 'consult_ended')
      expect(ended).toMatchObject([
        { id: 'c1', why },
        { id: 'c2', why },
      ])
    }
    const moved = withoutOwnConsults({
      issue: { ...more, owner: 'U0ANNA' },
      events: [{ kind: 'pass_accepted', at: now, id: 'p', department: 'support', from: 'U0BEN', owner: 'U0ANNA' }],
    })
    expect(moved.issue.consults.map(({ id }) => id)).toEqual(['c2'])
    expect(moved.events.at(-1)).toMatchObject({ kind: 'consult_ended', id: 'c1', why: 'owns_it' })
  })
})

describe('hands', () => {
  const hands = ask({ kind: 'hands', whom: 'U0LOU' }).issue
  const help = { by: 'U0LOU', consult: 'c1' }

  it('may be those of a colleague, or of a department, whose lead is asked', () => {
    expect(hands.consults[0]).toMatchObject({ kind: 'hands', asked: 'U0LOU', department: 'billing' })
    expect(ask({ kind: 'hands', department: 'support' }).issue.consults[0]).toMatchObject({ asked: 'U0LEA' })
    expect(refusal(() => ask({ kind: 'hands', department: 'nowhere' }))).toMatchObject({ field: 'department' })
    expect(refusal(() => ask({ kind: 'hands', whom: undefined as never }))).toMatchObject({ code: 'consult_nobody' })
  })

  it('work along while the owner stays, until they are done', () => {
    const helping = giveHands(hands, help, around()).issue
    expect([helping.owner, helping.consults[0]?.state]).toEqual(['U0BEN', 'helping'])
    expect(refusal(() => giveHands(helping, { ...help, by: 'U0DANA' }, around()))).toMatchObject({
      code: 'consult_over',
      owner: 'U0LOU',
    })
    expect(refusal(() => notNeeded(helping, { by: 'U0BEN', consult: 'c1' }, around()))?.code).toBe('consult_over')
    expect(refusal(() => doneHelping(helping, { ...help, by: 'U0ANNA' }, around()))?.code).toBe('not_allowed')
    for (const by of ['U0LOU', 'U0BEN'])
      expect(doneHelping(helping, { ...help, by }, around()).issue.consults).toEqual([])
  })

  it('are given by the lead in their place, by nobody who was not asked, and never by the owner', () => {
    expect(giveHands(hands, { ...help, by: 'U0DANA' }, around()).issue.consults[0]?.asked).toBe('U0DANA')
    for (const by of ['U0ANNA', 'U0BEN'])
      expect(refusal(() => giveHands(hands, { ...help, by }, around()))?.code).toBe('not_allowed')
  })

  it('are not given by an owner who leads the department that was asked', () => {
    const { issue: own } = ask({ kind: 'hands', whom: 'U0LOU', by: 'U0DANA' }, claimed({ owner: 'U0DANA' }))
    expect(refusal(() => giveHands(own, { ...help, by: 'U0DANA' }, around()))?.code).toBe('not_allowed')
  })

  it('that cannot be given are declined with a reason', () => {
    expect(refusal(() => declineHands(hands, { ...help, reason: '' }, around()))).toMatchObject({ field: 'reason' })
    const declined = declineHands(hands, { ...help, reason: 'I am off.' }, around())
    expect([declined.issue.consults, kinds(declined)]).toEqual([[], ['consult_declined']])
  })
})
