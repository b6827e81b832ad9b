import type { WaitCommand } from '#domain/decisions/waiting/wait.ts'
import {
  moveAgain as decideMoving,
  waitOnward as decideOnward,
  waitOn as decideWait,
} from '#domain/decisions/waiting/wait.ts'
import type { Act } from '../../act.ts'
import { changeIssue } from '../../change-issue.ts'
import type { Ports } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory'>

type On = Act & { readonly number: number }

/** *Waiting on…*: what, and when to look again. */
export const waitOn = (deps: Deps) => (input: On & Omit<WaitCommand, 'by'>) =>
  changeIssue(deps, input, (issue, circumstances) => decideWait(issue, { ...input, by: input.person }, circumstances))

/** *Moving again* */
export const moveAgain = (deps: Deps) => (input: On) =>
  changeIssue(deps, input, (issue, circumstances) => decideMoving(issue, input.person, circumstances))

/** *Still waiting*, until another day. */
export const waitOnward = (deps: Deps) => (input: On & { readonly wakeUp: string }) =>
  changeIssue(deps, input, (issue, circumstances) =>
    decideOnward(issue, { by: input.person, wakeUp: input.wakeUp }, circumstances),
  )
