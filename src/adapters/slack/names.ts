/** The slash command. */
export const commandName = '/cx'

/** Shortcuts, named as in the app's manifest. */
export const shortcutIds = { flagMessage: 'flag_message', flagAnything: 'flag_anything' } as const

/** What every button, menu and date field of a message or home tab is called when it is pressed. */
export const actionIds = {
  flag: 'flag',
  claim: 'claim',
  notOurs: 'not_ours',
  seeAll: 'see_all',
  open: 'open',
  release: 'release',
  nextStepToday: 'next_step_today',
  nextStepTomorrow: 'next_step_tomorrow',
  nextStepFriday: 'next_step_friday',
  nextStepDate: 'next_step_date',
  handOver: 'hand_over',
  resolve: 'resolve',
  closeLoop: 'close_loop',
  reopen: 'reopen',
  addDetails: 'add_details',
  withdraw: 'withdraw',
  shareWords: 'share_words',
  accept: 'accept',
  returnIt: 'return_it',
  askFirst: 'ask_first',
  answerQuestion: 'answer_question',
  takeBack: 'take_back',
  route: 'route',
  merge: 'merge',
  link: 'link',
  sameAs: 'same_as',
  update: 'update',
  edit: 'edit',
  promise: 'promise',
  kept: 'kept',
  follow: 'follow',
  unfollow: 'unfollow',
  more: 'more',
  snooze: 'snooze',
  movingAgain: 'moving_again',
  stillWaiting: 'still_waiting',
  passOn: 'pass_on',
  giveTo: 'give_to',
  takeIt: 'take_it',
  nameInMap: 'name_in_map',
  seeLeft: 'see_left',
  shareCustomer: 'share_customer',
  someoneElse: 'someone_else',
  speak: 'speak',
  cannot: 'cannot',
  way: 'way',
  handOverReason: 'hand_over_reason',
  handsInstead: 'hands_instead',
  consultAgain: 'consult_again',
  askOther: 'ask_other',
  askHands: 'ask_hands',
  consultAnswer: 'consult_answer',
  consultAskBack: 'consult_ask_back',
  consultExplain: 'consult_explain',
  notNeeded: 'not_needed',
  help: 'help',
  cannotHelp: 'cannot_help',
  doneHelping: 'done_helping',
  homeShow: 'home_show',
  homeSeverity: 'home_severity',
  homeDepartment: 'home_department',
  homeFind: 'home_find',
  homeTo: 'home_to',
  homeNext: 'home_next',
  homeBack: 'home_back',
} as const

/** One for each suggestion: Slack wants them to differ within a row of buttons. */
export const routeToIds = ['route_to_1', 'route_to_2', 'route_to_3'] as const

/** One for each person who is suggested to the council. */
export const decideForIds = ['decide_for_1', 'decide_for_2', 'decide_for_3'] as const

/** The forms that can be sent in. */
export const callbackIds = {
  flag: 'flag_form',
  details: 'details_form',
  notOurs: 'not_ours_form',
  handOver: 'hand_over_form',
  returnIt: 'return_form',
  askFirst: 'ask_first_form',
  answerQuestion: 'answer_question_form',
  resolve: 'resolve_form',
  close: 'close_form',
  reopen: 'reopen_form',
  route: 'route_form',
  update: 'update_form',
  nextStep: 'next_step_form',
  promise: 'promise_form',
  edit: 'edit_form',
  withdraw: 'withdraw_form',
  merge: 'merge_form',
  link: 'link_form',
  passOn: 'pass_form',
  decide: 'decide_form',
  speak: 'speak_form',
  cannot: 'cannot_form',
  consult: 'consult_form',
  hands: 'hands_form',
  consultReply: 'consult_reply_form',
  wait: 'wait_form',
  stillWaiting: 'still_waiting_form',
} as const

/** Views that are only read. */
export const readOnlyIds = { show: 'show_view', answer: 'answer_view', shareCustomer: 'share_customer_view' } as const

/** The block_id of each input: the same word as the `field` of a `DomainError`, so that an error lands where it belongs. */
export const fields = {
  whatHappened: 'what_happened',
  customer: 'customer',
  severity: 'severity',
  stage: 'stage',
  department: 'department',
  reason: 'reason',
  need: 'need',
  whatChanged: 'what_changed',
  brief: 'brief',
  dontAsk: 'dont_ask',
  question: 'question',
  answer: 'answer',
  whatWasDone: 'what_was_done',
  originStage: 'origin_stage',
  originDepartment: 'origin_department',
  told: 'told',
  couldNotBeTold: 'could_not_be_told',
  attempts: 'attempts',
  when: 'when',
  byWhom: 'by_whom',
  explainedAgain: 'explained_again',
  satisfaction: 'satisfaction',
  stillWrong: 'still_wrong',
  other: 'other',
  update: 'update',
  nextStep: 'next_step',
  nextStepBy: 'next_step_by',
  promise: 'promise',
  promiseBy: 'promise_by',
  promiseTime: 'promise_time',
  colleague: 'colleague',
  note: 'note',
  way: 'way',
  person: 'person',
  standIn: 'stand_in',
  leadSaid: 'lead_said',
  waitOn: 'wait_on',
  waitsFor: 'waits_for',
  wakeUp: 'wake_up',
} as const

export type Field = (typeof fields)[keyof typeof fields]

/** The action_id of the one element in every input. */
export const inputId = 'value'

/** The choice of no department in particular; no department's key can look like it. */
export const letTheMapDecide = '*'

/** The choice of no filter. */
export const everything = '*'
