import { describe, expect, it } from 'vitest'
import { messageLink } from '#adapters/slack/web/message-link.ts'
import { wordsOf } from '#adapters/slack/web/reading/message-words.ts'
import { asRead, mentionedIn } from '#adapters/slack/web/reading/slack-text.ts'

describe("a message's text", () => {
  it('reads as its reader saw it', () => {
    const text = '<@U1> and <@W2|lou>: 5 &lt; 6 in <#C1|billing>, <!here>, <https://a.example/x?a=1&amp;b=2|the page>'
    expect(mentionedIn(text)).toEqual(['U1', 'W2'])
    expect(asRead(text, new Map([['U1', 'Ben']]))).toBe(
      '@Ben and @lou: 5 < 6 in #billing, @here, the page (https://a.example/x?a=1&b=2)',
    )
  })

  it('is left alone where nothing is Slack’s', () => {
    expect(asRead('a < b > c & &amp;lt;', new Map())).toBe('a < b > c & &lt;')
    expect(asRead('<https://a.example>', new Map())).toBe('https://a.example')
    expect(asRead('<mailto:a@b.example|a@b.example>', new Map())).toBe('a@b.example')
  })

  it('is looked for in blocks and attachments when an app wrote it there', () => {
    expect(wordsOf({ text: 'plain', blocks: [{ text: { text: 'other' } }] })).toBe('plain')
    expect(wordsOf({ text: '', blocks: [{ type: 'divider' }, { text: { text: 'in a block' } }] })).toBe('in a block')
    expect(wordsOf({ attachments: [{ pretext: 'Ticket 7', text: 'charged twice', fallback: 'x' }, 5] })).toBe(
      'Ticket 7\ncharged twice',
    )
    expect(wordsOf({ attachments: [{ fallback: 'only this' }] })).toBe('only this')
    expect(wordsOf(undefined)).toBe('')
  })
})

describe('a link to a message', () => {
  it('opens in its thread', () => {
    const url = 'https://example.slack.com/'
    expect(messageLink(url, 'C1', '1700000000.000100')).toBe('https://example.slack.com/archives/C1/p1700000000000100')
    expect(messageLink(url, 'C1', '2.2', '1.1')).toBe('https://example.slack.com/archives/C1/p22?thread_ts=1.1&cid=C1')
    expect(messageLink('not an address', 'C1', '2.2')).toBeUndefined()
  })
})
