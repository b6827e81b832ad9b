import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PracticeRun, startPracticeRun } from '../../support/practice-run.ts'
import { command, settingFor } from '../command-line/run-command.ts'

let run: PracticeRun
const folder = mkdtempSync(join(tmpdir(), 'cx-council-customers-'))

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(async () => {
  await run.stop()
  rmSync(folder, { recursive: true, force: true })
})

const customers = (...args: readonly string[]) =>
  command(['customers', ...args], settingFor(run.slack.apiUrl, run.url), folder)

const write = (name: string, ...lines: readonly string[]): string => {
  writeFileSync(join(folder, name), lines.join('\r\n'))
  return name
}

describe('npm run council -- customers', { timeout: 120_000 }, () => {
  it('says what it would do, does it beside the running bot, and finds nothing to do the second time', async () => {
    const file = write('customers.csv', '\uFEFFKey;Name;Region', 'N-1;Nordwind;EU', 'K-1;"Kestrel; Sons";', '')
    const tried = await customers('--dry-run', file)
    expect(tried).toMatchObject({ err: '', code: 0 })
    expect(tried.out).toContain('2 customers in customers.csv: 2 new, 0 changed, 0 the same.')
    expect(tried.out).toContain('Nothing was changed. To do it: npm run council -- customers customers.csv')
    const done = await customers(file)
    expect(done).toMatchObject({ err: '', code: 0 })
    expect(done.out).toBe(
      '2 customers in customers.csv: 2 new, 0 changed, 0 the same.\nLook at this: no cell of the journey map names the region “EU” (line 2, 1 customer). Until one does, the cells without a region answer.\n',
    )
    expect((await customers(file)).out).toContain('0 new, 0 changed, 2 the same. Nothing to change.')
  })

  it('names every broken line, and applies nothing of the rest', async () => {
    const file = write('broken.csv', 'key,name', 'A-1,Alto', 'B-1,"Basso', 'C-1', ',Canto')
    const { out, err, code } = await customers(file)
    expect([out, code]).toEqual(['', 1])
    expect(err.split('\n')).toEqual([
      'Nothing was changed, because of what stands in broken.csv:',
      expect.stringMatching(/^ {2}line 3: a quotation mark is not closed/),
      expect.stringMatching(/^ {2}line 4: 1 value where the first line names 2 columns/),
      expect.stringMatching(/^ {2}line 5: the key is missing/),
      '',
    ])
    expect((await customers('--dry-run', write('whole.csv', 'key,name', 'A-1,Alto'))).out).toContain('1 new')
  })

  it('names both lines of a customer that stands in it twice, and never more than some', async () => {
    const twice = await customers(write('twice.csv', 'key,name', 'A-1,Alto', 'A-2, ALTO'))
    expect(twice.err).toContain('  line 3: the name “ALTO” stands on line 2 already: keep one of the two.')
    const many = await customers(write('many.csv', 'key,name', ...Array.from({ length: 50 }, () => ',x')))
    expect(many.err.match(/^ {2}line /gm)).toHaveLength(20)
    expect(many.err).toContain('  and 30 more mistakes')
  })

  it.each([
    ['missing.csv', 'missing.csv is not there.'],
    ['.', '. is a folder: name the CSV file.'],
  ])('says of %s what is wrong', async (file, said) => {
    expect(await customers(file)).toMatchObject({ out: '', err: `${said}\n`, code: 1 })
  })
})
