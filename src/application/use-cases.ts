import type { Ports } from './ports.ts'
import { applyCouncil } from './use-cases/apply-council.ts'
import { declineIssue, routeIssue } from './use-cases/ask-another.ts'
import { checkCouncil } from './use-cases/check-council.ts'
import { claimByReaction, claimIssue, releaseClaim } from './use-cases/claim-issue.ts'
import { addDetails, shareWords, withdrawFlag } from './use-cases/complete-flag.ts'
import { deliverPost } from './use-cases/deliver-post.ts'
import { flagIssue } from './use-cases/flag-issue.ts'
import { flagMessage } from './use-cases/flag-message.ts'
import { acceptHandover, handOver, heldBefore, returnHandover } from './use-cases/hand-over.ts'
import { listIssues, myIssues, viewHome } from './use-cases/list-issues.ts'
import { noteRefusal } from './use-cases/note-refusal.ts'
import { openFlagForm } from './use-cases/open-flag-form.ts'
import { postDigest, previewDigest } from './use-cases/post-digest.ts'
import { reopenIssue } from './use-cases/reopen-issue.ts'
import { closeLoop, resolveIssue } from './use-cases/resolve-issue.ts'
import { sendReminders } from './use-cases/send-reminders.ts'
import { setNextStep } from './use-cases/set-next-step.ts'
import { openForm, viewIssue } from './use-cases/view-issue.ts'

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
  viewIssue: viewIssue(ports),
  openForm: openForm(ports),
  listIssues: listIssues(ports),
  myIssues: myIssues(ports),
  viewHome: viewHome(ports),
  previewDigest: previewDigest(ports),
  postDigest: postDigest(ports),
  sendReminders: sendReminders(ports),
  deliverPost: deliverPost(ports),
  noteRefusal: noteRefusal(ports),
  applyCouncil: applyCouncil(ports),
  checkCouncil: checkCouncil(ports),
})

export type UseCases = ReturnType<typeof createUseCases>
