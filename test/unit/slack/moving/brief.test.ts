import { describe, expect, it } from 'vitest'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { handOverView, parseHandOver } from '#adapters/slack/views/hand-over.ts'
import { briefText, editOf, shownBrief } from '#adapters/slack/words/moving/brief.ts'
import { messageAbout } from '#application/messages/compose-message.ts'
import type { IssueStory } from '#application/read-models.ts'
import { handOver } from '#domain/decisions/moving/hand-over.ts'
import { chosen, initialOf, sent, typed } from '../samples/forms.ts'
import { briefed } from '../samples/handing-over.ts'
import { claim, giveBack, note } from '../samples/steps.ts'
import { aboutOf, storyOf } from '../samples/stories.ts'

const form = (story: IssueStory) => ({ ...aboutOf(story), today: '2026-11-17' })

const edited = (story: IssueStory, later: IssueStory, text?: string, dontAsk = '') => {
  const shown = shownBrief(aboutOf(story))
  const initial = initialOf(handOverView(form(story)), 'brief') ?? ''
  return editOf(aboutOf(later), { ...shown, text: text ?? initial, dontAsk })
}

const long = 'It began in March. '.repeat(220)

describe('the brief', () => {
  it('begins as what the customer said and what was tried', () => {
    const story = storyOf({}, claim(), note('We checked the run.'))
    expect(initialOf(handOverView(form(story)), 'brief')).toBe(
      'Nordwind · High · Pay\n\nWe were charged twice for March.\n\nTried so far:\n• Anna: We checked the run.',
    )
  })

  it('is what somebody made of it from then on, with what was said since', () => {
    const story = storyOf({}, claim(), briefed('They want it explained.', 'Invoice number'), giveBack('Not ours.'))
    const text = briefText(aboutOf(story))
    expect(text).toContain('They want it explained.\n\nSince then:')
    expect(text).toContain('Sales Ops) returned it: Not ours.')
    expect(text).not.toContain('charged twice')
    const view = handOverView(form(story))
    expect([initialOf(view, 'brief'), initialOf(view, 'dont_ask')]).toEqual([text, 'Invoice number'])
  })

  it('is not edited by a form that was sent as it was, also when somebody wrote meanwhile', () => {
    const story = storyOf({}, claim(), note('We checked.'))
    const later = storyOf({}, claim(), note('We checked.'), note('And again.'))
    for (const now of [story, later]) expect(edited(story, now)).toEqual({})
  })

  it('keeps what somebody wrote while it was edited', () => {
    const story = storyOf({}, claim(), note('We checked.'))
    const later = storyOf({}, claim(), note('We checked.'), note('And again.'))
    expect(edited(story, later, 'In short.')).toEqual({ brief: 'In short.\n\nSince then:\n• Anna: And again.' })
  })

  it('keeps what had no room in the field behind the words that were changed there', () => {
    const story = storyOf({ whatHappened: long }, claim(), note('The last word.'))
    const shown = shownBrief(aboutOf(story))
    expect(shown.rest).toBeGreaterThan(0)
    expect(edited(story, story)).toEqual({})
    const { brief } = edited(story, story, 'In short.')
    expect(brief).toMatch(/^In short\./)
    expect(brief).toMatch(/The last word\.$/)
  })

  it('can be emptied, and then says nothing rather than what was taken out', () => {
    const story = storyOf({}, claim())
    expect(edited(story, story, '')).toEqual({ brief: '' })
    const emptied = storyOf({}, claim(), (issue, circumstances) =>
      handOver(
        issue,
        { by: 'U0BEN', id: 'h1', to: 'sales_ops', reason: 'expertise', need: 'Help', brief: '' },
        circumstances,
      ),
    )
    expect(briefText(aboutOf(emptied))).not.toContain('charged twice')
  })

  it('travels through the form with what must not be asked again', () => {
    const view = handOverView(form(storyOf({}, claim())))
    const filled = { department: chosen('sales_ops'), reason: chosen('expertise'), need: typed('Help') }
    const input = parseHandOver(
      sent(view, { ...filled, brief: typed('All of it.'), dont_ask: typed('Invoice number') }),
    )
    expect(input?.brief).toMatchObject({ text: 'All of it.', dontAsk: 'Invoice number' })
  })

  it('is read whole by whoever is asked to take over', () => {
    const story = storyOf({}, claim(), briefed('They want it explained.', 'Invoice number'))
    const { id = '', asked = '' } = story.issue.handover ?? {}
    const seq = story.timeline.find(({ kind }) => kind === 'handover_asked')?.seq ?? 0
    const message = messageAbout({ kind: 'handover', id, person: asked, seq }, aboutOf(story))
    const words = message ? renderMessage(message).text : ''
    expect(words).toContain('They want it explained.')
    expect(words).toContain("Please don't ask again: Invoice number")
  })
})
