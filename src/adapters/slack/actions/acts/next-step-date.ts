import type { ActListener } from '../../listener.ts'
import { readable } from '../../listener.ts'
import { parseDate, parseNextStepBlock } from '../../values.ts'

/** A chosen day: the owner commits to a next step by it. */
export const nextStepDate: ActListener = ({ act, blockId, date }, { useCases }) => {
  const number = readable(parseNextStepBlock(blockId))
  return useCases.setNextStep({ ...act, number, day: { date: readable(parseDate(date)) } })
}
