import type { Subject } from '#application/messages/message.ts'
import { answerConsult, askBack, explainConsult } from '#domain/decisions/consulting/answer.ts'
import { askConsult } from '#domain/decisions/consulting/ask.ts'
import { notNeeded } from '#domain/decisions/consulting/end.ts'
import { declineHands, doneHelping, giveHands } from '#domain/decisions/consulting/hands.ts'
import type { ConsultKind } from '#domain/issue/consult-facts.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Step } from './stories.ts'

const first = (issue: Issue): string => issue.consults[0]?.id ?? ''

const ask =
  (text = 'Is the contract signed?', whom = 'U0MIA', kind: ConsultKind = 'question'): Step =>
  (issue, circumstances) =>
    askConsult(
      issue,
      { by: issue.owner ?? '', id: `c-${circumstances.now.getTime()}-${whom}`, kind, whom, text },
      circumstances,
    )

const askHands = (text = 'Please call them.', whom = 'U0MIA'): Step => ask(text, whom, 'hands')

const back =
  (text = 'Which contract?'): Step =>
  (issue, circumstances) =>
    askBack(issue, { by: 'U0MIA', consult: first(issue), text }, circumstances)

const explain =
  (text = 'The one of March.'): Step =>
  (issue, circumstances) =>
    explainConsult(issue, { by: issue.owner ?? '', consult: first(issue), text }, circumstances)

const answer =
  (text = 'It is signed.', by = 'U0MIA'): Step =>
  (issue, circumstances) =>
    answerConsult(issue, { by, consult: first(issue), text }, circumstances)

const help: Step = (issue, circumstances) => giveHands(issue, { by: 'U0MIA', consult: first(issue) }, circumstances)

const cannotHelp =
  (reason = 'I am off tomorrow.'): Step =>
  (issue, circumstances) =>
    declineHands(issue, { by: 'U0MIA', consult: first(issue), reason }, circumstances)

const helped: Step = (issue, circumstances) => doneHelping(issue, { by: 'U0MIA', consult: first(issue) }, circumstances)

const noLongerNeeded: Step = (issue, circumstances) =>
  notNeeded(issue, { by: issue.owner ?? '', consult: first(issue) }, circumstances)

/** Lives of questions and of hands, after the claim. */
export const consultLives = (words: string): readonly (readonly Step[])[] => [
  [ask(words), ask(words, 'U0ANNA'), askHands(words, 'U0LOU')],
  [ask(words), back(words)],
  [ask(words), back(words), explain(words)],
  [ask(words), back(words), explain(words), answer(words)],
  [ask(words), noLongerNeeded],
  [askHands(words), help],
  [askHands(words), help, helped],
  [askHands(words), cannotHelp(words)],
]

/** The messages about a consult that an event brings about. */
export const consultSubject = (entry: {
  readonly kind: string
  readonly seq: number
  readonly id?: string
}): readonly Subject[] =>
  entry.id === undefined || !/^consult_|^hands_given$/.test(entry.kind)
    ? []
    : [
        { kind: 'consult', id: entry.id, person: 'U0MIA', seq: entry.seq },
        { kind: 'consult_news', person: 'U0BEN', seq: entry.seq },
      ]
