import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standIn, withCovers } from '#domain/availability/stand-in.ts'
import { firstReachable } from '#domain/decisions/asking/ask.ts'
import { placeAt } from '#domain/journey-map.ts'
import type { Absence, Person } from '#domain/people.ts'
import { absenceAt, isReachable } from '#domain/people.ts'
import { council } from '../slack/samples/stories.ts'

const now = new Date('2026-11-17T09:00:00Z')
const ids = ['U0ANNA', 'U0BEN', 'U0LOU', 'U0DANA', 'U0CARLA', 'U0MIA', 'U0EVA', 'U0FINN'] as const

const hours = (amount: number): Date => new Date(now.getTime() + amount * 3_600_000)

const absence: fc.Arbitrary<Absence | undefined> = fc.option(
  fc
    .record({
      until: fc.option(fc.integer({ min: -5, max: 50 }).map(hours), { nil: undefined }),
      cover: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    })
    .map(({ until, cover }) => ({
      since: hours(-1),
      ...(until === undefined ? {} : { until }),
      ...(cover === undefined ? {} : { cover }),
    })),
  { nil: undefined },
)

const someone = (id: string): fc.Arbitrary<Person> =>
  fc
    .record({
      kind: fc.constantFrom('member', 'member', 'member', 'deactivated', 'guest'),
      status: fc.option(fc.integer({ min: -5, max: 50 }).map(hours), { nil: undefined }),
      absence,
    })
    .map(({ kind, status, absence: said }) => ({
      id,
      name: id,
      kind: kind as Person['kind'],
      admin: false,
      timeZone: 'UTC',
      ...(status === undefined ? {} : { awayUntil: status, awaySince: hours(-2) }),
      ...(said === undefined ? {} : { absence: said }),
    }))

/** Anybody away, gone, or covering for anybody, loops and all. */
const people = fc
  .tuple(...ids.map((id) => fc.option(someone(id), { nil: undefined })))
  .map((all) => new Map(all.filter((one) => one !== undefined).map((one) => [one.id, one] as const)))

const always = (holds: (people: ReadonlyMap<string, Person>) => void) =>
  fc.assert(fc.property(people, holds), { numRuns: 2000 })

describe('the chain of those who are asked', () => {
  it('ends, with each person once, whoever covers for whom', () =>
    always((known) => {
      for (const id of ids) {
        const chain = withCovers(id, { people: known, now })
        expect(chain[0]).toBe(id)
        expect(new Set(chain).size).toBe(chain.length)
      }
    }))

  it('never asks somebody who is away or gone while another of it is here, and somebody whenever one is', () =>
    always((known) => {
      const { chain } = placeAt(council, 'billing', 'pay', undefined)
      const circumstances = { council, people: known, now }
      const reachable = chain
        .flatMap(({ person }) => withCovers(person, circumstances))
        .filter((person) => isReachable(known.get(person), now))
      const asked = firstReachable(chain, circumstances)
      expect(asked?.person).toBe(reachable[0])
      if (asked && asked.role !== 'cover') expect(asked.coverFor).toBeUndefined()
    }))

  it('asks nobody whom it is told to leave out, also not as a cover', () =>
    always((known) => {
      const { chain } = placeAt(council, 'billing', 'pay', undefined)
      for (const without of ids) {
        const asked = firstReachable(chain, { council, people: known, now }, (person) => person !== without)
        expect(asked?.person).not.toBe(without)
      }
    }))

  it('asks the person themselves while they are here, whatever they once said of a cover', () =>
    always((known) => {
      for (const [id, person] of known)
        if (isReachable(person, now)) expect(standIn(id, { people: known, now })).toBe(id)
    }))
})

describe('an absence', () => {
  const ben: Person = { id: 'U0BEN', name: 'Ben', kind: 'member', admin: false, timeZone: 'UTC' }
  const status = { awayUntil: hours(5), awaySince: hours(-2) }

  it('is over at its end, and not a moment before', () => {
    const until = hours(1)
    const away = { ...ben, absence: { since: hours(-1), until } }
    expect(absenceAt(away, new Date(until.getTime() - 1))).toBeDefined()
    expect(absenceAt(away, until)).toBeUndefined()
  })

  it('lasts as long as the longer of the Slack status and what they said, from the earlier beginning on', () => {
    const said = { since: hours(-1), until: hours(20), cover: 'U0LOU' }
    expect(absenceAt({ ...ben, ...status, absence: said }, now)).toEqual({ ...said, since: hours(-2) })
    expect(absenceAt({ ...ben, ...status, absence: { since: hours(-1), until: hours(2) } }, now)).toEqual({
      since: hours(-2),
      until: hours(5),
    })
    expect(absenceAt({ ...ben, ...status, absence: { since: hours(-1) } }, now)).toEqual({ since: hours(-2) })
    expect(
      absenceAt({ ...ben, ...status, absence: { since: hours(-9), until: hours(-1), cover: 'U0LOU' } }, now),
    ).toEqual({ since: hours(-2), until: hours(5) })
  })
})
