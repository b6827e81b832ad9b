import { moveAgain, waitOn } from '#domain/decisions/waiting/wait.ts'
import type { WaitCause } from '#domain/issue/wait.ts'
import type { Step } from './stories.ts'

/** The owner waits, until Friday. */
export const waitFor =
  (on: WaitCause, what = 'Which invoice?'): Step =>
  (issue, circumstances) =>
    waitOn(issue, { by: issue.owner ?? '', on, department: 'sales_ops', what, wakeUp: '2026-11-20' }, circumstances)

/** It moves again. */
export const movingAgain: Step = (issue, circumstances) => moveAgain(issue, issue.owner ?? '', circumstances)
