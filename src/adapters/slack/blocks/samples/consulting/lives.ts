import type { Subject } from '#application/messages/message.ts'
import type { IssueStory } from '#application/read-models.ts'
import { answerConsult, askBack, explainConsult } from '#domain/decisions/consulting/answer.ts'
import { askConsult } from '#domain/decisions/consulting/ask.ts'
import { declineHands, giveHands } from '#domain/decisions/consulting/hands.ts'
import type { Circumstances, Decision } from '#domain/decisions/decision.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { sampleWords as text } from '../council.ts'

type Step = (issue: Issue, circumstances: Circumstances) => Decision

const asking =
  (kind: 'question' | 'hands'): Step =>
  (issue, at) =>
    askConsult(issue, { by: issue.owner ?? '', id: `c${issue.eventCount}`, kind, whom: 'U0MIA', text }, at)

const first = (issue: Issue): string => issue.consults[0]?.id ?? ''

const back: Step = (issue, at) => askBack(issue, { by: 'U0MIA', consult: first(issue), text }, at)
const explain: Step = (issue, at) => explainConsult(issue, { by: issue.owner ?? '', consult: first(issue), text }, at)
const answer: Step = (issue, at) => answerConsult(issue, { by: 'U0MIA', consult: first(issue), text }, at)
const give: Step = (issue, at) => giveHands(issue, { by: 'U0MIA', consult: first(issue) }, at)
const decline: Step = (issue, at) => declineHands(issue, { by: 'U0MIA', consult: first(issue), reason: text }, at)

/** What can become of a question, and of hands that were asked for, each as steps after the claim. */
export const consultSteps = {
  consulted: [asking('question')],
  askedBack: [asking('question'), back],
  answered: [asking('question'), back, explain, answer],
  handsAsked: [asking('hands')],
  helping: [asking('hands'), give],
  cannotHelp: [asking('hands'), decline],
} as const satisfies Readonly<Record<string, readonly Step[]>>

/** Every message there could be about the consults of an issue. */
export const consultSubjects = ({ timeline, issue }: IssueStory): readonly Subject[] =>
  timeline.flatMap((entry): readonly Subject[] => {
    if (!/^consult_|^hands_given$/.test(entry.kind) || !('id' in entry)) return []
    const person = issue.owner ?? 'U0BEN'
    const news: Subject = { kind: 'consult_news', seq: entry.seq, person }
    return entry.kind === 'consult_asked' || entry.kind === 'hands_given'
      ? [{ kind: 'consult', id: entry.id, person: entry.asked, seq: entry.seq }, news]
      : [news]
  })
