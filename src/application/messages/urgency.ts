import type { Subject } from './message.ts'

const urgencies: Readonly<Record<Subject['kind'], number>> = {
  ask: 3,
  handover: 3,
  pass: 3,
  ask_first: 3,
  first_answer: 3,
  route: 3,
  consult: 3,
  consult_news: 2,
  call: 3,
  council_ask: 3,
  decision: 3,
  speak: 2,
  reminders: 2,
  card: 2,
  left: 0,
  council_note: 2,
  returned: 2,
  departure: 2,
  place_closed: 2,
  mine: 2,
  refusal: 2,
  receipt: 1,
  digest: 1,
  news: 1,
  story: 0,
}

/** Which messages go first when many wait: those that somebody has to act on, before those that tell a story. */
export const urgencyOf = (kind: Subject['kind']): number => urgencies[kind]
