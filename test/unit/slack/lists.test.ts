import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBlocks } from '#adapters/practice/block-kit/surfaces.ts'
import { renderAnswer, renderHelp, renderShow } from '#adapters/slack/blocks/answers.ts'
import { renderList, renderMineList } from '#adapters/slack/blocks/list.ts'
import type { IssueLine } from '#application/read-models.ts'
import { buttonsIn, limitProblems, pingsIn, wordsIn } from '../../support/slack-limits.ts'
import { nastyName, nastyText } from './samples/nasty.ts'
import { claim, giveBack, handTo, promise } from './samples/steps.ts'
import { aboutOf, council, later, storyOf } from './samples/stories.ts'

const claimed: IssueLine = {
  number: 42,
  state: 'claimed',
  severity: 'high',
  department: 'billing',
  stage: 'pay',
  owner: 'U0BEN',
  ownerName: 'Ben',
  customerName: 'Nordwind',
  flaggedAt: later(0),
  nextStepBy: new Date('2026-11-19T16:30:00Z'),
  words: 'We were charged twice for March.',
}
const { owner: _, ownerName: __, nextStepBy: ___, ...bare } = claimed
const waiting: IssueLine = { ...bare, state: 'flagged' }
const listing = { council, now: later(30), more: false }

const lines: fc.Arbitrary<readonly IssueLine[]> = fc
  .tuple(nastyName, nastyText(3000), fc.integer({ min: 0, max: 120 }))
  .map(([name, words, size]) =>
    Array.from({ length: size }, (_entry, i) => ({
      ...claimed,
      number: i + 1,
      customerName: name,
      ownerName: name,
      words,
      handover: { id: 'h', to: 'sales_ops' },
    })),
  )

describe('/cx list', () => {
  it('says of each issue who answers, how long it is open and the next step, with Open', () => {
    const { blocks } = renderList({ ...listing, lines: [claimed, waiting] })
    const said = wordsIn(blocks)
    expect(said).toContain('CX-42 · Nordwind · High · Pay\nBen (Billing) answers · next step by Thursday · open 1 day')
    expect(said).toContain('no owner yet, Billing was asked')
    expect(buttonsIn(blocks)).toEqual(['Open', 'Open'])
  })

  it('says that there is nothing, with the next step', () => {
    expect(renderList({ ...listing, lines: [] }).text).toBe('No issue is open. To flag one: /cx flag')
    expect(renderMineList({ ...listing, lines: [] }).text).toContain('You answer for no issue')
  })

  it('says that there are more than it shows', () => {
    const many = Array.from({ length: 45 }, () => claimed)
    expect(wordsIn(renderList({ ...listing, lines: many }).blocks)).toContain('and 5 more issues')
    expect(wordsIn(renderList({ ...listing, lines: many.slice(0, 40), more: true }).blocks)).toContain('more than 40')
  })

  it('stays within what Slack takes, whatever is in it', () => {
    fc.assert(
      fc.property(lines, (found) => {
        const { blocks } = renderList({ ...listing, lines: found, more: true })
        expect([...limitProblems(blocks, 50), ...checkBlocks(blocks, 'message'), ...pingsIn(blocks)]).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe('answers to a command', () => {
  it('/cx show tells the story with its path and what happened, in words', () => {
    const { blocks, text } = renderShow(aboutOf(storyOf({}, claim(), promise, handTo('sales_ops'), giveBack())))
    const said = wordsIn(blocks)
    expect(said).toContain('Billing 4 h')
    expect(said).toContain('Tuesday 12:00 CET · Ben promised the next step by Thursday.')
    expect(said).toContain('14:00 CET · Mia returned it to Billing.')
    expect(text).toContain('"The refund needs Billing."')
  })

  it('/cx help lists every command', () => {
    const { text } = renderHelp('triangular_flag_on_post')
    for (const word of ['flag', 'list', 'mine', 'show', 'claim', 'digest', 'help'])
      expect(text).toContain(`/cx ${word}`)
    expect(text).toContain(':triangular_flag_on_post:')
  })

  it('a short answer is one sentence, safe to show', () => {
    const { text, blocks } = renderAnswer('No <!channel> here.')
    expect(text).toBe('No &lt;!channel&gt; here.')
    expect(pingsIn(blocks)).toEqual([])
  })
})
