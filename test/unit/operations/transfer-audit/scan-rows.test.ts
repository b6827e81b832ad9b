import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRowScanner, separatorIn } from '#adapters/transfer-log/csv/scan-rows.ts'

const rowsIn = (pieces: readonly string[], separator = ',') => {
  const rows: { values: readonly string[]; line: number }[] = []
  const scanner = createRowScanner(separator, (values, line) => void rows.push({ values, line }))
  for (const piece of pieces) scanner.push(piece)
  scanner.end()
  return rows
}

const value = fc.string({ unit: fc.constantFrom('a', 'é', '字', ' ', ',', '"', '\n', '\r\n', '>'), maxLength: 8 })
const written = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

describe('the rows of a file', () => {
  it('come out as they went in, wherever the file is cut into pieces', () => {
    const rows = fc.array(fc.array(value, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.array(fc.nat(200)),
        (given, end, closed, cuts) => {
          const text = given.map((row) => row.map(written).join(',')).join(end) + (closed ? end : '')
          const places = [0, ...cuts.filter((cut) => cut < text.length).toSorted((a, b) => a - b), text.length]
          const pieces = places.slice(1).map((to, i) => text.slice(places[i], to))
          const found = rowsIn(pieces).map(({ values }) => values)
          expect(found).toEqual(given.filter((row) => row.map(written).join(',').trim() !== ''))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('know the line they begin on, also behind values with line ends and empty lines', () => {
    const rows = rowsIn(['a,b\n"one\ntwo\r\nthree",1\n\n\nx,y\n'])
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 7])
    expect(rows[1]?.values).toEqual(['one\ntwo\r\nthree', '1'])
  })

  it('take a quotation mark inside of a value as it stands', () => {
    expect(rowsIn(['a 5" disk,b\n"c" d,e'])).toMatchObject([{ values: ['a 5" disk', 'b'] }, { values: ['c d', 'e'] }])
  })

  it('say on which line a quotation mark is never closed, and do not swallow the rest of a file for it', () => {
    expect(() => rowsIn(['a,b\n1,"two\n3,4\n'])).toThrow('line 2: a quotation mark is not closed')
    const scanner = createRowScanner(',', () => undefined)
    scanner.push('a,b\n1,"two')
    expect(() => {
      for (let piece = 0; piece < 100; piece += 1) scanner.push('x'.repeat(64 * 1024))
    }).toThrow('line 2: a quotation mark is not closed')
  })

  it.each([
    ['a,b;c,d', ','],
    ['a;b', ';'],
    ['a\tb', '\t'],
    ['a|b', '|'],
    ['"a,b,c";d', ';'],
    ['sep=;\na,b,c', ';'],
    ['one', ','],
  ])('are separated as the first line of %j shows', (text, separator) => {
    expect(separatorIn(text)).toBe(separator)
  })
})
