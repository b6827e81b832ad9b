import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostAlike } from '#domain/alike.ts'

const charged = { words: 'We were charged twice for March, please refund one of them.', stage: 'pay' }

describe('the open issue that most likely tells of the same', () => {
  it('shares the most words', () => {
    const others = [{ words: 'The contract has a wrong name.' }, { words: 'Charged twice again: March and refund' }]
    expect(mostAlike(charged, others)).toBe(others[1])
  })
  it('is at the same stage when no words are shared', () => {
    const others = [
      { words: 'Login fails.', stage: 'use' },
      { words: 'Wrong VAT.', stage: 'pay' },
    ]
    expect(mostAlike(charged, others)).toBe(others[1])
  })
  it('is none when there is neither', () => {
    expect(mostAlike(charged, [{ words: 'Login fails.', stage: 'use' }, {}])).toBeUndefined()
    expect(mostAlike({}, [{}])).toBeUndefined()
  })
  it('does not depend on case and punctuation', () => {
    fc.assert(
      fc.property(fc.constantFrom('CHARGED — TWICE!', 'charged, twice', 'Charged\ntwice'), (words) => {
        expect(mostAlike({ words }, [{ words: 'charged twice' }])).toBeDefined()
      }),
    )
  })
})
