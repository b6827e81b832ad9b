import { describe, expect, it } from 'vitest'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { checkFlags } from '../../scripts/chaos/checks/flags.ts'
import type { EventRow, History, IssueRow, PostRow, Standing } from '../../scripts/chaos/checks/history.ts'
import { checkMessages } from '../../scripts/chaos/checks/messages.ts'
import { checkOpenQuestions } from '../../scripts/chaos/checks/open-questions.ts'
import { checkReminders } from '../../scripts/chaos/checks/reminders.ts'
import { checkTimelines } from '../../scripts/chaos/checks/timelines.ts'
import { watchCalls } from '../../scripts/chaos/checks/watch.ts'
import type { Flag } from '../../scripts/chaos/people/person.ts'
import { createTally } from '../../scripts/chaos/tally.ts'

const facts: readonly (readonly [string, Record<string, unknown>])[] = [
  ['flagged', {}],
  ['asked', { department: 'billing', ask: { round: 1, person: 'U0BEN' } }],
  ['claimed', { department: 'billing', owner: 'U0BEN' }],
  ['handover_asked', { id: 'h1', to: 'sales', asked: 'U0FELIX' }],
  ['handover_accepted', { id: 'h1', to: 'sales', owner: 'U0FELIX' }],
]

const event = ([kind, data]: (typeof facts)[number], at: number): EventRow => ({
  issue: 1,
  seq: at + 1,
  at: new Date(0),
  kind,
  data,
})

const issue: IssueRow = {
  number: 1,
  state: 'claimed',
  audience: 'restricted',
  words_shared: false,
  flagged_by: 'U0ANNA',
  owner: 'U0FELIX',
  department: 'sales',
  held: ['billing', 'sales'],
  attempts: 1,
  hops: 1,
  bounces: 0,
  refusals: 0,
  not_ours: 0,
  asks: 1,
  card: 2,
  event_count: 5,
}

const standing = (key: string, channel: string, ts: number, more: Partial<Standing> = {}): Standing => ({
  key,
  channel,
  ts: `${ts}`,
  threadTs: undefined,
  text: '',
  buttons: 0,
  ...more,
})

const stands = [
  standing('card:1:1', 'C0BILLING', 1),
  standing('ask:1:2:U0BEN', 'D0BEN', 2),
  standing('mine:1:3:U0BEN', 'D0BEN', 3),
  standing('story:1:3', 'C0BILLING', 4),
  standing('card:1:2', 'C0SALES', 5, { buttons: 3 }),
  standing('mine:1:5:U0FELIX', 'D0FELIX', 6),
  standing('digest:1', 'C0COUNCIL', 7),
  standing('news:1:3:U0ANNA', 'D0ANNA', 8),
]

const post = ({ key, channel, ts }: Standing): PostRow => ({
  key,
  kind: key.split(':')[0] ?? '',
  issue: key.startsWith('digest') ? null : 1,
  place: channel,
  threadOf: key.startsWith('story') ? 'card:1:1' : null,
  live: true,
  channel,
  ts,
})

const whole: History = {
  issues: [issue],
  timelines: new Map([[1, facts.map(event)]]),
  words: [{ issue: 1, kind: 'what_happened', text: 'M1M charged twice' }],
  posts: stands.map(post),
  reminders: [],
  batches: [],
  digests: [{ slot: 'Monday' }],
  standing: stands,
  closed: new Set(),
}

const reminded = { issue: 1, kind: 'quiet', state: 's', person: 'U0BEN', again: 0, sent: true, post: 'reminder:1' }

const flag: Flag = { marker: 'M1M', by: 'U0ANNA', via: 'command', taken: true }

const slack = createPracticeWorkspace(practiceSeed())

const brokenIn = (history: History, flags = [flag]): string[] =>
  [
    ...checkTimelines(history),
    ...checkMessages(history),
    ...checkOpenQuestions(history),
    ...checkReminders(history),
    ...checkFlags(history, flags, slack),
  ].map(({ promise }) => promise)

const withIssue = (change: Partial<IssueRow>): History => ({ ...whole, issues: [{ ...issue, ...change }] })

const withFacts = (change: (list: (typeof facts)[number][]) => unknown): History => {
  const list = [...facts]
  change(list)
  return { ...whole, timelines: new Map([[1, list.map(event)]]) }
}

