import { describe, expect, it } from 'vitest'
import { nearestWord } from '#domain/nearest-word.ts'

const commands = ['flag', 'list', 'mine', 'show', 'claim', 'digest']

describe('the word that was probably meant', () => {
  it('is one letter, a swap or another spelling away', () => {
    expect(nearestWord('clam', commands)).toBe('claim')
    expect(nearestWord('lsit', commands)).toBe('list')
    expect(nearestWord('CLAIM', commands)).toBe('claim')
    expect(nearestWord('claimWithin', ['claim_within', 'chair'])).toBe('claim_within')
  })
  it('is the nearest of several, and the first of equals', () => {
    expect(nearestWord('mime', ['mini', 'mine', 'time'])).toBe('mine')
  })
  it('is none when nothing comes near', () => {
    expect(nearestWord('weather', commands)).toBeUndefined()
    expect(nearestWord('', commands)).toBeUndefined()
    expect(nearestWord('x'.repeat(100_000), commands)).toBeUndefined()
  })
})
