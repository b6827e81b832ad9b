import { describe, expect, it } from 'vitest'
import { dueOf, isCurrent, nextLookAt } from '#domain/reminders/due.ts'
import { isQuiet } from '#domain/reminders/quiet.ts'
import { at, circumstances, claimed, council, issue, people, tuesday } from './world.ts'

const due = (...[it, noted, now]: [Parameters<typeof dueOf>[0], Parameters<typeof dueOf>[1], Date]) =>
  dueOf(it, noted, circumstances(now)).rows.map(({ kind, state, person }) => [kind, state, person])

const handover = {
  id: 'h1',
  from: 'billing',
  to: 'support',
  askedBy: 'U0BEN',
  asked: 'U0ANNA',
  reason: 'expertise',
  verdict: 'clear',
  at: tuesday,
  dueAt: at('17T13:00'),
} as const

describe('an unclaimed issue', () => {
  it('reminds the last rung that is due, and none that was passed', () => {
    expect(due(issue(), [], at('17T10:59'))).toEqual([])
    expect(due(issue(), [], at('17T11:00'))).toEqual([['unclaimed', '1:owner', 'U0BEN']])
    const noted = [{ kind: 'unclaimed', state: '1:owner', person: 'U0BEN', said: true }] as const
    expect(due(issue(), noted, at('17T12:59'))).toEqual([])
    expect(due(issue(), noted, at('20T11:00'))).toEqual([['unclaimed', '1:council', 'council']])
  })

  it('is looked at again when its next rung is due', () => {
    expect(nextLookAt(issue(), circumstances(tuesday))).toEqual(at('17T11:00'))
    expect(dueOf(issue(), [], circumstances(at('17T11:00'))).nextLookAt).toEqual(at('17T13:00'))
  })

  it('goes to who is on call at night when it is urgent, once, and to nobody else', () => {
    const urgent = issue({
      severity: 'urgent',
      department: 'support',
      ask: { round: 1, person: 'U0ANNA', role: 'owner', at: at('16T22:00') },
    })
    const night = circumstances(at('16T22:15'))
    const [row] = dueOf(urgent, [], night).rows
    expect(row).toMatchObject({ person: 'U0NIK', state: '1:owner', sendAt: night.now })
    const noted = [{ kind: 'unclaimed', state: '1:owner', person: 'U0NIK', said: true }] as const
    const [next] = dueOf(urgent, noted, circumstances(at('16T23:00'))).rows
    expect(next).toMatchObject({ person: 'U0LEA', state: '1:lead', sendAt: at('17T08:00') })
  })

  it('does not ask one person twice: who was on call at night is not asked again as the backup', () => {
    const cell = { department: 'support', owner: 'U0ANNA', backup: 'U0NIK' }
    const stage = { key: 'pay', name: 'Pay', leadDepartment: 'support', owners: [cell] }
    const ask = { round: 1, person: 'U0ANNA', role: 'owner', at: at('16T22:00') } as const
    const urgent = issue({ severity: 'urgent', department: 'support', ask })
    const night = { ...circumstances(at('16T22:30')), council: { ...council, journey: [stage] } }
    const heard = { kind: 'unclaimed', state: '1:owner', person: 'U0NIK', said: true } as const
    expect(dueOf(urgent, [heard], night).rows).toEqual([])
    const [backup] = dueOf(urgent, [{ ...heard, state: '0:owner' }], night).rows
    expect(backup).toMatchObject({ person: 'U0NIK', state: '1:backup' })
  })

  it('is asked of who covers for a rung that is away and may claim it, once, and it stays theirs', () => {
    const away = (cover: string) => {
      const all = people()
      const dana = all.get('U0DANA')
      if (dana) all.set(dana.id, { ...dana, absence: { since: tuesday, cover } })
      return circumstances(at('19T10:00'), all)
    }
    const asked = [{ kind: 'unclaimed', state: '1:backup', person: 'U0LOU', said: true }] as const
    const ofRung = (cover: string) =>
      dueOf(issue(), asked, away(cover)).rows.map(({ state, person }) => [state, person])
    expect(ofRung('U0BEN')).toEqual([['1:lead', 'U0BEN']])
    expect(ofRung('U0LOU')).toEqual([])
    expect(ofRung('U0ANNA')).toEqual([['1:lead', 'U0DANA']])
    const waiting = { issue: 1, kind: 'unclaimed', state: '1:lead', person: 'U0BEN', again: 0 } as const
    expect(isCurrent(waiting, issue(), circumstances(at('19T11:00')))).toBe(true)
    expect(due(issue(), [...asked, { ...waiting, said: false }], at('19T11:00'))).toEqual([])
  })

  it('waits for the hours of the one who is reminded, in their own zone', () => {
    const noted = [{ kind: 'unclaimed', state: '1:backup', person: 'U0LOU', said: true }] as const
    const [row] = dueOf(issue(), noted, circumstances(at('19T09:00'))).rows
    expect(row).toMatchObject({ person: 'U0DANA', sendAt: at('19T14:00') })
  })
})

