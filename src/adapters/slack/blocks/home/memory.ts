import { z } from 'zod'
import { type HomeCursor, type HomeWish, homeLists, homeShows } from '#application/home.ts'
import { severities } from '#domain/severity.ts'

/** What App Home shows to a person, and the pages that they came through, the first without a cursor left out. */
export type HomeMemory = { readonly wish: HomeWish; readonly trail: readonly HomeCursor[] }

/** What it opens with. */
export const homeStart: HomeMemory = { wish: { show: 'start' }, trail: [] }

/** The most that is looked for, in characters. */
export const mostSought = 80

const pagesRemembered = 80

const cursor = z
  .templateLiteral([z.enum(homeLists), ':', z.string().regex(/^\d{1,9}$/)])
  .transform((text): HomeCursor => {
    const [list = '', number = ''] = text.split(':')
    return { list: homeLists.find((known) => known === list) ?? 'open', number: Number(number) }
  })

const shape = z.object({
  show: z.enum(homeShows),
  severity: z.enum(severities).optional(),
  department: z.string().min(1).max(60).optional(),
  query: z.string().min(1).max(mostSought).optional(),
  after: cursor.optional(),
  stage: z.int().min(0).max(9999).optional(),
  trail: z.array(cursor).max(pagesRemembered).optional(),
})

/** A cursor as the value of a button. */
export const cursorValue = ({ list, number }: HomeCursor): string => `${list}:${number}`

/** The cursor in a button's value; undefined for a value we never made. */
export const parseCursor = (value: unknown): HomeCursor | undefined => cursor.safeParse(value).data

/** What goes along with the view, so that any process can go on from it. */
export const remember = ({ wish, trail }: HomeMemory): string =>
  JSON.stringify({
    ...wish,
    after: wish.after && cursorValue(wish.after),
    trail: trail.length === 0 ? undefined : trail.slice(-pagesRemembered).map(cursorValue),
  })

const parsed = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}

/** What a view remembers; the start for one that we never made, and for one from before it remembered anything. */
export const recall = (text: unknown): HomeMemory => {
  const { data } = shape.safeParse(parsed(text))
  if (!data) return homeStart
  const { trail = [], show, ...rest } = data
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return { wish: { show, ...given }, trail }
}
