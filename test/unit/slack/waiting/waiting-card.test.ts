import { describe, expect, it } from 'vitest'
import { renderShow } from '#adapters/slack/blocks/answers.ts'
import { issueLine } from '#adapters/slack/blocks/issue-lines.ts'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { refusalSentence } from '#adapters/slack/words/refusals.ts'
import { messageAbout } from '#application/messages/compose-message.ts'
import { buttonsIn, wordsIn } from '../../../support/slack-limits.ts'
import { claim, handTo } from '../samples/steps.ts'
import { aboutOf, council, type Flag, later, type Step, storyOf } from '../samples/stories.ts'
import { movingAgain, waitFor } from '../samples/waits.ts'

const cardOf = (flag: Flag, ...steps: readonly Step[]) => {
  const about = aboutOf(storyOf(flag, ...steps))
  const card = messageAbout({ kind: 'card', card: about.story.issue.card }, about)
  if (!card) throw new Error('no card')
  return renderMessage(card)
}

describe('the card of an issue that waits', () => {
  it('says on what, since when, and when it wakes up, with Moving again first', () => {
    const card = cardOf({}, claim(), waitFor('customer'))
    expect(card.text).toContain('Waiting on the customer since Tuesday: “Which invoice?”; wakes up on Friday.')
    expect(buttonsIn(card)).toEqual(['Moving again', 'Update', 'Hand over or consult', 'Resolve', 'See all'])
  })

  it('names the department', () => {
    const { text } = cardOf({}, claim(), waitFor('department', ''))
    expect(text).toContain('Waiting on Sales Ops since Tuesday; wakes up on Friday.')
  })

  it('has Waiting on… behind its dots instead while it waits on nothing', () => {
    expect(JSON.stringify(cardOf({}, claim()).blocks)).toContain('Waiting on…')
    expect(JSON.stringify(cardOf({}, claim(), waitFor('vendor')).blocks)).not.toContain('Waiting on…')
    expect(buttonsIn(cardOf({}, claim(), waitFor('vendor'), movingAgain))).not.toContain('Moving again')
  })

  it('keeps the question to itself where the words are withheld', () => {
    const steps = [claim(), waitFor('customer')]
    const drawn = renderMessage({ kind: 'card', ...aboutOf(storyOf({ audience: 'restricted' }, ...steps)) })
    for (const { text } of [cardOf({ audience: 'restricted' }, ...steps), drawn]) {
      expect(text).toContain('Waiting on the customer since Tuesday; wakes up on Friday.')
      expect(text).not.toContain('invoice')
    }
  })

  it('says it beside a pending handover', () => {
    const { text } = cardOf({}, claim(), waitFor('vendor', 'The bank'), handTo('sales_ops'))
    expect(text).toMatch(/Waiting on a vendor since Tuesday: “The bank”.*Sales Ops was asked on/s)
  })
})

describe('a wait, wherever it is told', () => {
  it('stands in the whole story with its words, and lists name it', () => {
    const shown = renderShow(aboutOf(storyOf({}, claim(), waitFor('approval', '100 EUR, by Dana'), movingAgain)))
    expect(wordsIn(shown.blocks)).toContain('Ben waits on an approval. It wakes up on Friday.')
    expect(wordsIn(shown.blocks)).toContain('100 EUR, by Dana')
    expect(wordsIn(shown.blocks)).toContain('Ben says that it moves again.')
    const line = {
      number: 7,
      state: 'claimed',
      severity: 'low',
      flaggedAt: later(0),
      wait: { on: 'department', department: 'support' },
    } as const
    expect(issueLine(line, { council, now: later(1) })).toContain('waiting on Support')
  })

  it('is refused with the next step in it', () => {
    const said = (code: 'wait_unclear' | 'not_waiting' | 'bad_date', field?: string, on = '') =>
      refusalSentence({ code, details: { number: 7, on }, ...(field === undefined ? {} : { field }) })
    expect(said('wait_unclear', 'department')).toBe('Please choose the department it waits on.')
    expect(said('wait_unclear', 'waits_for', 'vendor')).toBe('Please say which vendor it waits on, and for what.')
    expect(said('wait_unclear', 'waits_for', 'approval')).toBe('Please say what has to be approved, and by whom.')
    expect(said('not_waiting')).toBe('CX-7 waits on nothing now. Its card shows what comes next.')
    expect(said('bad_date', 'wake_up')).toBe('To be woken up, please choose tomorrow or a later day.')
  })
})
