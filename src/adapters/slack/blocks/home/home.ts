import type { HomeView } from '@slack/types'
import type { Home, HomeCursor, HomePart, HomeShow } from '#application/home.ts'
import { actionIds } from '../../names.ts'
import { emptyPart, howToFlag, partTitles } from '../../words/home/home.ts'
import { moment } from '../../words/time/dates.ts'
import { button, row } from '../kit/actions.ts'
import { heading, muted } from '../kit/plain.ts'
import { line, text } from '../kit/rich.ts'
import { home, type Shown, together } from '../kit/shown.ts'
import { homeEntry } from './entry.ts'
import { homeMap } from './map.ts'
import { cursorValue, remember } from './memory.ts'
import { homeTools } from './tools.ts'

/** The list that goes on where a part of the first page ends. */
const wholeList: Readonly<Record<HomePart['kind'], HomeShow>> = {
  waiting: 'waiting',
  mine: 'mine',
  department: 'department',
  open: 'open',
  found: 'open',
}

const isFirstPage = ({ wish }: Home): boolean => wish.show === 'start' && wish.query === undefined

const turning = (model: Home, { next }: HomePart): Shown =>
  row([
    model.wish.after !== undefined && button('Previous page', actionIds.homeBack, 'back'),
    next !== undefined && button('Next page', actionIds.homeNext, cursorValue(next)),
    model.wish.query !== undefined && button('Back to what waits for me', actionIds.homeTo, 'start'),
  ])

const shownPart = (part: HomePart, model: Home): Shown | false => {
  const { kind, entries, next } = part
  const first = isFirstPage(model)
  if (first && entries.length === 0) return kind === 'waiting' && text(line(emptyPart(kind, model.wish, model.council)))
  return together(
    heading(partTitles[kind]),
    entries.length === 0 && text(line(emptyPart(kind, model.wish, model.council))),
    ...entries.map((entry) => homeEntry(entry, model)),
    first ? next !== undefined && row([button('Show all', actionIds.homeTo, wholeList[kind])]) : turning(model, part),
  )
}

/**
 * App Home: what waits for the person first, then what they answer for, then their department's; or the list, the map or
 * what was looked for. `trail` are the pages that they came through.
 */
export const renderHome = (model: Home, trail: readonly HomeCursor[] = []): HomeView => {
  const { wish, parts, map, now, readerZone, council } = model
  const nothing = isFirstPage(model) && parts.every(({ entries }) => entries.length === 0)
  return home(
    remember({ wish, trail }),
    homeTools(model),
    ...parts.map((part) => shownPart(part, model)),
    nothing && text(line(howToFlag(council.rules.reactions.flag))),
    map !== undefined && homeMap(map, model),
    muted(`As of ${moment(readerZone, now, now)}. Opening Home again brings it up to date.`),
  )
}

/** App Home for those who cannot be shown anything yet: one sentence says why. */
export const renderPlainHome = (sentence: string): HomeView => home(undefined, text(line(sentence)))
