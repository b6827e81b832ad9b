import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkView } from '#adapters/practice/block-kit/surfaces.ts'
import { fields } from '#adapters/slack/names.ts'
import { answerView, councilAnswerView } from '#adapters/slack/views/answer.ts'
import { closeView } from '#adapters/slack/views/close.ts'
import { detailsView } from '#adapters/slack/views/details.ts'
import { flagView } from '#adapters/slack/views/flag.ts'
import { handOverView } from '#adapters/slack/views/hand-over.ts'
import { notOursView } from '#adapters/slack/views/not-ours.ts'
import { reopenView } from '#adapters/slack/views/reopen.ts'
import { resolveView } from '#adapters/slack/views/resolve.ts'
import { returnView } from '#adapters/slack/views/return-it.ts'
import { routeView } from '#adapters/slack/views/route.ts'
import type { Council } from '#domain/council.ts'
import { pingsIn, viewProblems } from '../../support/slack-limits.ts'
import { inputsOf } from './samples/forms.ts'
import { nastyName, nastyText } from './samples/nasty.ts'
import { accept, claim, handTo } from './samples/steps.ts'
import { aboutOf, council, storyOf } from './samples/stories.ts'

const form = aboutOf(storyOf({}, claim()))

describe('every form', () => {
  const wide = (name: string, size: number): Council => ({
    ...council,
    departments: Array.from({ length: size }, (_, i) => ({
      key: `d${i}`,
      name,
      lead: 'U0ANNA',
      members: [],
      calendar: council.calendar,
    })),
    journey: council.journey.map((stage) => ({ ...stage, name })),
  })

  it('stays within what Slack takes and pings nobody, whatever the words and however large the council', () => {
    fc.assert(
      fc.property(nastyText(40_000), nastyName, fc.constantFrom(1, 3, 100, 101, 250), (words, name, size) => {
        const story = storyOf(
          { whatHappened: words, customerName: name },
          claim(),
          handTo('sales_ops', words.slice(0, 3000)),
          accept,
        )
        const about = { ...aboutOf(story), council: wide(name, size) }
        const held = { department: name, heldFor: 1, leftBecause: words }
        const filled = { number: 42, to: 'd0', reason: 'away' as const, need: words }
        const views = [
          flagView({ council: about.council, text: words, draft: 'd', restricted: true }, 'global_shortcut'),
          detailsView(about),
          notOursView(about),
          handOverView(about, held, filled),
          councilAnswerView(about, { to: 'd0', why: 'max_hops' }),
          answerView('Claim', words),
          returnView({ ...about, handover: 'h' }),
          resolveView(about),
          closeView({ ...about, person: 'U0BEN', today: '2026-11-17' }),
          reopenView(about),
          routeView({ ...about, suggestions: ['d0'] }),
        ]
        for (const view of views)
          expect([...viewProblems(view), ...checkView(view), ...pingsIn(view.blocks)]).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('offers every department of a council with more than a hundred', () => {
    const { element } = inputsOf(routeView({ ...form, council: wide('D', 250), suggestions: [] }))[0] ?? {}
    expect(element?.option_groups?.flatMap((group) => group.options)).toHaveLength(250)
  })
})

describe('a refusal that names its field', () => {
  it('finds that field in a form', () => {
    const folder = new URL('../../../src/domain/decisions/', import.meta.url)
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    const named = sources.join('\n').matchAll(/field: '([a-z_]+)'|requireText\([^,]+, '([a-z_]+)'\)/g)
    const known: readonly string[] = [...Object.values(fields), 'next_step_by']
    const unknown = [...named].map((match) => match[1] ?? match[2] ?? '').filter((field) => !known.includes(field))
    expect(unknown).toEqual([])
  })
})
