import type { ModalView } from '@slack/types'
import { type Click, type FormListener, type ListenerDeps, readable } from '../../../listener.ts'
import { type More, parseMoreValue } from '../../../values.ts'
import { passView } from '../../../views/availability/pass-on.ts'
import { editView } from '../../../views/changing/edit.ts'
import { nextStepView } from '../../../views/changing/next-step.ts'
import { promiseView } from '../../../views/changing/promise.ts'
import { updateView } from '../../../views/changing/update.ts'
import { withdrawView } from '../../../views/changing/withdraw.ts'
import { linkView, mergeView } from '../../../views/joining/join.ts'
import { waitView } from '../../../views/waiting/wait.ts'
import { followAnd } from './follow.ts'

const forms = {
  update: { purpose: 'update', view: updateView },
  next_step: { purpose: 'next_step', view: nextStepView },
  promise: { purpose: 'promise', view: promiseView },
  edit: { purpose: 'edit', view: editView },
  withdraw: { purpose: 'withdraw_any', view: withdrawView },
  merge: { purpose: 'merge', view: mergeView },
  link: { purpose: 'link', view: linkView },
  wait: { purpose: 'wait', view: waitView },
} as const

const opened = async (
  act: Click['act'],
  number: number,
  more: Exclude<More, 'follow' | 'pass'>,
  { useCases }: ListenerDeps,
): Promise<ModalView> => {
  const { purpose, view } = forms[more]
  return view(await useCases.openForm({ ...act, number, purpose }))
}

/** The dots of a card: the rarer acts, each with its form. */
export const more: FormListener = async ({ act, choice }, deps) => {
  const { issue, act: chosen } = readable(parseMoreValue(choice))
  if (chosen === 'follow') return followAnd(act, issue, deps)
  if (chosen === 'pass') return passView(await deps.useCases.openPassForm({ ...act, number: issue }))
  return opened(act, issue, chosen, deps)
}
