import { z } from 'zod'
import { type Way, ways } from '#application/forms.ts'
import { type Change, type ChangeListener, type ListenerDeps, readable } from '../../listener.ts'
import { parseShown, parseTypedWay } from '../../views/consulting/way.ts'
import { askMetadata } from '../../views/kit/metadata.ts'
import { showWay } from './show-way.ts'

const wayOf = z.enum(ways)

/** The same form with the fields of a way; what was typed so far stays. */
const show = ({ act, view }: Change, way: Way, deps: ListenerDeps) => {
  const { typed, metadata } = readable(parseTypedWay(view))
  const { issue: number, insteadOf } = readable(askMetadata(metadata))
  return showWay(deps, { ...act, number, way }, { ...typed, insteadOf })
}

/** Another way is chosen. */
export const chooseWay: ChangeListener = (change, deps) =>
  show(change, readable(wayOf.safeParse(change.choice).data), deps)

/**
 * The reason of a handover is chosen: where it is capacity, hands are offered. A form that need not change is left alone,
 * and so is one that asks what has changed: it would lose that field.
 */
export const chooseReason: ChangeListener = async (change, deps) => {
  const { offersHands, asksWhatChanged } = parseShown(change.view)
  const offers = change.choice === 'capacity'
  return offers === offersHands || asksWhatChanged ? undefined : show(change, 'hand_over', deps)
}

/** *Ask for hands* instead of handing it over. */
export const handsInstead: ChangeListener = (change, deps) => show(change, 'hands', deps)
