import { describe, expect, it } from 'vitest'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { messageAbout } from '#application/messages/compose-message.ts'
import type { IssueStory } from '#application/read-models.ts'
import { routeIssue } from '#domain/decisions/asking/route.ts'
import { addDetails } from '#domain/decisions/flagging/add-details.ts'
import { claim, notOurs, release } from './samples/steps.ts'
import { aboutOf, type Step, storyOf } from './samples/stories.ts'

const route =
  (department: string): Step =>
  (issue, circumstances) =>
    routeIssue(issue, { by: 'U0CARLA', department }, circumstances)

const detail =
  (stage: string): Step =>
  (issue, circumstances) =>
    addDetails(issue, { by: 'U0ANNA', severity: 'high', stage }, circumstances)

const asked = (story: IssueStory): string => {
  const { ask } = story.issue
  if (!ask) throw new Error('nobody is asked')
  const subject = { kind: 'ask', round: ask.round, rung: 'first', person: ask.person } as const
  const message = messageAbout(subject, aboutOf(story))
  if (!message) throw new Error('nothing to say')
  return renderMessage(message).text
}

const twice = [notOurs('The charge is right.'), notOurs('The contract is fine.')] as const

describe('an ask after others said Not ours', () => {
  it('names them and their reasons, also where the card withholds words', () => {
    const story = storyOf({ stage: 'onboard', audience: 'restricted' }, notOurs('The contract is wrong.'))
    expect(asked(story)).toContain('• Support: "The contract is wrong."')
  })

  it('says that the chair chose, and that the same person was asked before', () => {
    const text = asked(storyOf({}, ...twice, route('billing')))
    expect(text).toContain('I asked you before. The chair chose you.')
    expect(text).toContain('• Billing: "The charge is right."\n• Sales Ops: "The contract is fine."')
  })

  it('says that there are new details', () => {
    expect(asked(storyOf({}, detail('onboard')))).toContain('With the new details it is for Support.')
  })

  it('says who released it', () => {
    expect(asked(storyOf({}, claim(), release))).toContain('Ben released it, so it needs an owner again.')
  })

  it('says nothing of the sort the first time', () => {
    expect(asked(storyOf())).not.toMatch(/before|chose|new details|released/)
  })
})

describe('the chair, who is asked to choose', () => {
  it('reads which departments turned it down and why', () => {
    const story = storyOf({}, ...twice)
    const { text } = renderMessage({ kind: 'route', open: true, suggestions: ['support'], ...aboutOf(story) })
    expect(text).toContain('Billing and Sales Ops said that CX-42 is not theirs.')
    expect(text).toContain('• Sales Ops: "The contract is fine."')
    expect(text).not.toContain('two departments')
  })
})
