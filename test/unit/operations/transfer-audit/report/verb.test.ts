import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '#compose/verbs/command-line.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const audit = async (...args: readonly string[]) => {
  const said: string[] = []
  const noted: string[] = []
  const terminal = {
    say: (text: string) => void said.push(text),
    note: (text: string) => void noted.push(text),
    ask: async () => undefined,
    stopped: new AbortController().signal,
  }
  const code = await runCommandLine(['audit', ...args], terminal)
  return { code, said: said.join('\n'), noted: noted.join('\n') }
}

const written = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const moves = 'case;at;team\n1;2026-01-01;"Sup\nport"\n1;2026-01-02;Billing\n1;2026-01-03;"Sup\nport"\n'

describe('the audit at the command line', () => {
  it('counts the made-up cases that the README begins with', async () => {
    const { said, code } = await audit('practice/transfers.csv')
    expect(code).toBe(0)
    const lines = /```\n(66 of[\s\S]+?)\n```/.exec(readFileSync('README.md', 'utf8'))?.[1]?.split('\n') ?? []
    expect(lines.length).toBeGreaterThan(4)
    for (const line of lines) expect(said.replace('that had them\nbefore', 'that had them before')).toContain(line)
  })

  it.each([
    ['as it is', moves],
    ['with a byte order mark', `\uFEFF${moves}`],
    ['in UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(moves, 'utf16le')])],
    [
      'in UTF-16, the other way round',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(moves, 'utf16le')]).swap16(),
    ],
    ['compressed', gzipSync(moves)],
    ['with the line ends of Windows', moves.replaceAll('\n', '\r\n')],
    ['with the sign that Excel puts first', `sep=;\n${moves}`],
  ])('reads a file %s', async (_, content) => {
    const { said } = await audit(written('moves.csv', content), '--json')
    expect(JSON.parse(said)).toMatchObject({ cases: 1, teams: 2, handoffs: 2, direct_aba: 1, remarks: [] })
  })

  it.each([
    ['is not there', () => join(folder, 'none.csv'), 'none.csv is not there.'],
    ['is a folder', () => folder, 'is a folder: name the CSV file.'],
    ['is empty', () => written('empty.csv', ''), 'empty.csv is empty: its first line must name the columns.'],
    ['is a workbook', () => written('book.xlsx', 'PK\u0003\u0004 and more'), 'save the sheet as “CSV UTF-8”'],
    ['is a picture', () => written('a.csv', Buffer.from([0x89, 0x50, 0, 0, 1])), 'is no text: export it as CSV.'],
    [
      'was not copied whole',
      () => written('cut.csv.gz', gzipSync(moves).subarray(0, 30)),
      'ends too early: it was not copied whole.',
    ],
    [
      'has a wrong time',
      () => written('time.csv', 'case,at,team\n1,2026-01-01,A\n1,soon,B\n'),
      'time.csv, line 3: “soon” in the column “at” is no time that I can read.',
    ],
  ])('of a file that %s says so', async (_, file, sentence) => {
    await expect(audit(file())).rejects.toThrow(sentence)
  })

  it.each([
    [['--max-hops', 'two', 'x.csv'], '--max-hops takes a whole number of handovers'],
    [[], 'Which file shall be audited?'],
    [['a.csv', 'b.csv'], 'audit takes one file: what is “b.csv” for?'],
    [['a.csv', '--colour'], "Unknown option '--colour'"],
    [['a.csv', '--separator', 'no'], '--separator takes one sign'],
    [['a.csv', '--json', '--html', '-'], 'Standard output takes one of the two'],
  ])('asked with %j says what was meant to stand there, and how to ask', async (args, sentence) => {
    const { code, noted } = await audit(...args)
    expect(code).toBe(2)
    expect(noted).toContain(sentence)
    expect(noted).toContain('Usage: npm run council -- audit')
  })

  it('writes the page beside the text, again over a page of its own, and over nothing else', async () => {
    const file = written('moves.csv', moves)
    const page = join(folder, 'page.html')
    await audit(file, '--html', page)
    const { said, noted } = await audit(file, '--html', page)
    expect(said).toContain('How often cases were handed over')
    expect(noted).toContain('page.html: open it in a browser.')
    expect(readFileSync(page, 'utf8')).toContain('</html>')
    const other = written('letter.html', '<p>Dear Kai</p>')
    await expect(audit(file, '--html', other)).rejects.toThrow('is no page of an audit, and was left as it is')
    expect(readFileSync(other, 'utf8')).toBe('<p>Dear Kai</p>')
    await expect(audit(file, '--html', join(folder, 'gone', 'p.html'))).rejects.toThrow('its folder is not there')
    mkdirSync(join(folder, 'sub'))
    await expect(audit(file, '--html', join(folder, 'sub'))).rejects.toThrow('is a folder: name a file in it')
    expect(existsSync(`${page}.${process.pid}.part`)).toBe(false)
  })
})
