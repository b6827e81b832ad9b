import type { Ports } from './ports.ts'
import { declineIssue, routeIssue } from './use-cases/asking/ask-another.ts'
import { claimByReaction, claimIssue, releaseClaim } from './use-cases/asking/claim-issue.ts'
import { setNextStep } from './use-cases/asking/set-next-step.ts'
import { reopenIssue } from './use-cases/closing/reopen-issue.ts'
import { closeLoop, resolveIssue } from './use-cases/closing/resolve-issue.ts'
import { applyCouncil } from './use-cases/council/apply-council.ts'
import { checkCouncil } from './use-cases/council/check-council.ts'
import { addDetails, shareWords, withdrawFlag } from './use-cases/flagging/complete-flag.ts'
import { flagIssue } from './use-cases/flagging/flag-issue.ts'
import { flagMessage } from './use-cases/flagging/flag-message.ts'
import { openFlagForm } from './use-cases/flagging/open-flag-form.ts'
import { linkIssues, mergeIssue } from './use-cases/joining/join-issues.ts'
import { acceptHandover, handOver, heldBefore, returnHandover } from './use-cases/moving/hand-over.ts'
import { listIssues, myIssues, viewHome } from './use-cases/reading/list-issues.ts'
import { openForm, viewIssue } from './use-cases/reading/view-issue.ts'
import { sendReminders } from './use-cases/reminding/send-reminders.ts'
import { snoozeReminders } from './use-cases/reminding/snooze-reminders.ts'
import { tryClosedPlaces } from './use-cases/telling/closed-place/keep-for-later.ts'
import { deliverPost } from './use-cases/telling/deliver-post.ts'
import { namesIn } from './use-cases/telling/names-in.ts'
import { noteRefusal } from './use-cases/telling/note-refusal.ts'
import { postDigest, previewDigest } from './use-cases/telling/post-digest.ts'

/** Everything the product can do, each over the ports it needs. */
export const createUseCases = (ports: Ports) => ({
  openFlagForm: openFlagForm(ports),
  flagIssue: flagIssue(ports),
  flagMessage: flagMessage(ports),
  addDetails: addDetails(ports),
  shareWords: shareWords(ports),
  withdrawFlag: withdrawFlag(ports),
  claimIssue: claimIssue(ports),
  claimByReaction: claimByReaction(ports),
  releaseClaim: releaseClaim(ports),
  declineIssue: declineIssue(ports),
  routeIssue: routeIssue(ports),
  setNextStep: setNextStep(ports),
  handOver: handOver(ports),
  heldBefore: heldBefore(ports),
  acceptHandover: acceptHandover(ports),
  returnHandover: returnHandover(ports),
  resolveIssue: resolveIssue(ports),
  closeLoop: closeLoop(ports),
  reopenIssue: reopenIssue(ports),
  mergeIssue: mergeIssue(ports),
  linkIssues: linkIssues(ports),
  viewIssue: viewIssue(ports),
  openForm: openForm(ports),
  listIssues: listIssues(ports),
  myIssues: myIssues(ports),
  viewHome: viewHome(ports),
  previewDigest: previewDigest(ports),
  postDigest: postDigest(ports),
  sendReminders: sendReminders(ports),
  snoozeReminders: snoozeReminders(ports),
  deliverPost: deliverPost(ports),
  tryClosedPlaces: tryClosedPlaces(ports),
  noteRefusal: noteRefusal(ports),
  namesIn: namesIn(ports),
  applyCouncil: applyCouncil(ports),
  checkCouncil: checkCouncil(ports),
})

export type UseCases = ReturnType<typeof createUseCases>
