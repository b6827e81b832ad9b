import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { PEOPLE } from '#adapters/practice/seed/ids.ts'
import { runCommandLine } from '../../../src/compose/verbs/command-line.ts'
import { type PracticeRun, startPracticeRun } from '../../support/practice-run.ts'
import { live } from '../../support/tenancy/lives.ts'
import type { Town } from '../../support/tenancy/town.ts'
import { settingFor } from '../command-line/run-command.ts'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun()
  const town = { ...run, called: (name: string) => name, team: 'T0PRACTICE' } as unknown as Town
  await live(town, { words: 'Quokka', customer: 'Marzipan', private: false }, 'asked')
  for (const [name, value] of Object.entries(settingFor(run.slack.apiUrl, run.url))) vi.stubEnv(name, value)
}, 120_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await run.stop()
})

/** What somebody at a terminal reads, who answers the question like this. */
const eraseAnswering = async (answer: string) => {
  const said: string[] = []
  const asked: string[] = []
  const terminal = {
    say: (text: string) => void said.push(text),
    note: () => undefined,
    ask: async (question: string) => {
      asked.push(question)
      return answer
    },
    stopped: new AbortController().signal,
  }
  await runCommandLine(['erase', '--person', PEOPLE.omar], terminal)
  return { said: said.join('\n'), asked }
}

describe('whoever erases from a terminal', { timeout: 120_000 }, () => {
  it('reads what that means, is asked once, and nothing is erased unless they say so', async () => {
    const { said, asked } = await eraseAnswering('yes')
    expect(asked).toEqual(['This cannot be undone. Type erase to do it: '])
    expect(said).toContain(
      'To erase of U0OMAR (Omar Haddad):\n  the name, and 1 text that they wrote in 1 issue (CX-1)',
    )
    expect(said).toContain('take care: CX-1 still open')
    expect(said.endsWith('Nothing was erased.')).toBe(true)
    const { said: done } = await eraseAnswering(' Erase ')
    expect(done).toContain('Erased: U0OMAR (Omar Haddad).\n  1 text in 1 issue (CX-1)')
    expect((await eraseAnswering('erase')).said).toContain('the name, and 0 texts that they wrote')
  })
})
