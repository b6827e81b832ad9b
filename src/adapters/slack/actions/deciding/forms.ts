import type { FormListener } from '../../listener.ts'
import { readable } from '../../listener.ts'
import { cannotView } from '../../views/deciding/cannot.ts'
import { decideView } from '../../views/deciding/decide.ts'
import { speakView } from '../../views/deciding/speak.ts'
import { issueIn } from '../values.ts'
import { parseDecisionValue } from './values.ts'

/** *Someone else* lets the council name anybody. */
export const someoneElse: FormListener = async ({ act, value }, { useCases }) => {
  const { issue: number, decision } = readable(parseDecisionValue(value))
  return decideView(await useCases.openDecideForm({ ...act, number, decision }))
}

/** *Tell the council* asks the lead what it should know. */
export const speak: FormListener = async ({ act, value }, { useCases }) => {
  const { issue: number, decision } = readable(parseDecisionValue(value))
  return speakView(await useCases.openSpeakForm({ ...act, number, decision }))
}

/** *I can't* asks the one who was named for the reason. */
export const cannot: FormListener = async ({ act, value }, { useCases }) =>
  cannotView(await useCases.openCannotForm({ ...act, number: issueIn(value) }))
