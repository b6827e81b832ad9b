import type { ActListener, ChangeListener, FormListener } from '../../listener.ts'
import { actionIds } from '../../names.ts'
import { askHands, askOther, consultAgain } from './ask.ts'
import { chooseReason, chooseWay, handsInstead } from './choose-way.ts'
import { answer, askBack, cannotHelp, doneHelping, explain, help, notNeeded } from './reply.ts'

export const consultActs: Readonly<Record<string, ActListener>> = {
  [actionIds.notNeeded]: notNeeded,
  [actionIds.help]: help,
  [actionIds.doneHelping]: doneHelping,
}

export const consultForms: Readonly<Record<string, FormListener>> = {
  [actionIds.consultAgain]: consultAgain,
  [actionIds.askOther]: askOther,
  [actionIds.askHands]: askHands,
  [actionIds.consultAnswer]: answer,
  [actionIds.consultAskBack]: askBack,
  [actionIds.consultExplain]: explain,
  [actionIds.cannotHelp]: cannotHelp,
}

/** The choices in *Hand over or consult*. */
export const wayChanges: Readonly<Record<string, ChangeListener>> = {
  [actionIds.way]: chooseWay,
  [actionIds.handOverReason]: chooseReason,
  [actionIds.handsInstead]: handsInstead,
}
