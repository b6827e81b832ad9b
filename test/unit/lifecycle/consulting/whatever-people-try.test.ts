import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'
import { maySee } from '#domain/permissions.ts'
import { lives, type Step } from '../random-life.ts'

const read = readCouncilFile(readFileSync('practice/council.yml', 'utf8'))
if (!('council' in read)) throw new Error('the practice council has mistakes')
const { council } = read

const always = (holds: (steps: readonly Step[]) => void) =>
  fc.assert(fc.property(lives(council), holds), { numRuns: 300 })

const isTalk = (kind: string): boolean => kind === 'hands_given' || kind.startsWith('consult_')

describe('what is asked of others about an issue, whatever people try', () => {
  it('moves neither its owner nor its department, and counts as no attempt', () =>
    always((steps) => {
      for (const { before, issue, events } of steps)
        if (before && events.every(({ kind }) => isTalk(kind)))
          expect([issue.owner, issue.department, issue.moves, issue.state]).toEqual([
            before.owner,
            before.department,
            before.moves,
            before.state,
          ])
    }))

  it('is open only while somebody works on it, and never asks its owner', () =>
    always((steps) => {
      for (const { issue } of steps) {
        if (issue.consults.length > 0) expect(issue.state).toBe('claimed')
        expect(issue.consults.map(({ asked }) => asked)).not.toContain(issue.owner)
      }
    }))

  it('is open or ended exactly as its timeline says, each once', async () => {
    let answered = 0
    await always((steps) => {
      const open = new Set<string>()
      for (const { issue, events } of steps) {
        for (const event of events) {
          if (event.kind === 'consult_asked') open.add(event.id)
          if (['consult_answered', 'consult_declined', 'consult_ended'].includes(event.kind) && 'id' in event)
            expect(open.delete(event.id)).toBe(true)
          if (event.kind === 'consult_answered') answered += 1
        }
        expect(issue.consults.map(({ id }) => id).toSorted()).toEqual([...open].toSorted())
      }
    })
    expect(answered).toBeGreaterThan(0)
  })

  it('lets everybody who was asked see it for good', () =>
    always((steps) => {
      const { issue } = steps.at(-1) ?? {}
      const asked = steps.flatMap(({ events }) =>
        events.flatMap((event) => (event.kind === 'consult_asked' ? [event.asked] : [])),
      )
      if (issue)
        for (const person of asked) expect(maySee(council, { ...issue, audience: 'restricted' }, person)).toBe(true)
    }))
})
