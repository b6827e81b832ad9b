import type { ModalView } from '@slack/types'
import type { OpenWay } from '#application/use-cases/moving/consulting/open-way.ts'
import type { ListenerDeps } from '../../listener.ts'
import { sentenceFor } from '../../refusals/sentence.ts'
import { anyWayView } from '../../views/consulting/any-way.ts'
import type { Typed } from '../../views/consulting/ask.ts'

/** *Hand over or consult* with one of its ways; one that is closed now says why. */
export const showWay = async (deps: ListenerDeps, asked: OpenWay, typed?: Typed): Promise<ModalView> => {
  const form = await deps.useCases.openWay(asked)
  return anyWayView(form, form.refused && (await sentenceFor(deps, form.refused)), typed)
}
