import { answerConsult, askBack, explainConsult } from '#domain/decisions/consulting/answer.ts'
import { askConsult } from '#domain/decisions/consulting/ask.ts'
import { notNeeded } from '#domain/decisions/consulting/end.ts'
import { declineHands, doneHelping, giveHands } from '#domain/decisions/consulting/hands.ts'
import type { Circumstances, Decision } from '#domain/decisions/decision.ts'
import type { Issue } from '#domain/issue/issue.ts'

/** What people try with consults; the rest is theirs by the same names below. */
export const consultTries = [
  ...['consult', 'consult', 'consult', 'hands', 'hands', 'reply', 'reply', 'reply', 'ask_back', 'explain'],
  ...['help', 'no_help', 'done_helping', 'not_needed'],
] as const

type Tried = { readonly who: string; readonly insider: boolean; readonly minutes: number }

/** Each of these as one person would try it; of several open ones it is about one of them. */
export const consulting = (
  issue: Issue,
  { who, insider, minutes }: Tried,
  around: Circumstances,
): Record<string, () => Decision> => {
  const owner = insider ? (issue.owner ?? who) : who
  const { id: consult, asked } = issue.consults[minutes % Math.max(1, issue.consults.length)] ?? {
    id: 'none',
    asked: who,
  }
  const them = insider ? asked : who
  const id = `c${around.now.getTime()}${issue.eventCount}`
  const ask = (kind: 'question' | 'hands') => () =>
    askConsult(issue, { by: owner, id, kind, whom: who, text: 'Which?' }, around)
  return {
    consult: ask('question'),
    hands: ask('hands'),
    reply: () => answerConsult(issue, { by: them, consult, text: 'This.' }, around),
    ask_back: () => askBack(issue, { by: them, consult, text: 'Of what?' }, around),
    explain: () => explainConsult(issue, { by: owner, consult, text: 'Of that.' }, around),
    help: () => giveHands(issue, { by: them, consult }, around),
    no_help: () => declineHands(issue, { by: them, consult, reason: 'Full.' }, around),
    done_helping: () => doneHelping(issue, { by: them, consult }, around),
    not_needed: () => notNeeded(issue, { by: owner, consult }, around),
  }
}
