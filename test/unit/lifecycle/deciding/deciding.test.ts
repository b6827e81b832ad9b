import { describe, expect, it } from 'vitest'
import { openDecision } from '#domain/decisions/deciding/open.ts'
import { voteFor } from '#domain/decisions/deciding/vote.ts'
import { DomainError } from '#domain/errors.ts'
import { undecided } from '#domain/reminders/moving/undecided.ts'
import {
  accept,
  cannot,
  claim,
  giveBack,
  handTo,
  pass,
  release,
  resolve,
  speak,
  toCouncil,
  vote,
} from '../../slack/samples/steps.ts'
import { later, type Step, storyOf } from '../../slack/samples/stories.ts'
import { around, person } from './around.ts'

/** Six steps, each an hour after the one before: it is with Billing, Ben answers, and Support was wanted. */
const stopped = toCouncil()

const issueAfter = (...steps: readonly Step[]) => storyOf({}, ...stopped, ...steps).issue

const refusal = (act: () => unknown) => {
  try {
    act()
    return 'nothing was refused'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { code: error.code, field: error.field, details: error.details }
  }
}

const voted = (by: string, named: string, more: Parameters<typeof around>[0] = {}, issue = issueAfter()) =>
  voteFor(issue, { by, decision: issue.decision?.id ?? '', person: named }, around(more))

describe('an issue that only the council may move', () => {
  it('stays where it is, and with whoever answers, until the council has chosen', () => {
    const { issue, timeline } = storyOf({}, ...stopped)
    expect(issue).toMatchObject({
      department: 'billing',
      owner: 'U0BEN',
      moves: { hops: 2, attempts: 2 },
      decision: { why: 'max_hops', from: 'billing', to: 'support', votes: [], review: false },
    })
    expect(timeline.at(-1)).toMatchObject({ kind: 'decision_opened', actor: 'U0BEN' })
  })

  it.each([
    [
      'it has changed hands twice',
      [claim(), handTo('sales_ops'), accept, handTo('billing'), accept, handTo('sales_ops')],
      'max_hops',
    ],
    [
      'two said no',
      [claim(), handTo('sales_ops'), giveBack(), handTo('support'), giveBack(), handTo('support')],
      'refused_twice',
    ],
  ] as const)('is for the council when %s', (_when, steps, why) => {
    expect(storyOf({}, ...steps).issue.decision).toMatchObject({ why })
  })

  it('cannot be handed over meanwhile, nor released, but passed within its department', () => {
    const open = issueAfter()
    expect(refusal(() => storyOf({}, ...stopped, handTo('support')))).toMatchObject({ code: 'council_decides' })
    expect(refusal(() => release(open, around()))).toMatchObject({ code: 'too_late' })
    expect(storyOf({}, ...stopped, pass(), accept).issue).toMatchObject({ owner: 'U0LOU', decision: {} })
  })

  it('leaves nothing to choose once it is resolved', () => {
    const { issue, timeline } = storyOf({}, ...stopped, resolve())
    expect(issue.decision).toBeUndefined()
    expect(timeline.find(({ kind }) => kind === 'decision_cancelled')).toMatchObject({ why: 'resolved' })
  })
})

