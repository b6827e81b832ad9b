import { readable, type SubmissionListener } from '../../listener.ts'
import { parseEdit } from '../../views/changing/edit.ts'
import { parseNextStep } from '../../views/changing/next-step.ts'
import { parsePromise } from '../../views/changing/promise.ts'
import { parseUpdate } from '../../views/changing/update.ts'
import { parseWithdraw } from '../../views/changing/withdraw.ts'

/** What is new. */
export const update: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.addUpdate({ ...act, ...readable(parseUpdate(view)), via: 'form' })
  return undefined
}

/** The next step, and by which day. */
export const nextStep: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.setNextStep({ ...act, ...readable(parseNextStep(view)) })
  return undefined
}

/** What the customer was promised, and by when. */
export const promise: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.promiseCustomer({ ...act, ...readable(parsePromise(view)) })
  return undefined
}

/** Customer, severity and stage as they should be. */
export const edit: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.editIssue({ ...act, ...readable(parseEdit(view)) })
  return undefined
}

/** The chair takes an issue back. */
export const withdraw: SubmissionListener = async ({ act, view }, { useCases }) => {
  await useCases.withdrawIssue({ ...act, ...readable(parseWithdraw(view)) })
  return undefined
}
