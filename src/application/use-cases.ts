import type { Ports } from './ports.ts'
import { declineIssue, routeIssue } from './use-cases/asking/ask-another.ts'
import { claimByReaction, claimIssue, releaseClaim } from './use-cases/asking/claim-issue.ts'
import { setNextStep } from './use-cases/asking/set-next-step.ts'
import { availability } from './use-cases/availability/availability.ts'
import {
  addUpdate,
  followIssue,
  keepPromise,
  promiseCustomer,
  unfollowIssue,
  withdrawIssue,
} from './use-cases/changing/change.ts'
import { editIssue } from './use-cases/changing/edit-issue.ts'
import { linkIssues, mergeIssue } from './use-cases/changing/join-issues.ts'
import { moveAgain, waitOn, waitOnward } from './use-cases/changing/wait.ts'
import { reopenIssue } from './use-cases/closing/reopen-issue.ts'
import { closeLoop, resolveIssue } from './use-cases/closing/resolve-issue.ts'
import { applyCouncil } from './use-cases/council/apply-council.ts'
import { suggestCustomers } from './use-cases/customers/suggest-customers.ts'
import { shareCustomer, viewCustomer } from './use-cases/customers/view-customer.ts'
import { addDetails, shareWords, withdrawFlag } from './use-cases/flagging/complete-flag.ts'
import { flagIssue } from './use-cases/flagging/flag-issue.ts'
import { flagMessage } from './use-cases/flagging/flag-message.ts'
import { openFlagForm } from './use-cases/flagging/open-flag-form.ts'
import { answerQuestion, askFirst, takeBackHandover } from './use-cases/moving/answer-handover.ts'
import {
  doneHelping,
  endConsult,
  helpWithIssue,
  openConsultForm,
  replyToConsult,
} from './use-cases/moving/consulting/answer-consult.ts'
import { askByName, askConsult } from './use-cases/moving/consulting/ask-consult.ts'
import { openWay } from './use-cases/moving/consulting/open-way.ts'
import { deciding } from './use-cases/moving/deciding/deciding.ts'
import { acceptHandover, handOver, returnHandover } from './use-cases/moving/hand-over.ts'
import { heldBefore } from './use-cases/moving/held-before.ts'
import { eraseOldWords } from './use-cases/privacy/erase-old-words.ts'
import { holdIssue } from './use-cases/privacy/hold-issue.ts'
import { viewHome } from './use-cases/reading/home/view-home.ts'
import { listIssues, myIssues } from './use-cases/reading/list-issues.ts'
import { viewBounces } from './use-cases/reading/view-bounces.ts'
import { openForm, viewIssue } from './use-cases/reading/view-issue.ts'
import { sendReminders } from './use-cases/reminding/send-reminders.ts'
import { snoozeReminders } from './use-cases/reminding/snooze-reminders.ts'
import { tryClosedPlaces } from './use-cases/telling/closed-place/keep-for-later.ts'
import { deliverPost } from './use-cases/telling/deliver-post.ts'
import { namesIn } from './use-cases/telling/names-in.ts'
import { noteRefusal } from './use-cases/telling/note-refusal.ts'
import { postDigest, previewDigest } from './use-cases/telling/post-digest.ts'

const changing = (ports: Ports) => ({
  addUpdate: addUpdate(ports),
  promiseCustomer: promiseCustomer(ports),
  keepPromise: keepPromise(ports),
  editIssue: editIssue(ports),
  followIssue: followIssue(ports),
  unfollowIssue: unfollowIssue(ports),
  withdrawIssue: withdrawIssue(ports),
  mergeIssue: mergeIssue(ports),
  linkIssues: linkIssues(ports),
  waitOn: waitOn(ports),
  moveAgain: moveAgain(ports),
  waitOnward: waitOnward(ports),
})

const asking = (ports: Ports) => ({
  claimIssue: claimIssue(ports),
  claimByReaction: claimByReaction(ports),
  releaseClaim: releaseClaim(ports),
  declineIssue: declineIssue(ports),
  routeIssue: routeIssue(ports),
  setNextStep: setNextStep(ports),
})

const consulting = (ports: Ports) => ({
  openWay: openWay(ports),
  askConsult: askConsult(ports),
  askByName: askByName(ports),
  openConsultForm: openConsultForm(ports),
  replyToConsult: replyToConsult(ports),
  endConsult: endConsult(ports),
  helpWithIssue: helpWithIssue(ports),
  doneHelping: doneHelping(ports),
})

const privacy = (ports: Ports) => ({
  holdIssue: holdIssue(ports),
  eraseOldWords: eraseOldWords(ports),
})

const handingOver = (ports: Ports) => ({
  handOver: handOver(ports),
  heldBefore: heldBefore(ports),
  acceptHandover: acceptHandover(ports),
  returnHandover: returnHandover(ports),
  askFirst: askFirst(ports),
  answerQuestion: answerQuestion(ports),
  takeBackHandover: takeBackHandover(ports),
})

/** Everything the product can do, each over the ports it needs. */
export const createUseCases = (ports: Ports) => ({
  ...changing(ports),
  ...consulting(ports),
  ...handingOver(ports),
  ...privacy(ports),
  openFlagForm: openFlagForm(ports),
  flagIssue: flagIssue(ports),
  flagMessage: flagMessage(ports),
  addDetails: addDetails(ports),
  shareWords: shareWords(ports),
  withdrawFlag: withdrawFlag(ports),
  ...asking(ports),
  handOver: handOver(ports),
  heldBefore: heldBefore(ports),
  acceptHandover: acceptHandover(ports),
  returnHandover: returnHandover(ports),
  resolveIssue: resolveIssue(ports),
  closeLoop: closeLoop(ports),
  reopenIssue: reopenIssue(ports),
  ...availability(ports),
  ...deciding(ports),
  viewIssue: viewIssue(ports),
  openForm: openForm(ports),
  listIssues: listIssues(ports),
  myIssues: myIssues(ports),
  viewHome: viewHome(ports),
  viewBounces: viewBounces(ports),
  suggestCustomers: suggestCustomers(ports),
  viewCustomer: viewCustomer(ports),
  shareCustomer: shareCustomer(ports),
  previewDigest: previewDigest(ports),
  postDigest: postDigest(ports),
  sendReminders: sendReminders(ports),
  snoozeReminders: snoozeReminders(ports),
  deliverPost: deliverPost(ports),
  tryClosedPlaces: tryClosedPlaces(ports),
  noteRefusal: noteRefusal(ports),
  namesIn: namesIn(ports),
  applyCouncil: applyCouncil(ports),
})

export type UseCases = ReturnType<typeof createUseCases>
