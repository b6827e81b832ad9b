import { accept } from './actions/acts/accept.ts'
import { claim } from './actions/acts/claim.ts'
import { kept } from './actions/acts/kept.ts'
import { takeBack } from './actions/acts/moving/take-back.ts'
import { nextStepFriday, nextStepToday, nextStepTomorrow } from './actions/acts/next-step.ts'
import { nextStepDate } from './actions/acts/next-step-date.ts'
import { release } from './actions/acts/release.ts'
import { routeTo } from './actions/acts/route-to.ts'
import { sameAs } from './actions/acts/same-as.ts'
import { shareWords } from './actions/acts/share-words.ts'
import { snooze } from './actions/acts/snooze.ts'
import { movingAgain } from './actions/acts/waiting/moving-again.ts'
import { withdraw } from './actions/acts/withdraw.ts'
import { giveTo } from './actions/availability/give-to.ts'
import { nameInMap } from './actions/availability/name-in-map.ts'
import { passOn } from './actions/availability/pass-on.ts'
import { seeLeft } from './actions/availability/see-left.ts'
import { takeIt } from './actions/availability/take-it.ts'
import { consultActs, consultForms, wayChanges } from './actions/consulting/listeners.ts'
import { shareCustomer } from './actions/customers/share-customer.ts'
import { decidingActs, decidingForms } from './actions/deciding/listeners.ts'
import { addDetails } from './actions/forms/add-details.ts'
import { edit } from './actions/forms/changing/edit.ts'
import { follow, unfollow } from './actions/forms/changing/follow.ts'
import { more } from './actions/forms/changing/more.ts'
import { promise } from './actions/forms/changing/promise.ts'
import { update } from './actions/forms/changing/update.ts'
import { closeLoop } from './actions/forms/close-loop.ts'
import { flag } from './actions/forms/flag.ts'
import { handOver } from './actions/forms/hand-over.ts'
import { link } from './actions/forms/joining/link.ts'
import { merge } from './actions/forms/joining/merge.ts'
import { answerQuestion, askFirst } from './actions/forms/moving/ask-first.ts'
import { notOurs } from './actions/forms/not-ours.ts'
import { reopen } from './actions/forms/reopen.ts'
import { resolve } from './actions/forms/resolve.ts'
import { returnIt } from './actions/forms/return-it.ts'
import { route } from './actions/forms/route.ts'
import { seeAll } from './actions/forms/see-all.ts'
import { stillWaiting } from './actions/forms/waiting/still-waiting.ts'
import { back, chooseDepartment, chooseSeverity, find, next, show } from './actions/turns/turns.ts'
import { cx } from './commands/cx.ts'
import { appHomeOpened } from './events/app-home-opened.ts'
import { appMention } from './events/app-mention.ts'
import { appUninstalled } from './events/app-uninstalled.ts'
import { channelRenamed } from './events/channel-renamed.ts'
import { memberLeftChannel } from './events/member-left-channel.ts'
import { reactionAdded } from './events/reaction-added.ts'
import { tokensRevoked } from './events/tokens-revoked.ts'
import { userChange } from './events/user-change.ts'
import type {
  ActListener,
  ChangeListener,
  CommandListener,
  EventListener,
  FormListener,
  ShortcutListener,
  SubmissionListener,
  SuggestionListener,
  TurnListener,
} from './listener.ts'
import { actionIds, callbackIds, commandName, fields, routeToIds, shortcutIds } from './names.ts'
import { flagAnything } from './shortcuts/flag-anything.ts'
import { flagMessage } from './shortcuts/flag-message.ts'
import { passOn as passOnSent } from './submissions/availability/pass-on.ts'
import * as changed from './submissions/changing/change.ts'
import { close } from './submissions/close.ts'
import { consultSubmissions } from './submissions/consulting/listeners.ts'
import { decidingSubmissions } from './submissions/deciding/listeners.ts'
import { details } from './submissions/details.ts'
import { flag as flagSent } from './submissions/flag.ts'
import { handOver as handOverSent } from './submissions/hand-over.ts'
import { link as linkSent, merge as mergeSent } from './submissions/joining/join.ts'
import { answerQuestion as answerQuestionSent, askFirst as askFirstSent } from './submissions/moving/ask-first.ts'
import { notOurs as notOursSent } from './submissions/not-ours.ts'
import { reopen as reopenSent } from './submissions/reopen.ts'
import { resolve as resolveSent } from './submissions/resolve.ts'
import { returnIt as returnItSent } from './submissions/return-it.ts'
import { route as routeSent } from './submissions/route.ts'
import { customers } from './submissions/suggestions/customers.ts'
import { stillWaiting as stillWaitingSent, wait as waitSent } from './submissions/waiting/wait.ts'

