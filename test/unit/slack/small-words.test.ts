import { describe, expect, it } from 'vitest'
import { checkBlocks } from '#adapters/practice/block-kit/surfaces.ts'
import { renderShow } from '#adapters/slack/blocks/answers.ts'
import { renderList } from '#adapters/slack/blocks/list.ts'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { issueNumberIn } from '#adapters/slack/commands/issue-number.ts'
import { flagView } from '#adapters/slack/views/flag.ts'
import { handOverView } from '#adapters/slack/views/hand-over.ts'
import { unknownCommand } from '#adapters/slack/words/commands.ts'
import { digestHeadline, digestNumbers } from '#adapters/slack/words/digest.ts'
import { lastStay } from '#domain/issue/path.ts'
import type { Digest, DigestNumber } from '#domain/week/digest.ts'
import { wordsIn } from '../../support/slack-limits.ts'
import { accept, claim, handTo, notOurs } from './samples/steps.ts'
import { aboutOf, council, later, storyOf } from './samples/stories.ts'

describe('times', () => {
  it('stand on the day alone in a channel, in the zone of the one who reads elsewhere', () => {
    const about = aboutOf(storyOf())
    expect(renderMessage({ kind: 'card', ...about }).text).toContain('was asked on Tuesday, nobody')
    const shown = renderShow({ ...about, readerZone: 'America/New_York' }).text
    expect(shown).toContain('Tuesday 04:00 · Anna flagged it.')
  })

  it('say whose they are where the zone of the reader is not known', () => {
    expect(renderShow(aboutOf(storyOf())).text).toContain('Tuesday 10:00 CET · Anna flagged it.')
  })
})

describe('why an issue left a department', () => {
  it('is the reason that was chosen for the handover, and then what was needed', () => {
    const { timeline } = storyOf({}, claim(), handTo('sales_ops', 'Please check the contract.'), accept)
    const stay = lastStay(timeline, 'billing', later(9))
    expect(stay).toMatchObject({ leftFor: 'sales_ops', reason: 'expertise', leftBecause: 'Please check the contract.' })
    const said = wordsIn(handOverView(aboutOf(storyOf({}, claim())), { department: 'iOS team', ...stay }).blocks)
    expect(said).toContain("iOS team held this before: 3 h; it left because it needs Sales Ops' expertise:")
    expect(said).toContain('Please check the contract.')
  })

  it('is what was typed with Not ours', () => {
    const { timeline } = storyOf({}, notOurs('The charge is right.'))
    const stay = lastStay(timeline, 'billing', later(9))
    expect(stay).toEqual({ heldFor: 3_600_000, leftBecause: 'The charge is right.' })
  })
})

describe('Share the words', () => {
  it('asks once more and says what then shows, since it cannot be taken back', () => {
    const { blocks } = renderMessage({
      kind: 'receipt',
      person: 'U0ANNA',
      follower: false,
      mayWithdraw: true,
      mayAddDetails: true,
      ...aboutOf(storyOf({ audience: 'restricted' })),
    })
    const said = wordsIn(blocks)
    for (const words of ['Share the words?', 'cannot be taken back', 'Keep them']) expect(said).toContain(words)
    expect(checkBlocks(blocks, 'message')).toEqual([])
  })
})

it('a stage and a department that the council no longer has are said in words', () => {
  const line = { number: 42, state: 'flagged', severity: 'high', flaggedAt: later(0) } as const
  const lines = [{ ...line, stage: 'first_steps', department: 'field-service' }]
  const said = wordsIn(renderList({ council, now: later(1), more: false, lines }).blocks)
  expect(said).toContain('CX-42 · High · First steps')
  expect(said).toContain('Field service was asked')
})

describe('a digest', () => {
  const none: DigestNumber = {
    now: { x: 0, n: 0 },
    before: { x: 0, n: 0 },
    goal: 0.8,
    trend: 'same',
    verdict: 'too_few',
  }
  const digest: Digest = {
    week: 47,
    period: { from: later(-168).toISOString(), to: later(0).toISOString() },
    headline: { kind: 'quiet' },
    toldInTime: none,
    sentAround: none,
    explainedAgain: { ...none, closed: 0, tooFew: true },
    together: 'too_few',
    needsSomeone: { issues: [], more: 0 },
    hops: { now: 0, before: 0 },
    bounces: { now: 0, before: 0 },
    flagged: { now: 0, before: 0 },
    closed: { now: 0, before: 0 },
    timeSpent: [],
  }

  it('that is a preview counts the last seven days, not a week', () => {
    expect(digestHeadline(digest, true)).toBe('The last seven days: nothing much happened.')
    const preview = { kind: 'digest', preview: true, digest, council, customers: {} } as const
    expect(renderMessage(preview).text).not.toContain('Week 47')
    expect(digestHeadline(digest)).toBe('Week 47: a quiet one.')
  })

  it('says that there was no case yet', () => {
    expect(digestNumbers(digest).map((pieces) => pieces.join(''))).toEqual([
      'Told in time: no case yet (goal 80 %)',
      'Sent around: no case yet (goal 80 %)',
      'Explained again: no case yet (goal 80 %)',
    ])
  })

  it('of issues that are closed without an answer says so', () => {
    const [, , explained] = digestNumbers({ ...digest, explainedAgain: { ...none, closed: 3, tooFew: true } })
    expect(explained?.[0]).toBe('Explained again: no answer yet, 3 closed')
  })
})

it('the form from a channel with another company in it says so', () => {
  const form = { council, text: '', restricted: true }
  expect(wordsIn(flagView({ ...form, shared: true }, 'command').blocks)).toContain(
    'This comes from a channel shared with another company: its card withholds your words',
  )
  expect(wordsIn(flagView(form, 'command').blocks)).toContain('This comes from a private place')
})

describe('what is typed', () => {
  it.each(['CX-16?', 'CX-16.', 'cx16!', '#16:', '16 ?!', '(CX-16)'.slice(1)])('%s is an issue', (typed) => {
    expect(issueNumberIn(typed)).toBe(16)
  })

  it('and comes near no command is answered with the two most useful', () => {
    expect(unknownCommand('wrng')).toBe(
      "I don't know “wrng”. /cx flag flags a customer issue, /cx help lists everything else.",
    )
  })
})
