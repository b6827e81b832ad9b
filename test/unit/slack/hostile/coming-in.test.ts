import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '#adapters/slack/web/reading/message-words.ts'
import { channelFrom, personFrom } from '#adapters/slack/web/reading/shapes.ts'
import { asRead, mentionedIn } from '#adapters/slack/web/reading/slack-text.ts'
import { storable, storableAll } from '#adapters/slack/web/reading/storable.ts'
import { customerName, longestName } from '#domain/decisions/text.ts'
import { nastyName, nastyText } from '../samples/nasty.ts'

/** What Slack does with what a person types before it hands it on. */
const asSlackSends = (typed: string): string =>
  typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const beginnings = ['<@U1|', '<@U1', '<!here|', '<!x|', '<!', '<#C1|', '<https:x|', '<mailto:']

describe('what people typed, on its way in', () => {
  it('is read as it was typed, whatever codes it looks like', () => {
    fc.assert(
      fc.property(nastyText(40_000), (typed) => {
        expect(asRead(asSlackSends(typed), new Map())).toBe(typed)
      }),
    )
  })

  // Codes that begin 40,000 times and never end: half a minute for a pattern that looks ahead to the end at each of them.
  it.each(beginnings)('is read in no time when it begins with %s over and over', (beginning) => {
    const text = beginning.repeat(40_000)
    expect(mentionedIn(text)).toEqual([])
    expect(asRead(text, new Map())).toBe(text)
  })

  it('loses what no database keeps, and nothing else', () => {
    fc.assert(
      fc.property(nastyText(3000), (typed) => {
        const [kept = ''] = storableAll({ view: [typed] }).view
        expect(kept).toBe(storable(typed))
        expect(kept.isWellFormed()).toBe(true)
        expect(kept).not.toContain('\0')
        if (typed.isWellFormed()) expect(kept).toBe(typed.replaceAll('\0', ''))
      }),
    )
  })

  it('names people and channels in letters that can be kept', () => {
    const ours = { teamId: 'T1', botUserId: 'U0BOT' } as Parameters<typeof personFrom>[1]
    fc.assert(
      fc.property(nastyName, (name) => {
        expect(personFrom({ id: 'U1', profile: { display_name: name } }, ours)?.name).toBe(storable(name).trim())
        expect(channelFrom({ id: 'C1', name })?.name).toBe(storable(name))
        expect(wordsOf({ text: name })).toBe(storable(name))
      }),
    )
  })

  it('is a name of a customer up to a length that every title has room for', () => {
    expect(customerName(`  ${'x'.repeat(longestName)} `)).toBe('x'.repeat(longestName))
    expect(customerName('  ')).toBeUndefined()
    expect(() => customerName('x'.repeat(longestName + 1))).toThrow('text_too_long')
  })
})
