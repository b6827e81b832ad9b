import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'

const mistakesOf = (text: string) => {
  const read = readCouncilFile(text)
  return 'mistakes' in read ? read.mistakes : []
}
const said = (text: string) => mistakesOf(text).map(({ line, message }) => `${line}: ${message}`)

/** The one mistake of a file, as line and sentence. */
const only = (text: string) => {
  const [first, ...others] = said(text)
  expect(others).toEqual([])
  return first
}

describe('a file that is no YAML', () => {
  it.each([
    ['council:\n\tchair: U0A1', '2: Indent with spaces, not with a tab.'],
    ['council:\n  members: [U0A1, U0A2\n  chair: U0A1', '3: A bracket that was opened is not closed: add “]”'],
    ['council:\n  chair: "U0A1', '2: Quotation marks that were opened are not closed'],
    ['council:\n  chair: @anna', '2: A value cannot begin with this character'],
    ['council:\n  digest: a: b', '2: There is a second colon on this line'],
    ['council: {}\n---\ncouncil: {}', '2: A file holds one council'],
    ['council:\n  chair: !secret x', '2: Tags such as !this are not read'],
  ])('%j', (text, sentence) => {
    expect(said(text).join()).toContain(sentence)
  })
  it('is named line by line, each line once', () => {
    const lines = mistakesOf('council:\n  chair: @a\n  deputy: @b\n').map(({ line }) => line)
    expect(lines).toEqual([2, 3])
  })
  it('may be empty, a single word, or a list', () => {
    expect(only('')).toContain('1: The file is empty')
    expect(only('# nothing yet\n')).toContain('1: The file is empty')
    expect(only('---\nnull\n')).toContain('1: The file is empty')
    expect(only('hello')).toContain('1: Begin the file with sections')
    expect(only('- council')).toContain('1: Begin the file with sections')
  })
  it('may be far too large or deep, unfold without end, or into itself', () => {
    expect(only('#'.repeat(1_000_001))).toContain('larger than a council can be')
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg'].map((pair) => [...pair])) {
      bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`)
    }
    expect(said(bomb.join('\n')).join()).toContain('unfolds to far more than a council')
    expect(said(`a: ${'['.repeat(5000)}`)[0]).toContain('1: The file is nested far too deep')
    expect(said('council: &x { members: *x }').join()).toContain('1: This alias contains itself')
    expect(said('council: *x').join()).toContain('1: No value above is marked &x')
  })
})

const smallest = 'council: { channel: C0A1, chair: U0A1 }\ndepartments: [{ key: support, lead: U0B1 }]\n'

describe('any text at all', () => {
  it('is read or refused with lines that exist, and never breaks the reader', () => {
    const pieces = fc.constantFrom(
      ...smallest.split(/(?=[\s:,[\]{}])/),
      '*a',
      '&a ',
      '!x ',
      '"',
      "'",
      '|',
      '- ',
      '? ',
      '\t',
      '\n',
      '  ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
        ),
        (text) => {
          const lines = text.split('\n').length
          const read = readCouncilFile(text)
          expect('council' in read || read.mistakes.length > 0).toBe(true)
          for (const { line, message } of mistakesOf(text)) {
            expect(line).toBeGreaterThan(0)
            expect(line).toBeLessThanOrEqual(lines)
            expect(message).toMatch(/\S.*[.?]$/s)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})