describe('a vote', () => {
  it('of the chair decides alone: who was named answers at once, and only the council moves it from then on', () => {
    const { issue, events } = voted('U0CARLA', 'U0MIA')
    expect(issue).toMatchObject({ owner: 'U0MIA', department: 'sales_ops', placedByCouncil: true, card: 4 })
    expect(issue.decision).toBeUndefined()
    expect(events.map(({ kind }) => kind)).toEqual(['voted', 'decided'])
    expect(events[1]).toMatchObject({ from: 'billing', to: 'sales_ops', owner: 'U0MIA', before: 'U0BEN' })
  })

  const big = { members: ['U0CARLA', 'U0MIA', 'U0ANNA'] }

  it('of a member waits for a second one for the same person', () => {
    const first = voted('U0MIA', 'U0ANNA', big)
    expect(first.issue).toMatchObject({ owner: 'U0BEN', decision: { votes: [{ by: 'U0MIA', person: 'U0ANNA' }] } })
    expect(voted('U0ANNA', 'U0MIA', big, first.issue).issue).toMatchObject({ owner: 'U0BEN' })
    expect(voted('U0ANNA', 'U0ANNA', big, first.issue).issue).toMatchObject({ owner: 'U0ANNA', department: 'support' })
  })

  it('can be changed: the later one counts, and the same once more changes nothing', () => {
    const first = voted('U0MIA', 'U0ANNA', big)
    expect(voted('U0MIA', 'U0ANNA', big, first.issue).events).toEqual([])
    const changed = voted('U0MIA', 'U0MIA', big, first.issue)
    expect(changed.issue.decision?.votes).toMatchObject([{ by: 'U0MIA', person: 'U0MIA' }])
    expect(voted('U0ANNA', 'U0ANNA', big, changed.issue).issue.owner).toBe('U0BEN')
  })

  it('is not for somebody whose department holds it, nor for anybody outside of the council', () => {
    const withBilling = { members: ['U0CARLA', 'U0MIA', 'U0LOU'] }
    expect(refusal(() => voted('U0LOU', 'U0MIA', withBilling))).toMatchObject({
      code: 'holds_it',
      details: { department: 'billing', owner: 'U0CARLA' },
    })
    expect(refusal(() => voted('U0ANNA', 'U0MIA'))).toMatchObject({ code: 'not_allowed', details: { act: 'decide' } })
  })

  it('of a chair whose department holds it is not enough: the deputy, or two others, choose', () => {
    const chairInBilling = { chair: 'U0LOU', deputy: 'U0MIA', members: ['U0ANNA'] }
    expect(refusal(() => voted('U0LOU', 'U0ANNA', chairInBilling))).toMatchObject({ code: 'holds_it' })
    expect(voted('U0MIA', 'U0ANNA', chairInBilling).issue.owner).toBe('U0ANNA')
    const noDeputy = { chair: 'U0LOU', deputy: undefined, members: ['U0LOU', 'U0MIA', 'U0ANNA'] }
    expect(voted('U0MIA', 'U0ANNA', noDeputy).issue.owner).toBe('U0BEN')
  })

  it.each([
    ['one other member alone', { chair: 'U0LOU', members: ['U0LOU', 'U0MIA'] }, 'U0MIA'],
    [
      'the chair alone, where all others are of the department too',
      { chair: 'U0LOU', members: ['U0LOU', 'U0BEN'] },
      'U0LOU',
    ],
  ])('of %s is enough where the council is too small for two: no issue is stuck', (_who, more, by) => {
    expect(voted(by, 'U0ANNA', { ...more, deputy: undefined }).issue.owner).toBe('U0ANNA')
  })

  it('does not wait for members who have left', () => {
    const left = {
      chair: 'U0LOU',
      deputy: undefined,
      members: ['U0LOU', 'U0MIA', 'U0ANNA'],
      people: [person('U0ANNA', 'deactivated')],
    }
    expect(voted('U0MIA', 'U0MIA', left).issue.owner).toBe('U0MIA')
  })

  it('can leave it with whoever has it, which moves nothing', () => {
    const { issue, events } = voted('U0CARLA', 'U0BEN')
    expect(issue).toMatchObject({ owner: 'U0BEN', department: 'billing', card: 3, placedByCouncil: true })
    expect(events[1]).toMatchObject({ kind: 'decided', owner: 'U0BEN', before: 'U0BEN' })
  })

  it('can send it back to where it came from, or to a colleague in the same department', () => {
    expect(voted('U0CARLA', 'U0ANNA').issue).toMatchObject({ department: 'support', moves: { hops: 2, bounces: 1 } })
    expect(voted('U0CARLA', 'U0LOU').issue).toMatchObject({ department: 'billing', owner: 'U0LOU', card: 3 })
  })

  it.each([
    ['a guest', { people: [person('U0GUEST', 'guest')] }, 'U0GUEST', 'named_unfit'],
    ['somebody who has left', { people: [person('U0MIA', 'deactivated')] }, 'U0MIA', 'named_unfit'],
    ['somebody of no department', { people: [person('U0IVO')] }, 'U0IVO', 'no_department_for'],
    ['somebody nobody knows', {}, 'U0NOBODY', 'person_unknown'],
    ['somebody who is away', { people: [person('U0LOU', 'away')] }, 'U0LOU', 'named_away'],
  ] as const)('cannot name %s, and says so at the field', (_who, more, named, code) => {
    expect(refusal(() => voted('U0CARLA', named, more))).toMatchObject({ code, field: 'person' })
  })

  it('for somebody who is away is answered with who is here in their department', () => {
    const away = refusal(() => voted('U0CARLA', 'U0LOU', { people: [person('U0LOU', 'away')] }))
    expect(away).toMatchObject({ details: { owner: 'U0LOU', standIn: 'U0BEN' } })
  })

  it('on what is decided already hears who answers', () => {
    const open = issueAfter()
    const { issue } = voted('U0CARLA', 'U0MIA')
    const late = () => voteFor(issue, { by: 'U0CARLA', decision: open.decision?.id ?? '', person: 'U0ANNA' }, around())
    expect(refusal(late)).toMatchObject({ code: 'decision_settled', details: { owner: 'U0MIA' } })
  })
})

describe('the lead of the department where it was to go', () => {
  it('may say what the council should know, which changes nothing of where it is', () => {
    const { issue, timeline } = storyOf({}, ...stopped, speak('We have no access.'))
    expect(issue.decision?.speakBy).toEqual(later(23.5))
    expect(timeline.at(-1)).toMatchObject({
      kind: 'lead_spoke',
      department: 'support',
      words: { text: 'We have no access.' },
    })
    expect(issue.owner).toBe('U0BEN')
    expect(refusal(() => storyOf({}, ...stopped, speak('Hm.', 'U0MIA')))).toMatchObject({ code: 'not_allowed' })
  })
})

