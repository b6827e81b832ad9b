import type { Home, HomeEntry, HomePart, HomeShow, MapPage, MapPerson } from '#application/home.ts'
import { homeLists } from '#application/home.ts'
import type { Hostile } from './hostile.ts'
import { linesOf } from './hostile.ts'
import { later } from './stories.ts'

const ways: HomeEntry['ways'] = [
  'claim',
  'not_ours',
  'accept',
  'ask_first',
  'return',
  'decide',
  'answer_question',
  'take_back',
  'route',
  'hand_over',
  'resolve',
  'next_step',
  'close',
  'reopen',
]

const consults = [
  { id: 'c'.repeat(60), kind: 'question', state: 'asked' },
  { id: 'c'.repeat(60), kind: 'hands', state: 'asked' },
  { id: 'c'.repeat(60), kind: 'question', state: 'asked_back' },
] as const

/** Entries with every button, of every list, with hostile words and names; numbers from `from` on. */
export const entriesOf = (typed: Hostile, length: number, from = 0): readonly HomeEntry[] =>
  linesOf(typed, length).map((line, i) => ({
    line: {
      ...line,
      number: from + i + 1,
      list: homeLists[i % homeLists.length] ?? 'open',
      flaggedBy: 'U0ANNA',
      consult: consults[i % consults.length] ?? { id: 'c', kind: 'question', state: 'asked' },
      lastUpdateAt: later(-900),
      decision: { id: 'd'.repeat(36), review: i % 2 === 0 },
      promiseBy: later(i % 2 === 0 ? 5 : -5),
      unrouted: true,
    },
    ways,
    own: i % 3 === 0,
    quiet: i % 2 === 0,
  }))

const person = (name: string, i: number): MapPerson => ({
  name,
  standing: (['here', 'away', 'gone', 'unknown'] as const)[i % 4] ?? 'here',
  ...(i % 4 === 1 ? { until: later(50) } : {}),
})

/** A page of a map of twenty stages and as many departments, all of them called so. */
export const mapOf = ({ name, about: { council } }: Hostile): MapPage => ({
  shown: Array.from({ length: 8 }, (_, stage) => ({
    name,
    lead: council.departments[0]?.key ?? '',
    places: Array.from({ length: 20 }, (__, i) => ({
      department: council.departments[i % council.departments.length]?.key ?? '',
      region: name,
      owner: person(name, i),
      ...(i % 2 === 0 ? { backup: person(name, i + 1) } : {}),
    })),
    gaps: stage % 2 === 0 ? council.departments.map(({ key }) => key) : [],
  })),
  before: 8,
  stages: 20,
  gaps: 4000,
})

/** App Home with as much as it ever shows. */
export const homeOf = (typed: Hostile, show: HomeShow = 'start'): Home => {
  const kinds = ['waiting', 'mine', 'department'] as const
  const first = kinds.map(
    (kind, i): HomePart => ({
      kind,
      entries: entriesOf(typed, i === 0 ? 8 : 6, i * 100),
      next: { list: 'claim', number: 9 },
    }),
  )
  const page: HomePart = { kind: 'open', entries: entriesOf(typed, 12), next: { list: 'open', number: 99 } }
  return {
    council: typed.about.council,
    now: typed.about.now,
    readerZone: 'Europe/Berlin',
    wish: show === 'start' ? { show } : { show, query: typed.name.slice(0, 80), after: { list: 'open', number: 3 } },
    seesMap: true,
    hasDepartment: true,
    parts: show === 'start' ? first : show === 'map' ? [] : [page],
    ...(show === 'map' ? { map: mapOf(typed) } : {}),
  }
}

/** App Home when there is nothing to show. */
export const emptyHomeOf = (home: Home): Home => ({
  ...home,
  parts: home.parts.map(({ kind }) => ({ kind, entries: [] })),
})
