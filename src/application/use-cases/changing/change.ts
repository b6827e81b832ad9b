import { addUpdate as decideUpdate } from '#domain/decisions/changing/add-update.ts'
import type { PromiseCommand } from '#domain/decisions/changing/promise.ts'
import { keepPromise as decideKept, promiseCustomer as decidePromise } from '#domain/decisions/changing/promise.ts'
import { followIssue as decideFollow, unfollowIssue as decideUnfollow } from '#domain/decisions/flagging/follow.ts'
import { withdrawIssue as decideWithdraw } from '#domain/decisions/flagging/withdraw.ts'
import type { UpdatedVia } from '#domain/issue/events.ts'
import type { Act } from '../../act.ts'
import { changeIssue } from '../../change-issue.ts'
import type { Ports } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory'>

type On = Act & { readonly number: number }

/** *Add update*: what is new, in the story of the issue. */
export const addUpdate = (deps: Deps) => (input: On & { readonly text: string; readonly via: UpdatedVia }) =>
  changeIssue(deps, input, (issue, circumstances) =>
    decideUpdate(issue, { by: input.person, text: input.text, via: input.via }, circumstances),
  )

/** *Promise to the customer*: what, and by when. */
export const promiseCustomer = (deps: Deps) => (input: On & Omit<PromiseCommand, 'by'>) =>
  changeIssue(deps, input, (issue, circumstances) =>
    decidePromise(issue, { ...input, by: input.person }, circumstances),
  )

/** *Kept*: what was promised has been done. */
export const keepPromise = (deps: Deps) => (input: On) =>
  changeIssue(deps, input, (issue, circumstances) => decideKept(issue, input.person, circumstances))

/** *Follow*: the person hears what the flagger hears. */
export const followIssue = (deps: Deps) => (input: On) =>
  changeIssue(deps, input, (issue, circumstances) => decideFollow(issue, input.person, circumstances))

/** *Unfollow*: they hear no more of it. */
export const unfollowIssue = (deps: Deps) => (input: On) =>
  changeIssue(deps, input, (issue, circumstances) => decideUnfollow(issue, input.person, circumstances))

/** *Withdraw* by the chair or deputy, with a reason. */
export const withdrawIssue = (deps: Deps) => (input: On & { readonly reason: string }) =>
  changeIssue(deps, input, (issue, circumstances) =>
    decideWithdraw(issue, { by: input.person, reason: input.reason }, circumstances),
  )
