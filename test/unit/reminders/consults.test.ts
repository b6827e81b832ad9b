import { describe, expect, it } from 'vitest'
import type { Consult } from '#domain/issue/consult-facts.ts'
import { dueOf, isCurrent } from '#domain/reminders/due.ts'
import { at, circumstances, claimed, people, tuesday } from './world.ts'

const consult: Consult = {
  id: 'c1',
  kind: 'question',
  state: 'asked',
  department: 'support',
  asked: 'U0ANNA',
  askedBy: 'U0BEN',
  at: tuesday,
  since: tuesday,
  dueAt: at('19T09:00'),
}

const asking = (more: Partial<Consult> = {}, severity: 'low' | 'normal' = 'normal') =>
  claimed({ severity, consults: [{ ...consult, ...more }], lastUpdateAt: at('27T09:00') })

/** What is said of it at a time, to whom. */
const said = (it_ = asking(), now = tuesday, known = people()) =>
  dueOf(it_, [], circumstances(now, known)).rows.map(({ kind, state, person }) => [kind, state.split('|')[2], person])

describe('a question that nobody answers', () => {
  it('reminds the one asked, their lead, the owner and the chair, at half, once, twice and three times answer_within', () => {
    expect(said(asking(), at('17T12:59'))).toEqual([])
    expect(said(asking(), at('17T13:00'))).toEqual([['consult', 'half', 'U0ANNA']])
    expect(said(asking(), at('19T09:00'))).toEqual([['consult', 'whole', 'U0LEA']])
    expect(said(asking(), at('20T09:00'))).toEqual([['consult', 'owner', 'U0BEN']])
    expect(said(asking(), at('23T09:00'))).toEqual([['consult', 'chair', 'U0CARLA']])
    expect(said(asking({}, 'low'), at('23T09:00'))).toEqual([['consult', 'owner', 'U0BEN']])
  })

  it('reminds the one who covers while the one asked is away', () => {
    const known = people()
    const anna = known.get('U0ANNA')
    if (anna) known.set('U0ANNA', { ...anna, absence: { since: at('16T09:00'), cover: 'U0NIK' } })
    expect(said(asking(), at('19T09:00'), known)).toEqual([['consult', 'whole', 'U0NIK']])
  })

  it('waits for the owner once it was asked back, and begins anew when they answered', () => {
    const back = asking({ state: 'asked_back' })
    expect(said(back, at('17T13:00'))).toEqual([['consult', 'back_half', 'U0BEN']])
    expect(said(back, at('19T09:00'))).toEqual([['consult', 'back', 'U0BEN']])
    const again = asking({ since: at('19T09:00') })
    expect(said(again, at('19T12:59'))).toEqual([])
    expect(said(again, at('19T13:00'))).toEqual([['consult', 'half', 'U0ANNA']])
  })

  it('is not spoken of any more once it is answered, and help that is given is never', () => {
    const [row] = dueOf(asking(), [], circumstances(at('17T13:00'))).rows
    if (!row) throw new Error('nothing is due')
    const still = (it_ = asking()) => isCurrent(row, it_, circumstances(at('17T14:00')))
    expect([still(), still(claimed()), still(asking({ state: 'asked_back' }))]).toEqual([true, false, false])
    expect(said(asking({ kind: 'hands', state: 'helping' }), at('24T09:00'))).toEqual([])
  })

  it('is asked of each by itself: a second question has a ladder of its own', () => {
    const two = claimed({
      lastUpdateAt: at('27T09:00'),
      consults: [consult, { ...consult, id: 'c2', asked: 'U0NIK', since: at('17T10:00') }],
    })
    expect(said(two, at('17T14:00'))).toEqual([
      ['consult', 'half', 'U0ANNA'],
      ['consult', 'half', 'U0NIK'],
    ])
  })
})
