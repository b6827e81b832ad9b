import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prefill } from '#adapters/slack/blocks/kit/inputs.ts'
import { item } from '#adapters/slack/blocks/kit/plain.ts'
import { message } from '#adapters/slack/blocks/kit/shown.ts'
import { clean, escaped, escapedWithin, inParts, oneLine, shortened } from '#adapters/slack/blocks/kit/text.ts'
import { nastyText } from './samples/nasty.ts'

const whole = (text: string) => text.isWellFormed()

describe('text on its way to Slack', () => {
  it('loses the power of its three control characters and nothing else', () => {
    expect(escaped('<!channel> & <@U1> *b* `c`')).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt; *b* `c`')
  })

  it('is cut within its limit after escaping, never inside an entity or a character', () => {
    fc.assert(
      fc.property(nastyText(4000), fc.integer({ min: 1, max: 200 }), (text, limit) => {
        const cut = escapedWithin(clean(text), limit)
        expect(cut.length).toBeLessThanOrEqual(limit)
        expect(whole(cut)).toBe(true)
        expect(cut.replaceAll(/&(amp|lt|gt);/g, '')).not.toMatch(/[&<>]/)
        if (escaped(clean(text)).length > limit) expect(cut.endsWith('…')).toBe(true)
        else expect(cut).toBe(escaped(clean(text)))
      }),
    )
  })

  it('is left alone when it fits exactly, and cut when one character is too many', () => {
    expect(shortened('abcde', 5)).toBe('abcde')
    expect(shortened('abcdef', 5)).toBe('abcd…')
    expect(shortened('💥💥💥', 5)).toBe('💥💥…')
    expect(escapedWithin('a<b', 6)).toBe('a&lt;b')
    expect(escapedWithin('a<b', 5)).toBe('a…')
  })

  it('comes in parts that put together are the whole text', () => {
    fc.assert(
      fc.property(nastyText(20_000), fc.integer({ min: 2, max: 3000 }), (text, limit) => {
        const parts = inParts(clean(text), limit)
        expect(parts.join('')).toBe(clean(text))
        expect(parts.every((part) => part.length <= limit && whole(part))).toBe(true)
      }),
    )
  })

  it('keeps its line breaks and right-to-left letters, without marks that turn what follows', () => {
    expect(clean('שלום\r\nab\u0000c\u202Ed')).toBe('שלום\nabcd')
    expect(oneLine(' a\n\n b ')).toBe('a b')
  })

  it('never becomes a message of more blocks than Slack takes', () => {
    const parts = Array.from({ length: 60 }, (_, i) => item(`line ${i}`))
    expect(message(...parts).blocks).toHaveLength(50)
    expect(message(item('<b>')).text).toBe('&lt;b&gt;')
  })

  it('begins a field with as much as fits, so that the rest can be put behind it', () => {
    const text = `${'a'.repeat(2999)}💥 and more`
    expect(prefill(text)).toBe('a'.repeat(2999))
    expect(prefill(text) + text.slice(prefill(text).length)).toBe(text)
    expect(prefill('short')).toBe('short')
  })
})
