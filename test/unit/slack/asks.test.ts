import { describe, expect, it } from 'vitest'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { parseHandoverValue, parseRouteValue } from '#adapters/slack/values.ts'
import { messageAbout } from '#application/messages/compose-message.ts'
import type { Message, Subject } from '#application/messages/message.ts'
import type { IssueStory } from '#application/read-models.ts'
import { buttonsIn } from '../../support/slack-limits.ts'
import {
  accept,
  claim,
  close,
  giveBack,
  handTo,
  notOurs,
  promise,
  promiseThem,
  release,
  reopen,
  resolve,
  withdraw,
} from './samples/steps.ts'
import { aboutOf, later, storyOf } from './samples/stories.ts'

const say = (subject: Subject, story: IssueStory, now?: Date) => {
  const message = messageAbout(subject, aboutOf(story, now))
  if (!message) throw new Error(`nothing to say: ${subject.kind}`)
  return renderMessage(message)
}

const seqOf = (story: IssueStory, kind: string): number =>
  story.timeline.findLast((entry) => entry.kind === kind)?.seq ?? 0

const ask = (person = 'U0BEN', rung = 'first'): Subject => ({ kind: 'ask', round: 1, rung, person })

const valuesIn = (blocks: unknown, label: string): readonly string[] =>
  [
    ...JSON.stringify(blocks).matchAll(
      new RegExp(`"text":"${label}","emoji":true},"action_id":"[^"]+","value":"([^"]+)"`, 'g'),
    ),
  ].map((match) => match[1] ?? '')

describe('the one who is asked', () => {
  it('reads who flagged it, why they are asked, until when, and who is next', () => {
    const { text, blocks } = say(ask(), storyOf())
    expect(text).toContain('Ben, can you take CX-42?')
    expect(text).toContain("Anna flagged it; you look after Billing at Pay. By 14:00 please; then I'll ask Lou too.")
    expect(buttonsIn(blocks)).toEqual(['Claim', 'Not ours', 'See all'])
  })

  it('reads that somebody else has not answered when they are the backup', () => {
    const { text } = say(ask('U0LOU', 'backup'), storyOf(), later(5))
    expect(text).toContain('Lou, can you take CX-42? Ben was asked and has not answered yet.')
    expect(text).toContain('you are the backup for Billing at Pay')
  })

  it('reads in one line without buttons how it ended', () => {
    const ends = [
      [storyOf({}, claim()), 'Ben claimed CX-42.'],
      [storyOf({}, withdraw), 'Anna withdrew CX-42.'],
      [storyOf({ stage: 'onboard' }, notOurs()), 'CX-42 went on: Dana (Billing) is asked now.'],
      [storyOf({}, notOurs(), notOurs()), 'CX-42 is with the chair, who chooses where it goes.'],
    ] as const
    for (const [story, ended] of ends) {
      const { text, blocks } = say(ask(), story)
      expect([text, buttonsIn(blocks)]).toEqual([ended, []])
    }
  })
})

describe('the owner', () => {
  const mine = (story: IssueStory, now?: Date) =>
    say({ kind: 'mine', person: 'U0BEN', since: `${seqOf(story, 'claimed')}` }, story, now)

  it('sets the next step with one press, and can release a fresh claim', () => {
    const { text, blocks } = mine(storyOf({}, claim()))
    expect(text).toContain('Next step by')
    expect(buttonsIn(blocks)).toEqual([
      ...['Today', 'Tomorrow', 'Friday', 'Release', 'Add update', 'Promise to the customer'],
      ...['Hand over or consult', 'Pass to a colleague', 'Resolve'],
    ])
    expect(JSON.stringify(blocks)).toContain('"text":"A date"')
  })

  it('can say that a promise to the customer was kept, while there is one', () => {
    expect(buttonsIn(mine(storyOf({}, claim(), promiseThem())))).toContain('Kept')
    expect(buttonsIn(mine(storyOf({}, claim())))).not.toContain('Kept')
  })

  it('cannot release an older claim', () => {
    expect(buttonsIn(mine(storyOf({}, claim()), later(9)))).not.toContain('Release')
  })

  it('reads what was promised', () => {
    expect(mine(storyOf({}, claim(), promise)).text).toContain('Next step by Thursday.')
  })

  it('reads what is still wrong when it comes back to them', () => {
    const story = storyOf({}, claim(), resolve(), close(), reopen('The refund did not arrive.'))
    const { text } = say({ kind: 'mine', person: 'U0BEN', since: `${seqOf(story, 'reopened')}` }, story)
    expect(text).toContain('CX-42 is yours again, until Nordwind was told. What is still wrong:')
    expect(text).toContain('The refund did not arrive.')
  })

  it('is asked to close the loop once it is resolved', () => {
    const { text, blocks } = mine(storyOf({}, claim(), resolve()))
    expect(text).toContain('CX-42 is resolved. Tell Nordwind, then close the loop.')
    expect(buttonsIn(blocks)).toEqual(['Close the loop'])
  })

  it('reads in one line without buttons what became of it', () => {
    const ends = [
      [storyOf({}, claim(), resolve(), close()), 'CX-42 is closed. Nordwind was told on Tuesday by Anna.'],
      [storyOf({}, claim(), handTo('sales_ops'), accept), 'Mia (Sales Ops) answers for CX-42 now.'],
      [storyOf({}, claim(), release), 'CX-42 needs an owner again.'],
    ] as const
    for (const [story, ended] of ends) {
      const { text, blocks } = mine(story)
      expect(text).toContain(ended)
      expect(blocks).toHaveLength(1)
      expect(buttonsIn(blocks)).toEqual([])
    }
  })

  it('hears that and why a handover was returned, and still answers', () => {
    const story = storyOf({}, claim(), handTo('sales_ops'), giveBack('The refund needs Billing.'))
    const { text } = say({ kind: 'returned', person: 'U0BEN', seq: seqOf(story, 'handover_returned') }, story)
    expect(text).toContain('Sales Ops returned CX-42, so you still answer for it. Mia wrote:')
    expect(text).toContain('The refund needs Billing.')
  })
})

