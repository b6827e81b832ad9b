import type { Button } from '@slack/types'
import { decisionValue } from '../../../actions/deciding/values.ts'
import { actionIds } from '../../../names.ts'
import { issueValue } from '../../../values.ts'
import { button } from '../../kit/actions.ts'

/** Opens the form in which the council names anybody. */
export const someoneElseButton = (issue: number, decision: string): Button =>
  button('Someone else', actionIds.someoneElse, decisionValue({ issue, decision }))

/** The same where nobody is offered by name. */
export const decideButton = (issue: number, decision: string): Button =>
  button('Decide', actionIds.someoneElse, decisionValue({ issue, decision }))

/** Lets the lead speak who may. */
export const speakButton = (issue: number, decision: string): Button =>
  button('Tell the council', actionIds.speak, decisionValue({ issue, decision }), 'primary')

/** For the one who was named. */
export const cannotButton = (issue: number): Button => button("I can't", actionIds.cannot, issueValue(issue))
