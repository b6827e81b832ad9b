import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchName, tidyName } from '#domain/customers/match-name.ts'

const spaces = fc.stringMatching(/^[ \t\n\u00A0\u3000]{1,4}$/)

describe('names of customers', () => {
  it.each([
    ['Nordwind', 'nordwind'],
    ['  Nord   wind ', 'nord wind'],
    ['ＮＯＲＤＷＩＮＤ', 'nordwind'],
    ['Café', 'Cafe\u0301'],
    ['ﬁnance', 'finance'],
  ])('%j means the same as %j', (one, other) => {
    expect(matchName(one)).toBe(matchName(other))
  })

  it('differ when they are of different customers', () => {
    expect(matchName('Nordwind')).not.toBe(matchName('Nord wind'))
    expect(matchName('Nordwind GmbH')).not.toBe(matchName('Nordwind'))
  })

  it('match whatever spaces stand around and between their words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zA-ZäöüéØ0-9&.-]{1,8}$/), { minLength: 1 }),
        spaces,
        (words, space) => {
          const plain = words.join(' ')
          expect(matchName(`${space}${words.join(space)}${space}`)).toBe(matchName(plain))
          expect(matchName(plain.toUpperCase())).toBe(matchName(plain))
        },
      ),
    )
  })

  it('are the same again when they are matched or tidied twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(tidyName(tidyName(name))).toBe(tidyName(name))
        expect(matchName(tidyName(name))).toBe(matchName(name))
      }),
    )
  })
})