describe('the receiver of a handover', () => {
  const received = (story: IssueStory) => {
    const seq = story.timeline.find((entry) => entry.kind === 'handover_asked')?.seq ?? 0
    const id = story.timeline.flatMap((entry) => (entry.kind === 'handover_asked' ? [entry.id] : []))[0] ?? ''
    return say({ kind: 'handover', id, person: 'U0MIA', seq }, story)
  }

  it('reads who hands over, why, what they need, the customer and what was tried', () => {
    const story = storyOf(
      {},
      notOurs('Not our charge.'),
      claim('U0MIA'),
      handTo('billing', 'Please check the contract.'),
    )
    const { text, blocks } = received(story)
    expect(text).toContain('can you take CX-42 over from Mia (Sales Ops)? It needs your expertise.')
    for (const words of [
      'Please check the contract.',
      'We were charged twice',
      'Not our charge.',
      'The contract came.',
    ])
      expect(text).toContain(words)
    expect(text).toContain('Mia answers for it until you accept.')
    expect(buttonsIn(blocks)).toEqual(['Accept', 'Ask first', 'Return it', 'See all'])
  })

  it('answers this handover and no other', () => {
    const story = storyOf({}, claim(), handTo('sales_ops'))
    const { blocks } = received(story)
    for (const label of ['Accept', 'Return it'])
      expect(valuesIn(blocks, label).map(parseHandoverValue)).toEqual([
        { issue: 42, handover: story.issue.handover?.id },
      ])
  })

  it('reads in one line without buttons how it ended', () => {
    const ends = [
      [storyOf({}, claim(), handTo('sales_ops'), accept), 'Mia accepted CX-42.'],
      [storyOf({}, claim(), handTo('sales_ops'), giveBack()), 'Mia returned CX-42 to Billing.'],
      [storyOf({}, claim(), handTo('sales_ops'), resolve()), 'CX-42 was resolved; nothing is left to accept.'],
    ] as const
    for (const [story, ended] of ends) expect([received(story).text, buttonsIn(received(story))]).toEqual([ended, []])
  })
})

describe('the flagger', () => {
  const receipt = (story: IssueStory, person = 'U0ANNA', follower = false) =>
    say({ kind: 'receipt', person, follower }, story)

  it('reads who was asked, and can add details or withdraw', () => {
    const { text, blocks } = receipt(storyOf())
    expect(text).toContain('Ben (Billing) was asked')
    expect(buttonsIn(blocks)).toEqual(['Add details', 'Withdraw'])
  })

  it('can share the words that came from a private place, once', () => {
    expect(buttonsIn(receipt(storyOf({ audience: 'restricted' })))).toEqual([
      'Add details',
      'Withdraw',
      'Share the words',
    ])
    expect(buttonsIn(receipt(storyOf({ audience: 'restricted' }), 'U0MIA', true))).toEqual(['Unfollow'])
  })

  it('cannot withdraw what is claimed, nor add to what is closed', () => {
    expect(buttonsIn(receipt(storyOf({}, claim())))).toEqual(['Add details'])
    expect(buttonsIn(receipt(storyOf({}, claim(), resolve(), close())))).toEqual([])
  })

  it('hears that it is solved, and may close the loop', () => {
    const story = storyOf({}, claim(), resolve('One charge was refunded.'))
    const news = (seq: number) => say({ kind: 'news', seq, person: 'U0ANNA' }, story)
    expect(news(seqOf(story, 'resolved')).text).toContain('CX-42: Ben resolved it')
    expect(buttonsIn(news(seqOf(story, 'resolved')))).toEqual(['Close the loop'])
    expect(buttonsIn(news(seqOf(story, 'claimed')))).toEqual([])
  })
})

describe('chair and council', () => {
  it('choose among three departments by name, or Route to any other', () => {
    const story = storyOf({}, notOurs(), notOurs())
    const message: Message = {
      kind: 'route',
      open: true,
      suggestions: ['billing', 'support', 'sales_ops'],
      ...aboutOf(story),
    }
    const { text, blocks } = renderMessage(message)
    expect(text).toContain('Where should it go?')
    expect(buttonsIn(blocks)).toEqual(['Billing', 'Support', 'Sales Ops', 'Route', 'See all'])
    expect(valuesIn(blocks, 'Support').map(parseRouteValue)).toEqual([{ issue: 42, department: 'support' }])
  })

  it('read in one line without buttons where it went', () => {
    const story = storyOf({}, claim())
    const { text, blocks } = renderMessage({ kind: 'route', open: false, suggestions: ['billing'], ...aboutOf(story) })
    expect([text, buttonsIn(blocks)]).toEqual(['Ben claimed CX-42.', []])
  })

  it('are asked for an owner, and read who it was', () => {
    const waiting = say({ kind: 'council_ask', round: 1 }, storyOf(), later(26))
    expect(waiting.text).toContain(
      'Nordwind has waited 1 day for an owner. Billing was asked, and nobody has claimed it yet. Who takes it?',
    )
    expect(buttonsIn(waiting)).toEqual(['Claim', 'See all'])
    const settled = say({ kind: 'council_ask', round: 1 }, storyOf({}, claim()))
    expect([settled.text, buttonsIn(settled)]).toEqual(['Ben claimed CX-42.', []])
  })
})
