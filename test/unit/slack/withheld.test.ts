import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { messageAbout } from '#application/messages/compose-message.ts'
import type { Subject } from '#application/messages/message.ts'
import type { IssueStory } from '#application/read-models.ts'
import { wordsIn } from '../../support/slack-limits.ts'
import {
  accept,
  cannot,
  claim,
  close,
  giveBack,
  handTo,
  notOurs,
  reopen,
  resolve,
  share,
  speak,
  toCouncil,
  vote,
} from './samples/steps.ts'
import { aboutOf, type Step, storyOf } from './samples/stories.ts'

const secret = 'Quokka-7 will leave'

const lives: readonly (readonly Step[])[] = [
  [],
  [notOurs(secret)],
  [notOurs(secret), notOurs(secret)],
  [claim(), handTo('sales_ops', secret), giveBack(secret)],
  [claim(), handTo('sales_ops', secret), accept, handTo('billing', secret), accept, handTo('support', secret)],
  [...toCouncil(secret), speak(secret), vote('U0CARLA', 'U0MIA', secret)],
  [...toCouncil(secret), vote('U0CARLA', 'U0MIA', secret), cannot(secret)],
  [claim(), resolve(secret), close(secret), reopen(secret)],
  [claim(), resolve(secret), close(secret)],
]

const inChannels = (story: IssueStory): readonly Subject[] => [
  { kind: 'card', card: story.issue.card },
  { kind: 'card', card: 0 },
  { kind: 'council_ask', round: 1 },
  ...story.timeline.flatMap((entry): readonly Subject[] => [
    { kind: 'story', seq: entry.seq },
    { kind: 'council_note', seq: entry.seq },
    ...(entry.kind === 'decision_opened' ? [{ kind: 'decision', id: entry.id } as const] : []),
  ]),
]

const said = (story: IssueStory, subjects: readonly Subject[]): string =>
  subjects
    .map((subject) => messageAbout(subject, aboutOf(story)))
    .filter((message) => message !== undefined)
    .map((message) => JSON.stringify(renderMessage(message)))
    .join('\n')

const flagged = { audience: 'restricted', whatHappened: secret } as const

describe('words from a private place', () => {
  it('stand in nothing that goes to a channel until the flagger shares them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lives), (steps) => {
        const story = storyOf(flagged, ...steps)
        expect(said(story, inChannels(story))).not.toContain(secret)
      }),
    )
  })

  it('stand there as little as the name of the customer, however the issue ends', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lives), (steps) => {
        const story = storyOf({ ...flagged, customerName: 'Marzipan' }, ...steps)
        expect(said(story, inChannels(story))).not.toContain('Marzipan')
        expect(said(story, [{ kind: 'receipt', person: 'U0ANNA', follower: false }])).toContain('Marzipan')
      }),
    )
  })

  it('leave the words “words withheld” on the card, and no link to where they were said', () => {
    const card = renderMessage({ kind: 'card', ...aboutOf(storyOf(flagged)) })
    expect(wordsIn(card.blocks)).toContain('words withheld')
    expect(JSON.stringify(card.blocks)).not.toContain('Where it was said')
  })

  it('stand on the card once they are shared', () => {
    const story = storyOf(flagged, share)
    expect(said(story, [{ kind: 'card', card: story.issue.card }])).toContain(secret)
  })

  it('reach the one who is asked to act on them', () => {
    const story = storyOf(flagged)
    expect(said(story, [{ kind: 'ask', round: 1, rung: 'first', person: 'U0BEN' }])).toContain(secret)
  })

  it('of an open issue stand on its card at once', () => {
    const story = storyOf({ whatHappened: secret })
    expect(said(story, [{ kind: 'card', card: story.issue.card }])).toContain(secret)
  })
})
