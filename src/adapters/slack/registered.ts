import { accept } from './actions/acts/accept.ts'
import { claim } from './actions/acts/claim.ts'
import { nextStepFriday, nextStepToday, nextStepTomorrow } from './actions/acts/next-step.ts'
import { nextStepDate } from './actions/acts/next-step-date.ts'
import { release } from './actions/acts/release.ts'
import { routeTo } from './actions/acts/route-to.ts'
import { shareWords } from './actions/acts/share-words.ts'
import { withdraw } from './actions/acts/withdraw.ts'
import { addDetails } from './actions/forms/add-details.ts'
import { closeLoop } from './actions/forms/close-loop.ts'
import { flag } from './actions/forms/flag.ts'
import { handOver } from './actions/forms/hand-over.ts'
import { notOurs } from './actions/forms/not-ours.ts'
import { reopen } from './actions/forms/reopen.ts'
import { resolve } from './actions/forms/resolve.ts'
import { returnIt } from './actions/forms/return-it.ts'
import { route } from './actions/forms/route.ts'
import { seeAll } from './actions/forms/see-all.ts'
import { back, chooseDepartment, chooseSeverity, find, next, show } from './actions/turns/turns.ts'
import { cx } from './commands/cx.ts'
import { appHomeOpened } from './events/app-home-opened.ts'
import { appMention } from './events/app-mention.ts'
import { appUninstalled } from './events/app-uninstalled.ts'
import { channelRenamed } from './events/channel-renamed.ts'
import { reactionAdded } from './events/reaction-added.ts'
import { tokensRevoked } from './events/tokens-revoked.ts'
import { userChange } from './events/user-change.ts'
import type {
  ActListener,
  CommandListener,
  EventListener,
  FormListener,
  ShortcutListener,
  SubmissionListener,
  TurnListener,
} from './listener.ts'
import { actionIds, callbackIds, commandName, routeToIds, shortcutIds } from './names.ts'
import { flagAnything } from './shortcuts/flag-anything.ts'
import { flagMessage } from './shortcuts/flag-message.ts'
import { close } from './submissions/close.ts'
import { details } from './submissions/details.ts'
import { flag as flagSent } from './submissions/flag.ts'
import { handOver as handOverSent } from './submissions/hand-over.ts'
import { notOurs as notOursSent } from './submissions/not-ours.ts'
import { reopen as reopenSent } from './submissions/reopen.ts'
import { resolve as resolveSent } from './submissions/resolve.ts'
import { returnIt as returnItSent } from './submissions/return-it.ts'
import { route as routeSent } from './submissions/route.ts'

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
  ...Object.fromEntries(routeToIds.map((id) => [id, routeTo])),
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
  [actionIds.route]: route,
}

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
  [callbackIds.resolve]: resolveSent,
  [callbackIds.close]: close,
  [callbackIds.reopen]: reopenSent,
  [callbackIds.route]: routeSent,
}