describe('a claimed issue', () => {
  it('is quiet after update_within of its department’s time, and its owner is reminded once of that', () => {
    expect(isQuiet(council, claimed(), at('19T08:59'))).toBe(false)
    expect(isQuiet(council, claimed(), at('19T09:00'))).toBe(true)
    expect(due(claimed(), [], at('19T09:00'))).toEqual([['quiet', tuesday.toISOString(), 'U0BEN']])
    const noted = [{ kind: 'quiet', state: tuesday.toISOString(), person: 'U0BEN', said: true }] as const
    expect(due(claimed(), noted, at('27T09:00'))).toEqual([])
    expect(due(claimed({ lastUpdateAt: at('19T10:00') }), noted, at('20T10:00'))).toHaveLength(1)
  })

  it('of somebody who left is spoken of to their lead', () => {
    const known = people()
    const ben = known.get('U0BEN')
    if (ben) known.set('U0BEN', { ...ben, kind: 'deactivated' })
    const it = claimed({ lastUpdateAt: at('16T08:00') })
    const [row] = dueOf(it, [], circumstances(at('20T10:00'), known)).rows
    expect(row).toMatchObject({ kind: 'quiet', person: 'U0DANA' })
    expect(row && isCurrent(row, it, circumstances(at('20T15:00'), known))).toBe(true)
    expect(row && isCurrent(row, it, circumstances(at('20T15:00')))).toBe(false)
  })

  it('is not quiet while another department has to answer or the council to choose, or once it is resolved', () => {
    expect(isQuiet(council, claimed({ handover }), at('27T09:00'))).toBe(false)
    expect(isQuiet(council, { ...claimed(), decision: { review: false } }, at('27T09:00'))).toBe(false)
    expect(isQuiet(council, claimed({ state: 'resolved' }), at('27T09:00'))).toBe(false)
  })

  it('is worked on, and may become quiet, while the council only looks at where it went', () => {
    expect(isQuiet(council, { ...claimed(), decision: { review: true } }, at('19T09:00'))).toBe(true)
  })
})

describe('a solved issue', () => {
  it('reminds its owner once that the customer is still to be told, and nobody when they were', () => {
    const solved = claimed({ state: 'resolved', resolvedAt: tuesday })
    expect(due(solved, [], at('19T08:59'))).toEqual([])
    expect(nextLookAt(solved, circumstances(tuesday))).toEqual(at('19T09:00'))
    expect(due(solved, [], at('19T09:00'))).toEqual([['untold', tuesday.toISOString(), 'U0BEN']])
    const noted = [{ kind: 'untold', state: tuesday.toISOString(), person: 'U0BEN', said: true }] as const
    expect(due(solved, noted, at('27T09:00'))).toEqual([])
    expect(due({ ...solved, state: 'closed' }, [], at('27T09:00'))).toEqual([])
  })
})

describe('a pending handover', () => {
  const noted = [{ kind: 'handover', state: 'h1:half', person: 'U0ANNA', said: true }] as const
  const question = { by: 'U0ANNA', to: 'U0BEN', at: at('17T10:00') }

  it('reminds the one asked once, at half of the time, and has to be looked at when all of it is over', () => {
    const pending = claimed({ handover })
    expect(due(pending, [], at('17T10:59'))).toEqual([])
    expect(due(pending, [], at('17T11:00'))).toEqual([['handover', 'h1:half', 'U0ANNA']])
    expect(due(pending, noted, at('20T13:00'))).toEqual([])
    expect(dueOf(pending, noted, circumstances(at('17T11:00'))).nextLookAt).toEqual(at('17T13:00'))
  })

  it('reminds nobody of it any more once somebody else is asked, also where that was forgotten', () => {
    const leadAsked = { person: 'U0LEA', at: at('17T13:00') }
    const asked = claimed({ handover: { ...handover, leadAsked, dueAt: at('19T09:00') } })
    expect(due(asked, [], at('17T13:00'))).toEqual([])
    expect(dueOf(asked, [], circumstances(at('17T13:00'))).nextLookAt).toEqual(at('19T09:00'))
    const row = { issue: 1, kind: 'handover', state: 'h1:half', person: 'U0ANNA', again: 0 } as const
    expect(isCurrent(row, asked, circumstances(at('17T13:00')))).toBe(true)
  })

  it('lets the receiver be while the sender has to answer, and goes on with the rest of their time', () => {
    const waits = claimed({ handover: { ...handover, question } })
    expect(due(waits, [], at('17T12:00'))).not.toContainEqual(['handover', 'h1:half', 'U0ANNA'])
    const answered = { ...question, answeredAt: at('19T09:00') }
    const on = claimed({ handover: { ...handover, question: answered, dueAt: at('19T12:00') } })
    expect(due(on, [], at('19T09:59'))).toEqual([])
    expect(due(on, [], at('19T10:00'))).toEqual([['handover', 'h1:half', 'U0ANNA']])
  })

  it('reminds the sender of the question at half of the time to answer, and at the whole their lead', () => {
    const waits = claimed({ handover: { ...handover, question } })
    const half = ['question', 'h1:half', 'U0BEN'] as const
    expect(due(waits, [], at('17T13:59'))).toEqual([])
    expect(due(waits, [], at('17T14:00'))).toEqual([half])
    const said = [{ kind: half[0], state: half[1], person: half[2], said: true }]
    expect(due(waits, said, at('19T09:59'))).toEqual([])
    expect(due(waits, said, at('19T10:00'))).toEqual([['question', 'h1:whole', 'U0DANA']])
  })
})

