import { z } from 'zod'
import { showWay } from '../../actions/consulting/show-way.ts'
import { type Instead, readable } from '../../listener.ts'
import { callbackIds } from '../../names.ts'
import { sentenceFor } from '../../refusals/sentence.ts'
import { parseTypedWay } from '../../views/consulting/way.ts'
import { askMetadata } from '../../views/kit/metadata.ts'

const form = z.object({ callback_id: z.string() })

/** Instead of the refusal of somebody who is away: the same form, in which their stand-in is chosen. */
export const askStandIn: Instead = async ({ act, view }, deps, refused) => {
  const { standIn } = refused.details
  const sentence = await sentenceFor(deps, refused)
  if (typeof standIn !== 'string' || sentence === undefined) return undefined
  const { typed, metadata } = readable(parseTypedWay(view))
  const { issue: number, insteadOf } = readable(askMetadata(metadata))
  const way = form.safeParse(view).data?.callback_id === callbackIds.hands ? 'hands' : 'consult'
  return showWay(deps, { ...act, number, way }, { ...typed, insteadOf, standIn: { person: standIn, sentence } })
}
