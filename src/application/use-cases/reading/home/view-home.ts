import type { Council } from '#domain/council.ts'
import { isChair, peopleOf } from '#domain/council.ts'
import type { Person } from '#domain/people.ts'
import { addLocalDays, localDate, startOfLocalDay } from '#domain/time/zoned-time.ts'
import type { Act } from '../../../act.ts'
import { requireMember } from '../../../act.ts'
import type { Home, HomeLine, HomePart, HomeQuestion, HomeWish } from '../../../home.ts'
import { numberSought, waitingLists } from '../../../home.ts'
import type { Ports } from '../../../ports.ts'
import { viewerOf } from '../list-issues.ts'
import { mapPage } from './map-page.ts'
import { entryFor } from './ways.ts'

type Deps = Pick<Ports, 'read' | 'clock' | 'directory' | 'queries'>

/** How many entries a page has, and each part of the first page. */
const pageSize = { waiting: 8, part: 6, page: 12 } as const

type Look = Pick<HomePart, 'kind'> & { readonly size: number } & Pick<HomeQuestion, 'lists' | 'number' | 'customer'>

const looksOf = ({ show, query }: HomeWish, chair: boolean): readonly Look[] => {
  const mine = waitingLists.filter((list) => chair || list !== 'route')
  const size = pageSize.page
  if (query !== undefined) {
    const number = numberSought(query)
    return number === undefined
      ? [{ kind: 'found', size, lists: ['customer'], customer: query }]
      : [{ kind: 'found', size, lists: ['number'], number }]
  }
  const only = {
    start: [
      { kind: 'waiting', size: pageSize.waiting, lists: mine },
      { kind: 'mine', size: pageSize.part, lists: ['rest_of_mine'] },
      { kind: 'department', size: pageSize.part, lists: ['rest_of_department'] },
    ],
    waiting: [{ kind: 'waiting', size, lists: mine }],
    mine: [{ kind: 'mine', size, lists: ['mine'] }],
    department: [{ kind: 'department', size, lists: ['department'] }],
    open: [{ kind: 'open', size, lists: ['open'] }],
    map: [],
  } as const
  return only[show]
}

/** The end of tomorrow where the person is: what was promised by then is due. */
const endOfTomorrow = ({ timeZone }: Person, now: Date): Date =>
  startOfLocalDay(timeZone, addLocalDays(localDate(timeZone, now), 2))

/** A page is asked for one entry more than it has room for: whether there is another page. */
const partOf = (
  kind: HomePart['kind'],
  lines: readonly HomeLine[],
  size: number,
  entry: ReturnType<typeof entryFor>,
) => {
  const last = lines.length > size ? lines[size - 1] : undefined
  return {
    kind,
    entries: lines.slice(0, size).map(entry),
    ...(last === undefined ? {} : { next: { list: last.list, number: last.number } }),
  }
}

/** An issue that changed between two readings may be in both; it is shown where it comes first. */
const once = (parts: readonly HomePart[]): readonly HomePart[] => {
  const seen = new Set<number>()
  return parts.map((part) => ({
    ...part,
    entries: part.entries.filter(({ line }) => !seen.has(line.number) && seen.add(line.number)),
  }))
}

const partsFor = async (deps: Deps, act: Act, council: Council, reader: Person, now: Date, wish: HomeWish) => {
  const viewer = viewerOf(council, act.person)
  const chair = isChair(council, act.person)
  const entry = entryFor(council, act.person, now)
  const common = {
    viewer,
    chair,
    promisedBefore: endOfTomorrow(reader, now),
    ...(wish.severity === undefined ? {} : { severity: wish.severity }),
    ...(wish.department === undefined ? {} : { department: wish.department }),
    ...(wish.after === undefined ? {} : { after: wish.after }),
  }
  const parts = await Promise.all(
    looksOf(wish, chair).map(async ({ kind, size, ...asked }) =>
      partOf(kind, await deps.queries.home(act.workspaceId, { ...common, ...asked, limit: size + 1 }), size, entry),
    ),
  )
  return once(parts)
}

/**
 * App Home. Without a wish it is the first page: what waits for this person, then what they answer for, then what is
 * open in their departments. The map is for the chair, the deputy and admins of the workspace.
 */
export const viewHome =
  (deps: Deps) =>
  async ({ wish = { show: 'start' }, ...act }: Act & { readonly wish?: HomeWish }): Promise<Home> => {
    const reader = await requireMember(deps.directory, act)
    const now = deps.clock.now()
    const mapped = wish.show === 'map' && wish.query === undefined
    const { council, people } = await deps.read(act.workspaceId, async (tx) => {
      const current = await tx.councils.current()
      return { council: current, people: mapped ? await tx.people.byIds(peopleOf(current)) : new Map() }
    })
    const seesMap = isChair(council, act.person) || reader.admin
    const shown: HomeWish = mapped && !seesMap ? { show: 'start' } : wish
    return {
      council,
      now,
      readerZone: reader.timeZone,
      wish: shown,
      seesMap,
      hasDepartment: viewerOf(council, act.person).departments.length > 0,
      parts: await partsFor(deps, act, council, reader, now, shown),
      ...(mapped && seesMap ? { map: mapPage(council, people, now, wish.stage ?? 0) } : {}),
    }
  }