const without = (key: string): History => ({ ...whole, standing: stands.filter((one) => one.key !== key) })

const withStanding = (...more: Standing[]): History => ({ ...whole, standing: [...stands, ...more] })

const withPost = (key: string, change: Partial<PostRow>): History => ({
  ...whole,
  posts: whole.posts.map((one) => (one.key === key ? { ...one, ...change } : one)),
})

/** One reminder, in the ledger, in a message and in the timeline. */
const remindedOnce: History = {
  ...withFacts((list) =>
    list.push(['reminded', { of: reminded.kind, state: reminded.state, again: 0, person: reminded.person }]),
  ),
  issues: [{ ...issue, event_count: 6 }],
  reminders: [reminded],
  posts: [...whole.posts, { ...post(standing('reminder:1', 'D0BEN', 8)), kind: 'reminders', ts: null }],
}

describe('what a chaos run checks', () => {
  it('finds nothing in a history that is whole', () => expect(brokenIn(whole)).toEqual([]))

  it('finds nothing in a reminder that was said once', () => expect(brokenIn(remindedOnce)).toEqual([]))

  it('finds nothing where a merged issue has brought what it had', () => {
    const moves = { held: ['it'], attempts: 2, hops: 1, bounces: 0, refusals: 1, notOurs: 1 }
    const grown = { attempts: 3, hops: 2, refusals: 1, not_ours: 1, held: ['billing', 'sales', 'it'], event_count: 6 }
    const history = withFacts((list) => list.push(['merged_from', { number: 2, moves }]))
    expect(brokenIn({ ...history, issues: [{ ...issue, ...grown }] })).toEqual([])
  })

  it('finds nothing where somebody whom Slack did not know is called to the card, or lacks what only told them', () => {
    const to = (one: Standing, key: string) => ({ ...one, key })
    const stand = stands
      .filter(({ key }) => !key.startsWith('mine:1:5'))
      .map((one) => (one.key.startsWith('ask') ? to(one, `call:${one.key}`) : one))
    const posts = [...stand.map(post), { ...post(standing('mine:1:5:U0FELIX', 'D0', 6)), place: 'U0FELIX', ts: null }]
    expect(brokenIn({ ...whole, standing: stand, posts, closed: new Set(['U0FELIX']) })).toEqual([])
  })

  it.each<[string, History]>([
    ['a timeline has no gaps', withIssue({ event_count: 6 })],
    ['an issue is flagged once', withFacts((list) => list.push(['flagged', {}]))],
    ['exactly one owner at every instant', withFacts((list) => list.push(['claimed', { owner: 'U0LOU' }]))],
    ['exactly one owner at every instant', withIssue({ owner: null })],
    ['exactly one owner at every instant', withFacts((list) => list.push(['handover_returned', { id: 'h1' }]))],
    ['exactly one owner at every instant', withFacts((list) => list.push(['handover_expired', { id: 'h1' }]))],
    ['exactly one owner at every instant', withFacts((list) => list.push(['handover_taken_back', { id: 'h1' }]))],
    ['the owner is whom the timeline says', withIssue({ owner: 'U0LOU' })],
    ['counters equal a recount', withIssue({ hops: 2 })],
    ['counters equal a recount', withIssue({ held: ['billing'] })],
    ['one ask per round', withIssue({ asks: 2 })],
    [
      'nobody is reminded twice of the same',
      withFacts((list) =>
        list.push(
          ['reminded', { of: 'unclaimed', state: '1:lead' }],
          ['reminded', { of: 'unclaimed', state: '1:lead' }],
        ),
      ),
    ],
    [
      'a timeline never goes back',
      { ...whole, timelines: new Map([[1, facts.map((fact, at) => ({ ...event(fact, at), at: new Date(-at) }))]]) },
    ],
    [
      'counters equal a recount',
      withFacts((list) => {
        list.push(['merged_from', { number: 2, moves: { held: ['it'], attempts: 1, notOurs: 1 } }])
      }),
    ],
    ['nothing that is to be said is lost', withPost('card:1:2', { ts: null })],
    ['nothing that is to be said is lost', withPost('news:1:3:U0ANNA', { ts: null })],
    ['nothing that is to be said is lost', withPost('story:1:3', { ts: null })],
    ['a message stands where it was noted', withPost('digest:1', { ts: '99' })],
    ['each message stands at most once', withStanding(standing('mine:1:5:U0FELIX', 'D0FELIX', 9))],
    ['each message stands at most once', withStanding(standing('news:1:5:U0ANNA', 'D0ANNA', 9))],
    ['exactly one live card', without('card:1:2')],
    ['an old card has no buttons', withStanding(standing('card:1:1', 'C0BILLING', 9, { buttons: 1 }))],
    ['messages stand in order', withPost('ask:1:2:U0BEN', { ts: '4' })],
    ['a reminder stands in a message of its person', { ...whole, reminders: [{ ...reminded, post: null }] }],
    ['a timeline tells of each reminder', { ...whole, reminders: [reminded] }],
    ['each reminder is said at most once', { ...remindedOnce, reminders: [reminded, reminded] }],
    ['each reminder that a timeline tells of is in the ledger, sent', { ...remindedOnce, reminders: [] }],
    ['nobody is reminded more often than a day may bring', { ...whole, batches: [{ person: 'U0BEN', number: 100 }] }],
    ['one digest per slot', { ...whole, digests: [] }],
    ['whoever must act was asked', without('mine:1:5:U0FELIX')],
    ['withheld words stay withheld', withStanding(standing('story:1:4', 'C0SALES', 9, { text: 'M1M charged' }))],
    ['a flag is one issue', { ...whole, words: [...whole.words, { issue: 2, kind: 'what_happened', text: 'M1M' }] }],
    ['no accepted flag is lost', { ...whole, words: [] }],
  ])('finds that it is not so that %s', (promise, history) => expect(brokenIn(history)).toContain(promise))

  it('counts what another issue brings along when it is merged into this one', () => {
    const moves = { held: ['product', 'sales'], attempts: 2, hops: 1, bounces: 0, refusals: 1, notOurs: 1 }
    const merged = { ...withFacts((list) => list.push(['merged_from', { number: 2, moves }])) }
    const counts = { held: ['billing', 'sales', 'product'], attempts: 3, hops: 2, refusals: 1, not_ours: 1 }
    expect(brokenIn(merged)).toContain('counters equal a recount')
    expect(brokenIn({ ...merged, issues: [{ ...issue, ...counts, event_count: 6 }] })).toEqual([])
  })

  it('does not miss the news of somebody who follows no more', () => {
    const unsaid = { ...post(standing('news:1:5:U0NIK', 'U0NIK', 9)), ts: null }
    const left = withFacts((list) => list.push(['unfollowed', { person: 'U0NIK' }]))
    expect(brokenIn({ ...whole, posts: [...whole.posts, unsaid] })).toContain('nothing that is to be said is lost')
    expect(brokenIn({ ...left, posts: [...whole.posts, unsaid], issues: [{ ...issue, event_count: 6 }] })).toEqual([])
  })

  it('finds an issue of somebody who may not flag', () =>
    expect(brokenIn(whole, [{ ...flag, idle: true }])).toEqual(['only members flag, and not where outsiders read']))
})

it('a chaos run sees calls that ping, that Slack refuses and that say what Slack does not know', async () => {
  const here = createPracticeWorkspace(practiceSeed())
  await here.start()
  const seen = watchCalls(here, createTally())
  const call = (args: object) =>
    fetch(`${here.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer xoxb-practice' },
      body: JSON.stringify({ channel: 'C0SUPPORT', ...args }),
    })
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })
  await call({ text: 'All is well', blocks: [section('&lt;!channel&gt;')] })
  await here.settled({ quietFor: 20 })
  expect(seen).toEqual([])
  await call({ text: 'Hello <!here>' })
  await call({ text: 'Hello', blocks: [section('and <@U0BEN>')] })
  await call({ text: 'Hello', blocks: [section('')] })
  await call({ text: 'Hello', unknown: 'x' })
  await here.settled({ quietFor: 20 })
  expect(seen.map(({ promise }) => promise)).toEqual([
    'nothing pings',
    'nothing pings',
    'Slack takes what the bot sends',
    'calls are as Slack describes them',
  ])
  await here.stop()
})
