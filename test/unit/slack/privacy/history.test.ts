import { describe, expect, it } from 'vitest'
import { renderHistory } from '#adapters/slack/blocks/history.ts'
import type { IssueStory, TimelineEntry } from '#application/read-models.ts'
import { holdIssue, liftHold } from '#domain/decisions/privacy/hold.ts'
import { wordsIn } from '../../../support/slack-limits.ts'
import { claim, close, promise, reopen, resolve } from '../samples/steps.ts'
import { aboutOf, later, type Step, storyOf } from '../samples/stories.ts'

const held: Step = (issue, at) => holdIssue(issue, { by: { id: 'U0CARLA', admin: false }, why: 'A court asked.' }, at)
const lifted: Step = (issue, at) => liftHold(issue, { why: 'The court is done.' }, at)

const withMore = (story: IssueStory, ...more: readonly TimelineEntry[]): IssueStory => ({
  ...story,
  timeline: [...story.timeline, ...more],
})

const long = storyOf({}, claim(), ...Array.from({ length: 12 }, () => [resolve(), close(), reopen()]).flat())

describe('the history of an issue', () => {
  it('says of every event when, who, what and why, reminders and holds included', () => {
    const reminded = {
      kind: 'reminded',
      at: later(1),
      of: 'unclaimed',
      state: '1:owner',
      again: 0,
      person: 'U0BEN',
      seq: 9,
    } as const
    const story = withMore(storyOf({}, claim(), promise, held, lifted), reminded)
    const { text } = renderHistory({ ...aboutOf(story), readerZone: 'America/New_York' }, 1)
    for (const line of [
      'Tuesday 04:00 · Anna flagged it.\n"We were charged twice for March."',
      'Tuesday 05:00 · Ben (Billing) claimed it and answers for it.',
      'Tuesday 06:00 · Ben promised the next step by Thursday.',
      'Tuesday 07:00 · Carla put it on hold: its words are kept.\n"A court asked."',
      'Tuesday 08:00 · An admin lifted the hold.\n"The court is done."',
      'Tuesday 05:00 · Ben was reminded.',
    ])
      expect(text).toContain(line)
  })

  it('names who recorded it where the sentence tells of somebody else, and on whose behalf', () => {
    const lead: Step = (issue, at) => resolve()({ ...issue, owner: 'U0BEN' }, at)
    const story = storyOf({}, claim(), lead, close())
    const timeline = story.timeline.map((entry) => (entry.kind === 'closed' ? { ...entry, actor: 'U0LOU' } : entry))
    const { text } = renderHistory(aboutOf({ ...story, timeline }), 1)
    expect(text).toContain(
      'Nordwind was told on Tuesday by Anna. They did not have to explain it again. Satisfaction: 4 of 5. (by Lou)',
    )
  })

  it('comes in pages, each naming the next one, together telling every event once', () => {
    const pages = [1, 2].map((page) => wordsIn(renderHistory(aboutOf(long), page).blocks))
    expect(pages[0]).toContain('History, page 1 of 2, 39 events in all')
    expect(pages[0]).toContain('Later events: /cx show CX-42 history 2')
    expect(pages[1]).not.toContain('Later events')
    const told = pages.join('\n').match(/\d\d:\d\d CET · /g)
    expect(told).toHaveLength(39)
  })

  it('shows the last page to whoever asks for one behind it, and the first for none', () => {
    expect(renderHistory(aboutOf(long), 99).text).toBe(renderHistory(aboutOf(long), 2).text)
    expect(renderHistory(aboutOf(long), 0).text).toBe(renderHistory(aboutOf(long), 1).text)
  })

  it('says how to get all of it', () => {
    expect(renderHistory(aboutOf(storyOf()), 1).text).toContain('npm run council -- timeline CX-42')
  })
})
