import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PEOPLE } from '#adapters/practice/seed/ids.ts'
import { type PracticeRun, startPracticeRun } from '../../support/practice-run.ts'
import { live } from '../../support/tenancy/lives.ts'
import type { Town } from '../../support/tenancy/town.ts'
import { command, settingFor } from '../command-line/run-command.ts'

let run: PracticeRun
let number = 0
const folder = mkdtempSync(join(tmpdir(), 'cx-council-timeline-'))

beforeAll(async () => {
  run = await startPracticeRun()
  const town = { ...run, called: (name: string) => name, team: 'T0PRACTICE' } as unknown as Town
  number = await live(town, { words: 'Quokka', customer: 'Marzipan', private: true }, 'closed')
}, 120_000)
afterAll(async () => {
  await run.stop()
  rmSync(folder, { recursive: true })
})

const council = (...args: readonly string[]) => command(args, settingFor(run.slack.apiUrl, run.url), folder)

const linesOf = (out: string): readonly Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const named = (id: string, name: string) => ({ id, name })

describe('council timeline', { timeout: 120_000 }, () => {
  it('writes every event of an issue as a line of JSON: who, when, what, why', async () => {
    const { out, err, code } = await council('timeline', `CX-${number}`, '--json')
    expect([err, code]).toEqual(['', 0])
    const lines = linesOf(out)
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, i) => i + 1))
    for (const { issue, at } of lines) expect([issue, new Date(String(at)).toISOString()]).toEqual([`CX-${number}`, at])
    expect(lines[0]).toMatchObject({
      kind: 'flagged',
      who: named(PEOPLE.omar, 'Omar Haddad'),
      says: 'Omar Haddad flagged it.',
      data: { audience: 'restricted', via: 'reaction' },
      words: { kind: 'what_happened', text: 'Quokka' },
    })
    expect(lines.find(({ kind }) => kind === 'asked')).toMatchObject({
      who: null,
      words: null,
      data: { department: 'billing' },
    })
    expect(lines.at(-1)).toMatchObject({ kind: 'closed', words: { kind: 'what_was_told', text: 'Quokka told' } })
  })

  it('writes it as text for people', async () => {
    const { out } = await council('timeline', `cx${number}`)
    expect(out).toMatch(/^\S+Z {2}Omar Haddad flagged it\. \(Omar Haddad\)\n {4}Quokka\n/)
  })

  it('says what was erased, and what was kept', async () => {
    expect((await council('hold', `CX-${number}`, '--why', 'A court asked.')).out).toBe(
      `CX-${number} is on hold: its words are kept until you lift it.\n`,
    )
    expect((await council('hold', `CX-${number}`, '--why', 'Again.')).out).toBe(`CX-${number} is on hold already.\n`)
    await council('unhold', `CX-${number}`, '--why', 'Over.')
    await council('erase', '--person', PEOPLE.omar, '--yes')
    const lines = linesOf((await council('timeline', `CX-${number}`, '--json')).out)
    expect(lines[0]).toMatchObject({ who: named(PEOPLE.omar, 'Someone who left'), words: { erased: true } })
    expect(lines.at(-1)).toMatchObject({ kind: 'words_erased', data: { why: 'person', count: 1, whole: false } })
    expect(lines.find(({ kind }) => kind === 'held')).toMatchObject({ who: null, words: { text: 'A court asked.' } })
  })

  it('writes what was done to the workspace: councils with their differences, holds, erasures', async () => {
    const changed = readFileSync('practice/council.yml', 'utf8').replace('chair: U0CHLOE', 'chair: U0OMAR')
    writeFileSync(join(folder, 'council.yml'), changed)
    expect((await council('apply', 'council.yml')).code).toBe(0)
    const lines = linesOf((await council('timeline', '--setup', '--json')).out)
    expect(lines.map(({ kind }) => kind)).toEqual([
      'council_applied',
      'held',
      'hold_lifted',
      'person_erased',
      'council_applied',
    ])
    expect(lines[0]).toMatchObject({ who: null, changes: [], data: { version: 1 } })
    expect(lines[3]).toMatchObject({ data: { person: PEOPLE.omar, texts: 1, issues: 1, kept: [] } })
    expect(lines[4]?.changes).toEqual([
      expect.stringMatching(/^council: chair: .*\(U0CHLOE\) → Someone who left \(U0OMAR\)$/),
    ])
    const text = (await council('timeline', '--setup')).out
    expect(text).toMatch(/Version 2 of the council was applied: 1 change\.\n {4}council: chair: /)
    expect(text).not.toContain('Quokka')
  })

  it.each([
    [['timeline'], 'Which issue? Write its number, like CX-42.'],
    [['timeline', 'nonsense'], 'Which issue? Write its number, like CX-42.'],
    [['timeline', 'CX-4711'], 'There is no CX-4711 here.'],
    [['timeline', 'CX-0'], 'Which issue? Write its number, like CX-42.'],
    [['hold', 'CX-4711', '--why', 'Because.'], 'There is no CX-4711 here.'],
    [['hold', 'CX-1'], 'Please say why: --why "…" is kept with it.'],
    [['hold', 'CX-1', '--why', 'x'.repeat(3_001)], 'That reason is too long: 3000 characters fit.'],
  ])('refuses %j in a sentence', async (args, sentence) => {
    const { out, err, code } = await council(...args)
    expect([out, err, code]).toEqual(['', `${sentence}\n`, 1])
  })
})