type Named<T> = Readonly<Record<string, T>>

export const commands: Named<CommandListener> = { [commandName]: cx }

export const shortcuts: Named<ShortcutListener> = {
  [shortcutIds.flagMessage]: flagMessage,
  [shortcutIds.flagAnything]: flagAnything,
}

export const events: Named<EventListener> = {
  app_home_opened: appHomeOpened,
  app_mention: appMention,
  reaction_added: reactionAdded,
  member_left_channel: memberLeftChannel,
  user_change: userChange,
  channel_rename: channelRenamed,
  group_rename: channelRenamed,
  app_uninstalled: appUninstalled,
  tokens_revoked: tokensRevoked,
}

export const acts: Named<ActListener> = {
  [actionIds.claim]: claim,
  [actionIds.release]: release,
  [actionIds.nextStepToday]: nextStepToday,
  [actionIds.nextStepTomorrow]: nextStepTomorrow,
  [actionIds.nextStepFriday]: nextStepFriday,
  [actionIds.nextStepDate]: nextStepDate,
  [actionIds.withdraw]: withdraw,
  [actionIds.shareWords]: shareWords,
  [actionIds.accept]: accept,
  [actionIds.takeBack]: takeBack,
  [actionIds.sameAs]: sameAs,
  [actionIds.kept]: kept,
  [actionIds.snooze]: snooze,
  [actionIds.movingAgain]: movingAgain,
  [actionIds.giveTo]: giveTo,
  [actionIds.takeIt]: takeIt,
  [actionIds.nameInMap]: nameInMap,
  ...consultActs,
  ...Object.fromEntries(routeToIds.map((id) => [id, routeTo])),
  ...decidingActs,
}

export const forms: Named<FormListener> = {
  [actionIds.flag]: flag,
  [actionIds.notOurs]: notOurs,
  [actionIds.seeAll]: seeAll,
  [actionIds.open]: seeAll,
  [actionIds.handOver]: handOver,
  [actionIds.resolve]: resolve,
  [actionIds.closeLoop]: closeLoop,
  [actionIds.reopen]: reopen,
  [actionIds.addDetails]: addDetails,
  [actionIds.returnIt]: returnIt,
  [actionIds.askFirst]: askFirst,
  [actionIds.answerQuestion]: answerQuestion,
  [actionIds.route]: route,
  [actionIds.merge]: merge,
  [actionIds.update]: update,
  [actionIds.edit]: edit,
  [actionIds.promise]: promise,
  [actionIds.follow]: follow,
  [actionIds.unfollow]: unfollow,
  [actionIds.more]: more,
  [actionIds.link]: link,
  [actionIds.passOn]: passOn,
  [actionIds.stillWaiting]: stillWaiting,
  [actionIds.seeLeft]: seeLeft,
  [actionIds.shareCustomer]: shareCustomer,
  ...consultForms,
  ...decidingForms,
}

export const changes: Named<ChangeListener> = { ...wayChanges }

export const turns: Named<TurnListener> = {
  [actionIds.homeShow]: show,
  [actionIds.homeTo]: show,
  [actionIds.homeSeverity]: chooseSeverity,
  [actionIds.homeDepartment]: chooseDepartment,
  [actionIds.homeFind]: find,
  [actionIds.homeNext]: next,
  [actionIds.homeBack]: back,
}

export const submissions: Named<SubmissionListener> = {
  [callbackIds.flag]: flagSent,
  [callbackIds.details]: details,
  [callbackIds.notOurs]: notOursSent,
  [callbackIds.handOver]: handOverSent,
  [callbackIds.returnIt]: returnItSent,
  [callbackIds.askFirst]: askFirstSent,
  [callbackIds.answerQuestion]: answerQuestionSent,
  [callbackIds.resolve]: resolveSent,
  [callbackIds.close]: close,
  [callbackIds.reopen]: reopenSent,
  [callbackIds.route]: routeSent,
  [callbackIds.merge]: mergeSent,
  [callbackIds.update]: changed.update,
  [callbackIds.nextStep]: changed.nextStep,
  [callbackIds.promise]: changed.promise,
  [callbackIds.edit]: changed.edit,
  [callbackIds.withdraw]: changed.withdraw,
  [callbackIds.link]: linkSent,
  [callbackIds.passOn]: passOnSent,
  ...consultSubmissions,
  ...decidingSubmissions,
  [callbackIds.wait]: waitSent,
  [callbackIds.stillWaiting]: stillWaitingSent,
}

/** By the block of the field that is searched. */
export const suggestions: Named<SuggestionListener> = { [fields.customer]: customers }
