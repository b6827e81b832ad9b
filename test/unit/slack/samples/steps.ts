import { claimIssue, releaseClaim } from '#domain/decisions/asking/claim.ts'
import { setNextStep } from '#domain/decisions/asking/next-step.ts'
import { declineIssue } from '#domain/decisions/asking/not-ours.ts'
import { addUpdate } from '#domain/decisions/changing/add-update.ts'
import { promiseCustomer } from '#domain/decisions/changing/promise.ts'
import { closeLoop } from '#domain/decisions/closing/close-loop.ts'
import { reopenIssue } from '#domain/decisions/closing/reopen.ts'
import { resolveIssue } from '#domain/decisions/closing/resolve.ts'
import { sayCannot } from '#domain/decisions/deciding/cannot.ts'
import { speakOn } from '#domain/decisions/deciding/speak.ts'
import { voteFor } from '#domain/decisions/deciding/vote.ts'
import { shareWords } from '#domain/decisions/flagging/follow.ts'
import { withdrawFlag, withdrawIssue } from '#domain/decisions/flagging/withdraw.ts'
import { handOver } from '#domain/decisions/moving/hand-over.ts'
import { acceptHandover, returnHandover } from '#domain/decisions/moving/settle-handover.ts'
import { passOn } from '#domain/decisions/passing/pass-on.ts'
import type { Step } from './stories.ts'

export const claim =
  (by = 'U0BEN'): Step =>
  (issue, circumstances) =>
    claimIssue(issue, { by, via: 'button' }, circumstances)

export const release: Step = (issue, circumstances) =>
  releaseClaim(issue, issue.owner ?? '', { ...circumstances, now: issue.claimedAt ?? circumstances.now })

export const promise: Step = (issue, circumstances) =>
  setNextStep(issue, { by: issue.owner ?? '', day: { date: '2026-11-19' } }, circumstances)

export const note =
  (text = 'The bank confirmed it.'): Step =>
  (issue, circumstances) =>
    addUpdate(issue, { by: issue.flaggedBy, text, via: 'form' }, circumstances)

export const promiseThem =
  (what = 'We call back.'): Step =>
  (issue, circumstances) =>
    promiseCustomer(issue, { by: issue.owner ?? '', what, date: '2026-11-19', time: 14 * 60 }, circumstances)

export const nextStepSaid =
  (what = 'Refund sent.'): Step =>
  (issue, circumstances) =>
    setNextStep(issue, { by: issue.owner ?? '', day: { date: '2026-11-19' }, what }, circumstances)

export const withdrawByChair =
  (reason = 'It was a test.'): Step =>
  (issue, circumstances) =>
    withdrawIssue(issue, { by: circumstances.council.chair, reason }, circumstances)

export const notOurs =
  (reason = 'The contract is wrong, not the charge.'): Step =>
  (issue, circumstances) =>
    declineIssue(
      issue,
      {
        by: issue.ask?.person ?? '',
        department:
          issue.department === 'support' ? 'billing' : issue.department === 'billing' ? 'sales_ops' : 'support',
        reason,
      },
      circumstances,
    )

export const handTo =
  (to: string, need = 'Please check the contract.'): Step =>
  (issue, circumstances) =>
    handOver(
      issue,
      {
        by: issue.owner ?? '',
        id: `h-${issue.eventCount + issue.moves.attempts}`,
        to,
        reason: 'expertise',
        need,
        whatChanged: 'The contract came.',
      },
      circumstances,
    )

/** As many hops as one issue may make, and one more, which is for the council. */
export const toCouncil = (need?: string): readonly Step[] => [
  claim(),
  handTo('sales_ops', need),
  accept,
  handTo('billing', need),
  accept,
  handTo('support', need),
]

export const vote =
  (by: string, person: string, reason?: string): Step =>
  (issue, circumstances) =>
    voteFor(
      issue,
      { by, decision: issue.decision?.id ?? '', person, ...(reason === undefined ? {} : { reason }) },
      circumstances,
    )

export const speak =
  (said = 'We have no access to that system.', by = 'U0ANNA'): Step =>
  (issue, circumstances) =>
    speakOn(issue, { by, decision: issue.decision?.id ?? '', said }, circumstances)

export const cannot =
  (reason = 'I am in hospital from tomorrow.'): Step =>
  (issue, circumstances) =>
    sayCannot(issue, { by: issue.owner ?? '', id: `d-${circumstances.now.getTime()}`, reason }, circumstances)

export const pass =
  (note = 'The refund is half done.', to = 'U0LOU'): Step =>
  (issue, circumstances) =>
    passOn(
      issue,
      { by: issue.owner ?? '', id: `h-${issue.eventCount + circumstances.now.getTime()}`, to, note },
      circumstances,
    )

export const accept: Step = (issue, circumstances) =>
  acceptHandover(issue, { by: issue.handover?.asked ?? '', handover: issue.handover?.id ?? '' }, circumstances)

export const giveBack =
  (reason = 'The refund needs Billing.'): Step =>
  (issue, circumstances) =>
    returnHandover(
      issue,
      { by: issue.handover?.asked ?? '', handover: issue.handover?.id ?? '', reason },
      circumstances,
    )

export const resolve =
  (whatWasDone = 'One charge was refunded.'): Step =>
  (issue, circumstances) =>
    resolveIssue(
      issue,
      { by: issue.owner ?? '', whatWasDone, originStage: 'pay', originDepartment: 'billing' },
      circumstances,
    )

export const close =
  (told = 'We see both charges; one is on its way back.'): Step =>
  (issue, circumstances) =>
    closeLoop(
      issue,
      { by: 'U0ANNA', told, when: '2026-11-17', byWhom: 'U0ANNA', explainedAgain: 'no', satisfaction: 4 },
      circumstances,
    )

export const reopen =
  (stillWrong = 'The refund did not arrive.'): Step =>
  (issue, circumstances) =>
    reopenIssue(issue, { by: 'U0ANNA', stillWrong }, circumstances)

export const share: Step = (issue, circumstances) => shareWords(issue, issue.flaggedBy, circumstances)

export const withdraw: Step = (issue, circumstances) => withdrawFlag(issue, issue.flaggedBy, circumstances)
