import type { FormListener } from '../../listener.ts'
import { readable } from '../../listener.ts'
import { parseDepartureValue } from '../../values.ts'
import { leftBehindView } from '../../views/availability/left-behind.ts'

/** *See all of them*: everything that somebody left behind. */
export const seeLeft: FormListener = async ({ act, value }, { useCases }) =>
  leftBehindView(await useCases.viewLeftBehind({ ...act, departure: readable(parseDepartureValue(value)) }))
