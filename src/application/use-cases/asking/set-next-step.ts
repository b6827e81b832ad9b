import type { NextStepDay } from '#domain/decisions/asking/next-step.ts'
import { setNextStep as decideNextStep } from '#domain/decisions/asking/next-step.ts'
import type { Act } from '../../act.ts'
import { changeIssue } from '../../change-issue.ts'
import type { Ports } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory'>

/** What a press or the form means: a day by name, or a date as YYYY-MM-DD, in the zone of the owner's department. */
export type NextStepInput = Act & { readonly number: number; readonly day: NextStepDay; readonly what?: string }

/** The owner commits to a next step by a day. */
export const setNextStep = (deps: Deps) => (input: NextStepInput) =>
  changeIssue(deps, input, (issue, circumstances) =>
    decideNextStep(issue, { ...input, by: input.person }, circumstances),
  )
