import type { View } from '@slack/types'
import type { HomeEntry, HomeList, HomePart, MapPage } from '#application/home.ts'
import type { IssueLine } from '#application/read-models.ts'
import { renderHome } from '../home/home.ts'
import { sampleCouncil as council } from './council.ts'
import { sampleLives } from './lives.ts'

const entry = (line: IssueLine, list: HomeList, ways: HomeEntry['ways']): HomeEntry => ({
  line: { ...line, list, flaggedBy: 'U0ANNA', lastUpdateAt: line.flaggedAt, unrouted: list === 'route' },
  ways,
  own: line.owner === 'U0BEN',
  quiet: line.state === 'claimed',
})

const map: MapPage = {
  shown: [
    {
      name: 'Pay',
      lead: 'billing',
      places: [
        { department: 'billing', owner: { name: 'Ben', standing: 'away' }, backup: { name: 'Lou', standing: 'here' } },
        { department: 'sales', region: 'EMEA', owner: { name: 'Felix', standing: 'gone' } },
      ],
      gaps: ['support', 'product'],
    },
  ],
  before: 0,
  stages: 2,
  gaps: 2,
}

/** App Home with an entry of each kind, the search, another page, and the map. */
export const sampleHome = (lines: readonly IssueLine[]): View => {
  const [unrouted, asked, handed, resolved] = lines
  const of = (line: IssueLine | undefined, list: HomeList, ways: HomeEntry['ways']) =>
    line === undefined ? [] : [entry(line, list, ways)]
  const waiting: readonly HomeEntry[] = [
    ...of(asked && { ...asked, number: 43 }, 'claim', ['claim', 'not_ours']),
    ...of(handed, 'accept', ['accept', 'return']),
    ...of(handed && { ...handed, number: 47, decision: { id: 'd', review: false } }, 'decide', ['decide']),
    ...of(resolved && { ...resolved, number: 44 }, 'close', ['close']),
    ...of(unrouted && { ...unrouted, number: 45 }, 'route', ['route']),
  ]
  const mine = of(handed && { ...handed, number: 46 }, 'rest_of_mine', ['next_step', 'resolve', 'hand_over'])
  const parts: readonly HomePart[] = [
    { kind: 'waiting', entries: waiting, next: { list: 'route', number: 45 } },
    { kind: 'mine', entries: mine, next: { list: 'rest_of_mine', number: 46 } },
  ]
  const after = { list: 'claim', number: 12 } as const
  return renderHome(
    {
      council,
      now: sampleLives().handed.now,
      readerZone: 'Europe/Berlin',
      wish: { show: 'waiting', query: 'Nordwind', after },
      seesMap: true,
      hasDepartment: true,
      parts,
      map,
    },
    [after],
  )
}
