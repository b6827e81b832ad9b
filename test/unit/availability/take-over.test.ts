import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askToTakeOver, takeOverDue } from '#domain/availability/take-over.ts'
import type { Circumstances } from '#domain/decisions/decision.ts'
import { returnHandover } from '#domain/decisions/moving/settle-handover.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Person } from '#domain/people.ts'
import { isReachable } from '#domain/people.ts'
import { claim, handTo } from '../slack/samples/steps.ts'
import { council, storyOf } from '../slack/samples/stories.ts'

// Tuesday, 12:00 in Berlin, an hour after Ben claimed; hours are 9:00 to 17:30.
const now = new Date('2026-11-17T11:00:00Z')
const at = (time: string): Date => new Date(time)

const member = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  kind: 'member',
  admin: false,
  timeZone: 'Europe/Berlin',
  ...more,
})

const around = (people: readonly Person[], time = now): Circumstances => ({
  council,
  people: new Map(people.map((person) => [person.id, person])),
  now: time,
})

const { issue } = storyOf({}, claim())
const away = (until?: string, cover?: string): Partial<Person> => ({
  absence: {
    since: now,
    ...(until === undefined ? {} : { until: at(until) }),
    ...(cover === undefined ? {} : { cover }),
  },
})
const others = ['U0LOU', 'U0DANA', 'U0CARLA', 'U0MIA'].map((id) => member(id))
const asked = (ben: Partial<Person>, time = now) => {
  const due = takeOverDue(issue, around([member('U0BEN', ben), ...others], time))
  return due?.kind === 'ask' ? due.person : due?.kind
}

describe('an owner who is away', () => {
  it.each([
    ['2026-11-17T23:00:00Z', undefined],
    ['2026-11-18T11:00:00Z', undefined],
    ['2026-11-18T11:00:01Z', 'U0LOU'],
    ['2026-12-01T23:00:00Z', 'U0LOU'],
    [undefined, 'U0LOU'],
  ])('until %s has this cover asked to take over: %s', (until, person) => {
    expect(asked(away(until, 'U0LOU'))).toBe(person)
  })

  it('over a weekend is not missed', () => {
    const friday = at('2026-11-20T15:00:00Z')
    expect(asked(away('2026-11-23T10:00:00Z', 'U0LOU'), friday)).toBeUndefined()
    expect(asked(away('2026-11-23T15:00:01Z', 'U0LOU'), friday)).toBe('U0LOU')
  })

  it('without a cover has the lead asked, without a lead who is here the chair', () => {
    expect(asked(away())).toBe('U0DANA')
    const people = [member('U0BEN', away()), member('U0CARLA'), member('U0DANA', away())]
    expect(takeOverDue(issue, around(people))).toMatchObject({ person: 'U0CARLA' })
  })

  it('has nobody asked outside of that person’s own hours', () => {
    const lou = member('U0LOU', { timeZone: 'America/New_York' })
    const people = [member('U0BEN', away(undefined, 'U0LOU')), lou, member('U0DANA'), member('U0CARLA')]
    expect(takeOverDue(issue, around(people))).toBeUndefined()
    expect(takeOverDue(issue, around(people, at('2026-11-17T14:30:00Z')))).toMatchObject({ person: 'U0LOU' })
  })

  it('who hands it over himself is left to it', () => {
    const handed = storyOf({}, claim(), handTo('sales_ops')).issue
    expect(takeOverDue(handed, around([member('U0BEN', away()), ...others]))).toBeUndefined()
  })

  it('who is deactivated is no absence: the lead gives his issues away', () => {
    expect(asked({ ...away(), kind: 'deactivated' })).toBeUndefined()
  })
})

describe('asking others to take over', () => {
  const ids = ['U0ANNA', 'U0LOU', 'U0DANA', 'U0CARLA', 'U0MIA'] as const
  const life = fc.record({
    cover: fc.option(fc.constantFrom(...ids, 'U0BEN'), { nil: undefined }),
    covers: fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids, 'U0BEN')), { maxLength: 5 }),
    answers: fc.array(fc.constantFrom('silent', 'returns', 'nothing yet'), { minLength: 10, maxLength: 20 }),
  })

  const peopleIn = ({
    cover,
    covers,
  }: {
    cover: string | undefined
    covers: readonly (readonly [string, string])[]
  }) => {
    const absent = new Map(covers)
    return [
      member('U0BEN', away(undefined, cover)),
      ...ids.map((id) => {
        const other = absent.get(id)
        return member(id, other === undefined ? {} : away(undefined, other))
      }),
    ]
  }

  it('ends, asks each person at most once, never the owner and nobody who is away, and keeps one owner', () =>
    fc.assert(
      fc.property(life, ({ answers, ...absences }) => {
        const people = peopleIn(absences)
        const names: string[] = []
        let it: Issue = issue
        let time = now
        for (const [i, answer] of answers.entries()) {
          const circumstances = around(people, time)
          const decision = askToTakeOver(it, `p${i}`, circumstances)
          it = decision?.issue ?? it
          for (const event of decision?.events ?? []) if (event.kind === 'pass_asked') names.push(event.asked)
          const { handover } = it
          expect(it.owner).toBe('U0BEN')
          if (handover && decision) expect(isReachable(circumstances.people.get(handover.asked), time)).toBe(true)
          if (handover && answer === 'returns')
            it = returnHandover(it, { by: handover.asked, handover: handover.id, reason: 'No.' }, circumstances).issue
          if (answer === 'silent') time = new Date(time.getTime() + 24 * 3_600_000)
        }
        expect(new Set(names).size).toBe(names.length)
        expect(names).not.toContain('U0BEN')
      }),
    ))

  it('does nothing a second time at the same moment', () => {
    const circumstances = around([member('U0BEN', away(undefined, 'U0LOU')), ...others])
    const first = askToTakeOver(issue, 'p1', circumstances)
    expect(first?.events.map(({ kind }) => kind)).toEqual(['pass_asked'])
    expect(askToTakeOver(first?.issue ?? issue, 'p2', circumstances)).toBeUndefined()
  })
})
