import { z } from 'zod'
import { type HomeWish, homeShows } from '#application/home.ts'
import { severities } from '#domain/severity.ts'
import { homeStart, mostSought, parseCursor } from '../../blocks/home/memory.ts'
import { beginning } from '../../blocks/kit/text.ts'
import { readable, type TurnListener } from '../../listener.ts'
import { everything } from '../../names.ts'

const showOf = z.enum(homeShows)
const severityOf = z.enum([everything, ...severities])
const departmentOf = z.string().min(1).max(60)
const stageOf = z.templateLiteral(['stage:', z.string().regex(/^\d{1,4}$/)])

/** Another list from its beginning, with the filters as they were where they still make sense. */
const list = ({ severity, department }: HomeWish, show: HomeWish['show']): HomeWish => ({
  show,
  ...(severity === undefined || show === 'start' ? {} : { severity }),
  ...(department === undefined || show === 'start' ? {} : { department }),
})

/** The list that a filter is for: the first page has all kinds, so a filter there is for all open issues. */
const filtered = (wish: HomeWish): HomeWish =>
  list(wish, wish.query !== undefined || ['start', 'map'].includes(wish.show) ? 'open' : wish.show)

/** Another list, chosen in the menu or by a button. */
export const show: TurnListener = ({ value, choice }, { wish }) => ({
  wish: list(wish, readable(showOf.safeParse(choice ?? value).data)),
  trail: [],
})

export const chooseSeverity: TurnListener = ({ choice }, { wish }) => {
  const chosen = readable(severityOf.safeParse(choice).data)
  const { severity: _, ...others } = filtered(wish)
  return { wish: chosen === everything ? others : { ...others, severity: chosen }, trail: [] }
}

export const chooseDepartment: TurnListener = ({ choice }, { wish }) => {
  const chosen = readable(departmentOf.safeParse(choice).data)
  const { department: _, ...others } = filtered(wish)
  return { wish: chosen === everything ? others : { ...others, department: chosen }, trail: [] }
}

/** A number or a customer was typed; an emptied field leads back to the start. */
export const find: TurnListener = ({ value }) => {
  const query = beginning(String(value ?? '').trim(), mostSought).trim()
  return query === '' ? homeStart : { wish: { show: 'open', query }, trail: [] }
}

/** The next page: of the list, or of the map. */
export const next: TurnListener = ({ value }, { wish, trail }) => {
  const stage = stageOf.safeParse(value).data
  if (stage !== undefined) return { wish: { ...wish, stage: Number(stage.split(':')[1]) }, trail }
  const after = readable(parseCursor(value))
  return { wish: { ...wish, after }, trail: wish.after === undefined ? [] : [...trail, wish.after] }
}

/** The page before. */
export const back: TurnListener = ({ value }, { wish, trail }) => {
  const stage = stageOf.safeParse(value).data
  if (stage !== undefined) return { wish: { ...wish, stage: Number(stage.split(':')[1]) }, trail }
  const { after: _, ...begun } = wish
  const before = trail.at(-1)
  return { wish: before === undefined ? begun : { ...begun, after: before }, trail: trail.slice(0, -1) }
}
