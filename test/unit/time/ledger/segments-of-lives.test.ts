import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Issue } from '#domain/issue/issue.ts'
import { isOpen } from '#domain/issue/issue.ts'
import { calendarOf } from '#domain/time/service-level.ts'
import { workingMillisBetween } from '#domain/time/working-time.ts'
import { type Segment, segmentsOf } from '#domain/time-ledger/segments.ts'
import { sharesOf, wallOf, workingOf } from '#domain/time-ledger/time-spent.ts'
import { lives, type Step } from '../../lifecycle/random-life.ts'
import { council } from '../../reminders/world.ts'

const later = 40 * 3_600_000

/** What an issue itself says of the time that passes, apart from its timeline. */
const saidBy = ({ owner, handover, decision, wait, department }: Issue) => {
  const pending = handover !== undefined && handover.pass === undefined
  if (owner === undefined) return { cause: 'unclaimed', acting: department }
  if (decision && !decision.review) return { cause: 'handover_pending', acting: undefined }
  if (pending) return { cause: 'handover_pending', acting: handover.to }
  const acting = wait?.on === 'department' ? wait.department : department
  return wait ? { cause: `waiting_${wait.on}`, acting } : { cause: 'working', acting: department }
}

/** The stretches between the steps of a life in which it was open, as the issue says how it stood. */
const stretchesOf = (steps: readonly Step[]) => {
  const times = steps.map(({ events }) => events.at(-1)?.at)
  const end = new Date((times.findLast((time) => time !== undefined)?.getTime() ?? 0) + later)
  const stretches = steps.flatMap(({ issue }, i) => {
    const [from, to] = [times[i], times.slice(i + 1).find((time) => time !== undefined) ?? end]
    return from === undefined || !isOpen(issue) || to <= from ? [] : [{ issue, from, to, ...saidBy(issue) }]
  })
  return { stretches, end }
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0)

const each = (look: (segments: readonly Segment[], stretches: ReturnType<typeof stretchesOf>['stretches']) => void) =>
  fc.assert(
    fc.property(lives(council), (steps) => {
      const { stretches, end } = stretchesOf(steps)
      look(
        segmentsOf(
          steps.flatMap(({ events }) => events),
          end,
        ),
        stretches,
      )
    }),
    { numRuns: 150 },
  )

describe('the segments of an issue, whatever people try', () => {
  it('follow each other without gap or overlap, and add up to the time it was open', () =>
    each((segments, stretches) => {
      for (const [i, { from, to }] of segments.entries()) {
        expect(to > from).toBe(true)
        expect(from >= (segments[i - 1]?.to ?? from)).toBe(true)
      }
      for (const { from, to } of stretches) {
        const within = segments.filter((segment) => segment.from < to && segment.to > from)
        expect(within[0]?.from.getTime()).toBeLessThanOrEqual(from.getTime())
        expect(within.at(-1)?.to.getTime()).toBeGreaterThanOrEqual(to.getTime())
        for (const [i, { from: begins }] of within.entries()) if (i > 0) expect(begins).toEqual(within[i - 1]?.to)
      }
      expect(sum(segments, wallOf)).toBe(sum(stretches, ({ from, to }) => to.getTime() - from.getTime()))
    }))

  it('say of each instant what the issue said then: where it was, who answered, and what it waited on', () =>
    each((segments, stretches) => {
      for (const { issue, from, cause, acting } of stretches) {
        const segment = segments.find((one) => one.from <= from && one.to > from)
        expect([segment?.cause, segment?.acting]).toEqual([cause, acting])
        expect([segment?.department, segment?.holder]).toEqual([issue.department, issue.owner])
        expect(segment?.severity).toBe(issue.severity)
      }
    }))

  it('add up in working time, too: in the hours of each department that had to act', () =>
    each((segments, stretches) => {
      for (const acting of [undefined, ...council.departments.map(({ key }) => key)]) {
        const counted = sum(
          segments.filter((segment) => segment.acting === acting),
          (segment) => workingOf(council, segment),
        )
        const open = sum(
          stretches.filter((stretch) => stretch.acting === acting),
          ({ issue, from, to }) => workingMillisBetween(calendarOf(council, acting, issue.severity), from, to),
        )
        expect(counted).toBe(open)
      }
      const { calendar } = council
      expect(sum(segments, ({ from, to }) => workingMillisBetween(calendar, from, to))).toBe(
        sum(stretches, ({ from, to }) => workingMillisBetween(calendar, from, to)),
      )
    }))

  it('lose nothing when they are told', () =>
    each((segments) => {
      const shares = sharesOf(council, segments)
      expect(sum(shares, ({ wall }) => wall)).toBe(sum(segments, wallOf))
      expect(sum(shares, ({ working }) => working)).toBe(sum(segments, (segment) => workingOf(council, segment)))
    }))
})
