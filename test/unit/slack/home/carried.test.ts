import { describe, expect, it } from 'vitest'
import { carriedBy, carrying } from '#adapters/slack/blocks/home/carried.ts'
import type { HomeMemory } from '#adapters/slack/blocks/home/memory.ts'
import { issueMetadata } from '#adapters/slack/views/kit/metadata.ts'

const home: HomeMemory = {
  wish: { show: 'mine', severity: 'high' },
  trail: [{ list: 'mine', number: 7 }],
}

const form = (metadata?: string) => ({
  type: 'modal' as const,
  title: { type: 'plain_text' as const, text: 'Resolve' },
  blocks: [],
  ...(metadata === undefined ? {} : { private_metadata: metadata }),
})

describe('a form that was opened from App Home', () => {
  it('remembers what Home showed, beside what it is about', () => {
    const { private_metadata: carried } = carrying(form('{"issue":42}'), home)
    expect(carriedBy(carried)).toEqual(home)
    expect(issueMetadata(carried)).toEqual({ issue: 42 })
    expect(carriedBy(carrying(form(), home).private_metadata)).toEqual(home)
  })

  it('fits into what Slack carries along, however long the way to the page was', () => {
    const trail = Array.from({ length: 80 }, () => ({ list: 'rest_of_department', number: 999_999_999 }) as const)
    const { private_metadata: carried } = carrying(form(JSON.stringify({ issue: 1, draft: 'd'.repeat(300) })), {
      ...home,
      trail,
    })
    expect(carried?.length).toBeLessThanOrEqual(3000)
    expect(carriedBy(carried)?.wish).toEqual(home.wish)
  })

  it.each([undefined, '', 'nonsense', '[]', '{"issue":42}', '{"home":7}'])('is none when it carries %j', (metadata) =>
    expect(carriedBy(metadata)).toBeUndefined(),
  )

  it('is as it was when it was opened elsewhere', () =>
    expect(carrying(form('{"issue":42}'), undefined)).toEqual(form('{"issue":42}')))
})