describe('a promise to the customer', () => {
  const by = at('19T16:00')
  const promised = claimed({ promiseBy: by, lastUpdateAt: at('19T00:00') })

  it('is spoken of to who answers for it now, when it waited for an owner of before', () => {
    const row = { kind: 'promise', state: `${by.toISOString()}:passed`, person: 'U0LOU' } as const
    const passed = ['promise', row.state, 'U0BEN']
    expect(due(promised, [{ ...row, said: false }], at('19T18:00'))).toContainEqual(passed)
    expect(due(promised, [{ ...row, said: true }], at('19T18:00'))).not.toContainEqual(passed)
  })

  it('is spoken of to the lead, else the chair, when its owner is away until it is broken', () => {
    const it = claimed({ promiseBy: at('17T15:00'), lastUpdateAt: at('16T10:00') })
    const spokenOf = (ids: Readonly<Record<string, string>>) => {
      const known = people()
      for (const [id, until] of Object.entries(ids)) {
        const one = known.get(id)
        if (one) known.set(id, { ...one, absence: { since: at('16T08:00'), until: at(until) } })
      }
      return dueOf(it, [], circumstances(at('17T08:00'), known)).rows.map(({ kind, person }) => [kind, person])
    }
    expect(spokenOf({ U0BEN: '17T12:00' })).toEqual([['promise', 'U0BEN']])
    expect(spokenOf({ U0BEN: '18T12:00' })).toEqual([['promise', 'U0DANA']])
    expect(spokenOf({ U0BEN: '18T12:00', U0DANA: '18T12:00' })).toEqual([['promise', 'U0CARLA']])
  })

  it('is spoken of in the morning of its day, and once more when it has passed', () => {
    expect(due(promised, [], at('19T07:59'))).toEqual([])
    expect(due(promised, [], at('19T08:00'))).toEqual([['promise', `${by.toISOString()}:before`, 'U0BEN']])
    const noted = [{ kind: 'promise', state: `${by.toISOString()}:before`, person: 'U0BEN', said: true }] as const
    expect(due(promised, noted, by)).toContainEqual(['promise', `${by.toISOString()}:passed`, 'U0BEN'])
  })

  it('made on its day is spoken of an hour before its end', () => {
    const today = { ...promised, lastUpdateAt: at('19T09:00') }
    expect(due(today, [], at('19T14:59'))).toEqual([])
    expect(due(today, [], at('19T15:00'))).toHaveLength(1)
  })

  it('is the owner’s also after the issue was resolved, and nobody’s once it is closed', () => {
    expect(due({ ...promised, state: 'resolved' }, [], by)).toHaveLength(1)
    expect(due({ ...promised, state: 'closed' }, [], by)).toEqual([])
  })
})

describe('an issue that nobody has routed', () => {
  it('reminds chair and deputy half-way', () => {
    const { ask: _, department: __, ...rest } = issue()
    const unrouted = { ...rest, routeBy: at('17T11:00') }
    expect(due(unrouted, [], at('17T09:59'))).toEqual([])
    expect(due(unrouted, [], at('17T10:00')).map(([, , person]) => person)).toEqual(['U0CARLA', 'U0OMAR'])
    expect(nextLookAt(unrouted, circumstances(tuesday))).toEqual(at('17T10:00'))
  })

  it('is half-way on the working day before when the rest begins a new one', () => {
    const { ask: _, department: __, ...rest } = issue()
    expect(nextLookAt({ ...rest, routeBy: at('19T08:20') }, circumstances(tuesday))).toEqual(at('17T15:20'))
  })
})

describe('a reminder', () => {
  const row = { issue: 1, kind: 'unclaimed', state: '1:owner', person: 'U0BEN', again: 0 } as const

  it('is over once its issue has moved on, or its person has left', () => {
    const now = circumstances(at('17T12:00'))
    expect(isCurrent(row, issue(), now)).toBe(true)
    expect(isCurrent(row, claimed(), now)).toBe(false)
    expect(isCurrent(row, issue({ ask: { round: 2, person: 'U0BEN', role: 'owner', at: tuesday } }), now)).toBe(false)
    const gone = people()
    const ben = gone.get('U0BEN')
    if (ben) gone.set('U0BEN', { ...ben, kind: 'deactivated' })
    expect(isCurrent(row, issue(), circumstances(now.now, gone))).toBe(false)
  })

  it('of a promise that is to come is over when it has passed', () => {
    const by = at('19T16:00')
    const promised = claimed({ promiseBy: by })
    const before = { ...row, kind: 'promise', state: `${by.toISOString()}:before` } as const
    expect(isCurrent(before, promised, circumstances(at('19T15:00')))).toBe(true)
    expect(isCurrent(before, promised, circumstances(by))).toBe(false)
  })
})
