import { describe, expect, it } from 'vitest'
import { showView } from '#adapters/slack/views/show.ts'
import { wordsIn } from '../../support/slack-limits.ts'
import { aboutOf, storyOf } from './samples/stories.ts'

describe('whatever people type', () => {
  it('the words stand in the whole issue from the first to the last', () => {
    const words = `${'We were charged twice. '.repeat(1700)}The end.`
    const seen = wordsIn(showView(aboutOf(storyOf({ whatHappened: words }))).blocks).replaceAll('\n', ' ')
    expect(seen.split('We were charged twice.').length - 1).toBe(1700)
    expect(seen).toContain('The end.')
  })
})