describe('whoever was named and cannot take it', () => {
  it('answers for it meanwhile, and the council chooses again', () => {
    const { issue, timeline } = storyOf({}, ...stopped, vote('U0CARLA', 'U0MIA'), cannot())
    expect(issue).toMatchObject({ owner: 'U0MIA', decision: { why: 'named_cannot', from: 'sales_ops', votes: [] } })
    expect(timeline.map(({ kind }) => kind).slice(-2)).toEqual(['named_cannot', 'decision_opened'])
    expect(refusal(() => storyOf({}, ...stopped, vote('U0CARLA', 'U0MIA'), cannot(), cannot()))).toMatchObject({
      code: 'council_decides',
    })
  })

  it('was named: nobody else can say so', () => {
    expect(refusal(() => storyOf({}, claim(), cannot()))).toMatchObject({ code: 'not_allowed' })
    expect(refusal(() => storyOf({}, claim(), cannot(' ')))).toMatchObject({ code: 'not_allowed' })
  })

  it('cannot simply hand it on: that is for the council, too', () => {
    const { issue } = storyOf({}, ...stopped, vote('U0CARLA', 'U0MIA'), handTo('support'))
    expect(issue).toMatchObject({ owner: 'U0MIA', decision: { why: 'placed_by_council' } })
  })
})

describe('an urgent issue', () => {
  const urgent = { severity: 'urgent' } as const

  it('moves at once to where it was wanted, and the council looks at it afterwards', () => {
    const { issue, timeline } = storyOf(urgent, ...stopped)
    expect(issue).toMatchObject({
      owner: 'U0ANNA',
      department: 'support',
      decision: { review: true },
      moves: { hops: 2 },
    })
    expect(timeline.map(({ kind }) => kind).slice(-2)).toEqual(['decision_opened', 'moved_at_once'])
    expect(storyOf(urgent, ...stopped, vote('U0CARLA', 'U0ANNA')).issue).toMatchObject({
      owner: 'U0ANNA',
      placedByCouncil: true,
    })
  })

  it('goes to somebody else where nobody is here there, and stays where nobody is at all', () => {
    const wanted = { by: 'U0BEN', id: 'd', to: 'support', reason: 'expertise', need: 'Look.', why: 'max_hops' } as const
    const { issue } = storyOf(urgent, claim())
    const away = (...ids: readonly string[]) => around({ people: ids.map((id) => person(id, 'away')) })
    expect(openDecision(issue, wanted, away('U0ANNA')).issue).toMatchObject({
      owner: 'U0MIA',
      decision: { review: true },
    })
    expect(openDecision(issue, wanted, away('U0ANNA', 'U0MIA')).issue).toMatchObject({
      owner: 'U0BEN',
      decision: { review: false },
    })
  })

  it('can be given back by the one it went to, who answers until the council has chosen', () => {
    const { issue } = storyOf(urgent, ...stopped, cannot())
    expect(issue).toMatchObject({ owner: 'U0ANNA', decision: { why: 'named_cannot', review: false } })
  })

  it('stays with whom the council named', () => {
    const { issue } = storyOf(urgent, ...stopped, vote('U0CARLA', 'U0MIA'), handTo('support'))
    expect(issue).toMatchObject({ owner: 'U0MIA', decision: { review: false, why: 'placed_by_council' } })
  })
})

describe('the reminders of a decision', () => {
  const steps = (more: Parameters<typeof around>[0] = {}, issue = issueAfter()) =>
    undecided(issue, around(more)).map(({ state, persons, dueAt }) => [state.replace(/.*:/, ''), persons, dueAt])

  it('go to the chair after half of the time to claim, to the deputy after the whole, then to the channel', () => {
    expect(steps({ deputy: 'U0MIA' })).toEqual([
      ['chair', ['U0CARLA'], later(23.5)],
      ['deputy', ['U0MIA'], later(25.5)],
      ['council', ['council'], later(29.5)],
    ])
  })

  it('go to the members who have not chosen yet, where neither chair nor deputy may alone', () => {
    const more = { chair: 'U0LOU', deputy: undefined, members: ['U0LOU', 'U0MIA', 'U0ANNA'] }
    const { issue } = voted('U0MIA', 'U0MIA', more)
    expect(steps(more, issue).map(([name, persons]) => [name, persons])).toEqual([
      ['members', ['U0ANNA']],
      ['council', ['council']],
    ])
  })

  it('come to the chair at once when the one who was named cannot take it', () => {
    const { issue } = storyOf({}, ...stopped, vote('U0CARLA', 'U0MIA'), cannot())
    expect(steps({}, issue)[0]).toEqual(['chair', ['U0CARLA'], issue.decision?.at])
  })
})
