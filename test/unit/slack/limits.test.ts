import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBlocks, checkView } from '#adapters/practice/block-kit/surfaces.ts'
import { renderShow } from '#adapters/slack/blocks/answers.ts'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { showView } from '#adapters/slack/views/show.ts'
import { messageAbout } from '#application/messages/compose-message.ts'
import type { About, Message, Subject } from '#application/messages/message.ts'
import type { Council } from '#domain/council.ts'
import { limitProblems, pingsIn, viewProblems, wordsIn } from '../../support/slack-limits.ts'
import { nastyName, nastyText } from './samples/nasty.ts'
import {
  accept,
  claim,
  close,
  giveBack,
  handTo,
  notOurs,
  promise,
  reopen,
  resolve,
  share,
  withdraw,
} from './samples/steps.ts'
import { aboutOf, council, type Flag, type Step, storyOf } from './samples/stories.ts'

const lives = (words: string): readonly (readonly [Flag, ...Step[]])[] => [
  [{}],
  [{ audience: 'restricted' }, share],
  [{}, withdraw],
  [{}, notOurs(words)],
  [{}, notOurs(words), notOurs(words)],
  [{}, claim(), promise, handTo('sales_ops', words)],
  [{}, claim(), handTo('sales_ops', words), giveBack(words)],
  [{}, claim(), handTo('sales_ops', words), accept, handTo('billing', words), accept, handTo('support', words)],
  [{}, claim(), resolve(words), close(words), reopen(words)],
  [{}, claim(), resolve(words), close(words)],
]

const named = (name: string): Council => ({
  ...council,
  departments: council.departments.map((department) => ({ ...department, name })),
  journey: council.journey.map((stage) => ({ ...stage, name })),
})

/** An issue with hostile words in every place where people write. */
const abouts: fc.Arbitrary<About> = fc
  .record({ story: nastyText(40_000), words: nastyText(3000), name: nastyName, life: fc.nat(9) })
  .map(({ story: whatHappened, words, name, life }) => {
    const [flag, ...steps] = lives(words)[life] ?? [{}]
    const story = storyOf({ customerName: name, ...flag, whatHappened }, ...steps)
    const names = Object.fromEntries(Object.keys(story.names).map((id) => [id, name]))
    return { ...aboutOf({ ...story, names }), council: named(name) }
  })

const subjectsOf = ({ story }: About): readonly Subject[] => [
  { kind: 'card', card: story.issue.card },
  { kind: 'card', card: 0 },
  ...story.timeline.flatMap((entry): readonly Subject[] => [
    { kind: 'story', seq: entry.seq },
    { kind: 'news', seq: entry.seq, person: 'U0ANNA' },
    { kind: 'returned', seq: entry.seq, person: 'U0BEN' },
    { kind: 'route', seq: entry.seq, person: 'U0CARLA' },
    { kind: 'council_note', seq: entry.seq },
    { kind: 'mine', since: `${entry.seq}`, person: 'U0BEN' },
    { kind: 'handover', seq: entry.seq, person: 'U0MIA', id: 'id' in entry ? entry.id : 'h' },
  ]),
  ...['first', 'backup', 'lead'].map((rung): Subject => ({ kind: 'ask', round: 1, rung, person: 'U0LOU' })),
  { kind: 'receipt', person: 'U0ANNA', follower: false },
  { kind: 'receipt', person: 'U0MIA', follower: true },
  { kind: 'council_ask', round: 1 },
]

const messagesOf = (about: About): readonly Message[] =>
  subjectsOf(about)
    .map((subject) => messageAbout(subject, about, 'https://acme.slack.com/archives/C1/p1'))
    .filter((message) => message !== undefined)

const problemsOf = (rendered: { text: string; blocks: readonly unknown[] }): readonly unknown[] => [
  ...limitProblems(rendered.blocks, 50),
  ...checkBlocks(rendered.blocks, 'message'),
  ...(rendered.text.length < 1 || rendered.text.length > 3000 ? [`text of ${rendered.text.length}`] : []),
]

describe('whatever people type', () => {
  it('every message stays within what Slack takes, and says something as text too', () => {
    fc.assert(
      fc.property(abouts, (about) => {
        for (const message of messagesOf(about)) {
          expect({ kind: message.kind, problems: problemsOf(renderMessage(message)) }).toEqual({
            kind: message.kind,
            problems: [],
          })
        }
      }),
      { numRuns: 60 },
    )
  })

  it('no message pings anybody or holds a link that we did not make', () => {
    fc.assert(
      fc.property(abouts, (about) => {
        for (const message of messagesOf(about)) expect(pingsIn(renderMessage(message))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('the whole issue can be read in one place', () => {
    fc.assert(
      fc.property(abouts, (about) => {
        const view = showView(about)
        expect([...viewProblems(view), ...checkView(view), ...pingsIn(view)]).toEqual([])
        const shown = renderShow(about)
        expect([...problemsOf(shown), ...pingsIn(shown)]).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('the words stand in the whole issue from the first to the last', () => {
    const words = `${'We were charged twice. '.repeat(1700)}The end.`
    const seen = wordsIn(showView(aboutOf(storyOf({ whatHappened: words }))).blocks).replaceAll('\n', ' ')
    expect(seen.split('We were charged twice.').length - 1).toBe(1700)
    expect(seen).toContain('The end.')
  })
})
