import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkView } from '#adapters/practice/block-kit/surfaces.ts'
import { renderHome, renderPlainHome } from '#adapters/slack/blocks/home/home.ts'
import { recall } from '#adapters/slack/blocks/home/memory.ts'
import type { Home, HomeEntry, HomeLine } from '#application/home.ts'
import { mapPage } from '#application/use-cases/reading/home/map-page.ts'
import { buttonsIn, limitProblems, pingsIn, wordsIn } from '../../../support/slack-limits.ts'
import { homeOf } from '../samples/homes.ts'
import { hostile } from '../samples/hostile.ts'
import { council, later } from '../samples/stories.ts'

const empty: Home = {
  council,
  now: later(30),
  readerZone: 'Europe/Berlin',
  wish: { show: 'start' },
  seesMap: false,
  hasDepartment: true,
  parts: (['waiting', 'mine', 'department'] as const).map((kind) => ({ kind, entries: [] })),
}

const claimed: HomeLine = {
  list: 'rest_of_mine',
  number: 42,
  state: 'claimed',
  severity: 'high',
  department: 'billing',
  stage: 'pay',
  owner: 'U0BEN',
  ownerName: 'Ben',
  customerName: 'Nordwind',
  flaggedAt: later(0),
  flaggedBy: 'U0ANNA',
  lastUpdateAt: later(0),
  unrouted: false,
  words: 'We were charged twice for March.',
}

const entry = (line: Partial<HomeLine>, ways: HomeEntry['ways'], more: Partial<HomeEntry> = {}): HomeEntry => ({
  line: { ...claimed, ...line },
  ways,
  own: false,
  quiet: false,
  ...more,
})

const tools = ['Flag a customer issue']

describe('App Home', () => {
  it('shows what waits before what is mine, each with the buttons that settle it', () => {
    const waiting = [
      entry({ number: 1, list: 'claim', state: 'flagged' }, ['claim', 'not_ours']),
      entry({ number: 2, list: 'accept', handover: { id: 'h', to: 'sales_ops' } }, ['accept', 'return']),
      entry({ number: 6, list: 'decide', decision: { id: 'd', review: false } }, ['decide']),
      entry({ number: 3, list: 'close', state: 'resolved' }, ['close'], { own: true }),
      entry({ number: 4, list: 'route', state: 'flagged' }, ['route']),
    ]
    const mine = [entry({ number: 5 }, ['next_step', 'resolve', 'hand_over'], { own: true })]
    const { blocks } = renderHome({
      ...empty,
      parts: [
        { kind: 'waiting', entries: waiting },
        { kind: 'mine', entries: mine },
      ],
    })
    expect(buttonsIn(blocks)).toEqual([
      ...tools,
      ...['Claim', 'Not ours', 'See all'],
      ...['Accept', 'Return it', 'See all'],
      ...['Decide', 'See all'],
      ...['Close the loop', 'See all'],
      ...['Route', 'See all'],
      ...['Resolve', 'Hand over or consult', 'See all'],
    ])
    const said = wordsIn(blocks)
    expect(said.indexOf('Waiting for you')).toBeLessThan(said.indexOf('You answer for'))
    expect(said).toContain('the council chooses where it ends')
    expect(said).toContain('Where should it end?')
    expect(said).toContain('Tell Nordwind, then close the loop.')
  })

  it('says when an issue has become quiet, when its next step was due, and by when it is', () => {
    const shown = (more: Partial<HomeLine>, quiet = false): string =>
      wordsIn(renderHome({ ...empty, parts: [{ kind: 'mine', entries: [entry(more, [], { quiet })] }] }).blocks)
    expect(shown({}, true)).toContain('quiet: no update for 1 day')
    expect(shown({})).not.toContain('quiet')
    expect(shown({})).toContain('no next step yet')
    expect(shown({ nextStepBy: later(10) })).toContain('next step was due')
    expect(shown({ nextStepBy: later(60) })).toContain('next step by')
    expect(shown({ promiseBy: later(10) })).toContain('promised to the customer for')
  })

  it('tells the owner by name, as plain words', () => {
    const { blocks } = renderHome({ ...empty, parts: [{ kind: 'department', entries: [entry({}, [])] }] })
    expect(wordsIn(blocks)).toContain('Ben (Billing) answers')
    expect(pingsIn(blocks)).toEqual([])
  })

  it('says so when nothing waits, and how to flag', () => {
    const said = wordsIn(renderHome(empty).blocks)
    expect(said).toContain('Nothing is asked of you right now')
    expect(said).toContain(':triangular_flag_on_post:')
    expect(said).toContain('As of ')
    expect(wordsIn(renderPlainHome('No council is set up here yet.').blocks)).toBe('No council is set up here yet.')
  })

  it('says what to do when a search, a filter or a page shows nothing', () => {
    const said = (wish: Home['wish'], kind: 'found' | 'open' = 'open') =>
      wordsIn(renderHome({ ...empty, wish, parts: [{ kind, entries: [] }] }).blocks)
    expect(said({ show: 'open', query: 'cx-7' }, 'found')).toContain('There is no CX-7 that you can see.')
    expect(said({ show: 'open', query: 'Nord' }, 'found')).toContain('Try fewer letters')
    expect(said({ show: 'open', severity: 'urgent' })).toContain('Choose another severity')
    expect(said({ show: 'open', after: { list: 'open', number: 4 } })).toContain('Nothing is left on this page.')
  })

  it('leads from a part to all of it, and from a page to the next and back', () => {
    const entries = [entry({}, [])]
    const next = { list: 'claim', number: 42 } as const
    const first = renderHome({ ...empty, parts: [{ kind: 'waiting', entries, next }] })
    expect(buttonsIn(first.blocks)).toEqual([...tools, 'See all', 'Show all'])
    const after = { list: 'claim', number: 12 } as const
    const page = renderHome(
      { ...empty, wish: { show: 'waiting', after }, parts: [{ kind: 'waiting', entries, next }] },
      [{ list: 'claim', number: 3 }],
    )
    expect(buttonsIn(page.blocks)).toEqual([...tools, 'See all', 'Previous page', 'Next page'])
    expect(recall(page.private_metadata)).toEqual({
      wish: { show: 'waiting', after },
      trail: [{ list: 'claim', number: 3 }],
    })
  })

  it('stays within what Slack takes, whatever people typed', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('start', 'open', 'map'), (typed, show) => {
        const view = renderHome(homeOf(typed, show))
        expect([...limitProblems(view.blocks, 100), ...checkView(view), ...pingsIn(view.blocks)]).toEqual([])
        expect(JSON.stringify(view).length).toBeLessThan(250_000)
        if (show === 'start') expect(wordsIn(view.blocks)).toContain('As of ')
      }),
      { numRuns: 10 },
    )
  })
})

