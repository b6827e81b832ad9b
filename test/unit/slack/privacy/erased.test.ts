import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderShow } from '#adapters/slack/blocks/answers.ts'
import { renderHistory } from '#adapters/slack/blocks/history.ts'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { handOverView } from '#adapters/slack/views/hand-over.ts'
import type { IssueStory, TimelineEntry } from '#application/read-models.ts'
import { lastStay } from '#domain/issue/path.ts'
import { wordsIn } from '../../../support/slack-limits.ts'
import { messagesAbout } from '../samples/hostile.ts'
import { accept, claim, close, giveBack, handTo, notOurs, reopen, resolve } from '../samples/steps.ts'
import { aboutOf, later, type Step, storyOf } from '../samples/stories.ts'

const lives: readonly (readonly Step[])[] = [
  [],
  [notOurs(), notOurs()],
  [claim(), handTo('sales_ops')],
  [claim(), handTo('sales_ops'), giveBack()],
  [claim(), handTo('sales_ops'), accept, handTo('billing'), accept, handTo('support')],
  [claim(), resolve(), close(), reopen()],
  [claim(), resolve(), close()],
]

/** As it is read after the words of some events were erased. */
const erased = (story: IssueStory, which: (entry: TimelineEntry) => boolean = () => true): IssueStory => ({
  ...story,
  timeline: story.timeline.map((entry) => {
    const { words, ...rest } = entry
    return words === undefined || !which(entry) ? entry : { ...rest, erased: true }
  }),
})

describe('an issue whose words were erased', () => {
  it('is told everywhere without an empty quote, whichever of its words are gone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lives), fc.nat(2 ** 12), fc.boolean(), (steps, mask, restricted) => {
        const audience = restricted ? 'restricted' : 'open'
        const story = erased(storyOf({ audience }, ...steps), ({ seq }) => ((mask >> seq) & 1) === 1)
        const about = aboutOf(story)
        const shown = [...messagesAbout(about).map(renderMessage), renderShow(about), renderHistory(about, 1)]
        for (const { blocks, text } of shown) {
          expect(JSON.stringify(blocks)).not.toMatch(/"text":""|"elements":\[\]/)
          expect(`${wordsIn(blocks)}\n${text}`).not.toMatch(/""|“”|undefined/)
        }
      }),
    )
  })

  it('says on the card, to the one who is asked and in /cx show that they were erased', () => {
    const about = aboutOf(erased(storyOf()))
    expect(renderMessage({ kind: 'card', ...about }).text).toContain('The words were erased.')
    expect(renderShow(about).text).toContain('The words were erased.')
    const needed = aboutOf(erased(storyOf({}, claim(), handTo('sales_ops'))))
    const [asked] = messagesAbout(needed).filter((message) => message.kind === 'handover' && message.open)
    expect(asked && renderMessage(asked).text).toContain('What they need from you\nThese words were erased.')
  })

  it('shows the words that are left', () => {
    const story = erased(
      storyOf({}, claim(), resolve('Refunded.'), close('It is refunded.')),
      ({ kind }) => kind === 'flagged',
    )
    expect(renderShow(aboutOf(story)).text).toContain('It is refunded.')
  })

  it('is handed back with the reason that was chosen, where the one that was typed is gone', () => {
    const { timeline } = erased(storyOf({}, claim(), handTo('sales_ops', 'Secret need'), accept))
    const said = wordsIn(
      handOverView(aboutOf(storyOf({}, claim())), { department: 'Billing', ...lastStay(timeline, 'billing', later(9)) })
        .blocks,
    )
    expect(said).toContain("it left because it needs Sales Ops' expertise")
    expect(said).not.toMatch(/Secret|undefined/)
  })
})
