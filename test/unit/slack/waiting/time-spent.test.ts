import { describe, expect, it } from 'vitest'
import { renderShow } from '#adapters/slack/blocks/answers.ts'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { wordsIn } from '../../../support/slack-limits.ts'
import { accept, claim, close, handTo, resolve } from '../samples/steps.ts'
import { aboutOf, later, type Step, storyOf } from '../samples/stories.ts'
import { movingAgain, waitFor } from '../samples/waits.ts'

/** On Friday, four days after the flag, or at another hour. */
const cardOf = (hours: number, ...steps: readonly Step[]) =>
  wordsIn(renderMessage({ kind: 'card', ...aboutOf(storyOf({}, ...steps), later(hours)) }).blocks)

describe('where the time of an issue went', () => {
  it('is not told while one department has had it all the time', () => {
    expect(cardOf(80, claim())).not.toMatch(/With Billing/i)
  })

  it('is told on the card in the order in which it came, and a handover on its way is nobody’s', () => {
    expect(cardOf(51, claim(), handTo('sales_ops'), accept)).toContain(
      'Without an owner at Billing 1 h, with Billing 1 h, on its way between departments 1 h, with Sales Ops 2 d',
    )
  })

  it('names what it waited on', () => {
    expect(cardOf(27, claim(), waitFor('department'), movingAgain, waitFor('customer'))).toContain(
      'with Billing 2 h, waiting on Sales Ops 1 h, with the customer 23 h',
    )
    expect(cardOf(4, claim(), waitFor('vendor'), movingAgain, waitFor('approval'))).toContain('waiting on a vendor 1 h')
  })

  it('stands in the whole story in working hours, too, and ends when the customer is told', () => {
    const story = storyOf({}, claim(), waitFor('customer'), resolve(), close())
    const shown = wordsIn(renderShow(aboutOf(story, later(900))).blocks)
    expect(shown).toContain('Without an owner at Billing 1 h, with Billing 2 h, with the customer 1 h')
    expect(shown).toContain(
      'In working hours: without an owner at Billing 1 h, with Billing 2 h, with the customer 1 h',
    )
    const night = wordsIn(renderShow(aboutOf(storyOf({}, claim(), waitFor('customer')), later(26))).blocks)
    expect(night).toContain('with the customer 1 d')
    expect(night).toContain('with the customer 9 h')
  })
})