describe('the map in App Home', () => {
  const people = new Map(
    (['U0BEN', 'U0LOU'] as const).map((id) => [
      id,
      {
        id,
        name: id === 'U0BEN' ? 'Ben' : 'Lou',
        kind: id === 'U0BEN' ? ('member' as const) : ('deactivated' as const),
        admin: false,
        timeZone: 'Europe/Berlin',
        ...(id === 'U0BEN' ? { awayUntil: later(60) } : {}),
      },
    ]),
  )
  const [stage] = council.journey
  const pay = { key: 'pay', name: 'Pay', leadDepartment: 'billing' }
  const owned = { ...pay, owners: [{ department: 'billing', owner: 'U0BEN', backup: 'U0LOU' }] }
  const shown = (journey: typeof council.journey, before = 0): string => {
    const map = mapPage({ ...council, journey }, people, later(30), before)
    return wordsIn(renderHome({ ...empty, wish: { show: 'map' }, seesMap: true, parts: [], map }).blocks)
  }

  it('names owner and backup, and marks who is away or no longer here', () => {
    expect(shown([owned])).toMatch(/Billing\s+\(leads\): Ben \(away until .*\), backup Lou \(no longer here/)
  })

  it('marks the gaps, first that of the leading department, and says what to do', () => {
    const said = shown([{ ...pay, owners: [] }])
    expect(said).toContain('Gap: Billing leads this stage, and nobody is named.')
    expect(said).toMatch(/Nobody named: .*Support/)
    expect(said).toContain('have an admin apply it')
  })

  it('comes in pages of eight stages, none of them left out', () => {
    expect(stage).toBeDefined()
    const many = Array.from({ length: 20 }, (_, i) => ({ ...owned, key: `s${i}`, name: `Stage ${i}.` }))
    const all = [0, 8, 16].map((before) => shown(many, before))
    for (const [i, { name }] of many.entries())
      expect(all.map((page) => page.includes(name))).toEqual([0, 1, 2].map((page) => page === Math.floor(i / 8)))
    expect(all[1]).toContain('Stages 9 to 16 of 20')
  })
})
