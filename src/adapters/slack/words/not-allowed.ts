const edit = (issue: string): string =>
  `${issue} can be changed by its owner, the one who flagged it, the lead and the council. Please ask one of them.`

const wait = (issue: string): string =>
  `Only the owner of ${issue}, their lead or the chair can say what it waits on. Please ask the owner.`

const answer = (issue: string): string =>
  `Only the people asked for ${issue} and their lead can answer this handover. Its card shows who was asked.`

const byAct: Readonly<Record<string, (issue: string) => string>> = {
  accept: answer,
  return: answer,
  ask_first: answer,
  answer_question: (issue) =>
    `Only the owner of ${issue}, their lead or the chair can answer this question. Its story shows who was asked.`,
  take_back: (issue) =>
    `Only the owner of ${issue}, their lead or the chair can take the handover back. Please ask the owner.`,
  claim: (issue) =>
    `${issue} can be claimed by the people asked and their department, or by the council. Tell them in its thread what you know.`,
  close: (issue) => `The loop of ${issue} is closed by its owner or by the one who flagged it. Please ask one of them.`,
  decide: (issue) =>
    `Where ${issue} ends is for the council to choose: its chair or deputy, or two of its members. Tell them in its thread what you know.`,
  speak: (issue) =>
    `The lead of the department where ${issue} was to go can say that. Tell them, or write it in its thread.`,
  cannot: (issue) =>
    `Only the one whom the council named for ${issue} can say that they cannot take it. Its owner can use Hand over or consult.`,
  consult: (issue) =>
    `Only the owner of ${issue}, their lead or the chair can ask others about it. Tell the owner in its thread whom to ask.`,
  answer: (issue) =>
    `That question about ${issue} is for the person asked and their lead. Write what you know in its thread.`,
  explain: (issue) =>
    `Only the owner of ${issue}, their lead or the chair can answer that. Write in its thread what you know.`,
  not_needed: (issue) => `Only the owner of ${issue}, their lead or the chair can say that it is not needed any more.`,
  help: (issue) => `That was asked of somebody else. Tell the owner of ${issue} in its thread that you can help.`,
  done_helping: (issue) => `Only the one who helps with ${issue} and its owner can end that.`,
  digest: () => 'The digest is for the council and its sponsor; it is posted to their channel every week.',
  edit,
  add_details: edit,
  hand_over: (issue) => `Only the owner of ${issue}, their lead or the chair can hand it over. Please ask the owner.`,
  hold: (issue) =>
    `Only the admins of this workspace and the chair can put ${issue} on hold or lift it. Please ask one of them.`,
  next_step: (issue) =>
    `Only the owner of ${issue}, their lead or the chair can promise a next step. Please ask the owner.`,
  merge: (issue) =>
    `${issue} can be merged by its owner, the one who flagged it, the lead and the council. Please ask one of them.`,
  link: (issue) =>
    `${issue} can be linked by its owner, the one who flagged it, the lead and the council. Please ask one of them.`,
  not_ours: (issue) => `Only the department asked for ${issue} can say that it is not theirs.`,
  release: (issue) => `Only the owner of ${issue} can release it.`,
  pass: (issue) => `Only the owner of ${issue}, their lead or the chair can pass it on. Please ask the owner.`,
  reassign: (issue) =>
    `Only the lead of the department and the chair give ${issue} to somebody else. Please ask one of them.`,
  name: () => 'Only the lead of the department and the chair name somebody in the map. Please ask one of them.',
  departure: () => 'That list is for the lead of the department and the chair.',
  reopen: (issue) =>
    `${issue} can be reopened by its owner, the one who flagged it, the lead and the council. Please ask one of them.`,
  resolve: (issue) => `Only the owner of ${issue}, their lead or the chair can resolve it. Please ask the owner.`,
  route: (issue) => `Only the chair and the deputy choose where ${issue} goes. Please ask them.`,
  share_words: (issue) => `Only the one who flagged ${issue} can share its words.`,
  update: edit,
  promise: (issue) =>
    `Only the owner of ${issue}, their lead or the chair can note a promise to the customer. Please ask the owner.`,
  unfollow: (issue) => `You flagged ${issue}, so you hear how it ends. Others can unfollow it.`,
  wait,
  still_waiting: wait,
  withdraw_any: (issue) =>
    `Only the chair and the deputy can withdraw ${issue} now; the one who flagged it could before the claim.`,
  withdraw: (issue) => `Only the one who flagged ${issue} can withdraw it.`,
}

/** Who may do what somebody may not, by the name of the act. */
export const actRefusals = (act: string, issue: string): string =>
  byAct[act]?.(issue) ?? `That is for the people who work on ${issue}. Its card shows who they are.`
