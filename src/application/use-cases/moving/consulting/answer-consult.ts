import {
  answerConsult as decideAnswer,
  askBack as decideAskBack,
  explainConsult,
} from '#domain/decisions/consulting/answer.ts'
import { notNeeded } from '#domain/decisions/consulting/end.ts'
import { doneHelping as decideDone, declineHands, giveHands } from '#domain/decisions/consulting/hands.ts'
import type { Circumstances, Decision } from '#domain/decisions/decision.ts'
import { DomainError } from '#domain/errors.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Act } from '../../../act.ts'
import { requireMember } from '../../../act.ts'
import { changeIssue, circumstancesOf, visibleIssue } from '../../../change-issue.ts'
import type { ConsultForm, ConsultReply } from '../../../forms.ts'
import type { Ports } from '../../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'clock' | 'directory'>

export type OnConsult = Act & { readonly number: number; readonly consult: string }

type Said = { readonly by: string; readonly consult: string; readonly text: string }

const replies: Readonly<Record<ConsultReply, (issue: Issue, said: Said, circumstances: Circumstances) => Decision>> = {
  answer: decideAnswer,
  ask_back: decideAskBack,
  explain: explainConsult,
  decline: (issue, { text, ...said }, circumstances) => declineHands(issue, { ...said, reason: text }, circumstances),
}

/** *Answer*, *Ask back*, the answer to that, and *Can't help*. */
export const replyToConsult =
  (deps: Deps) => (input: OnConsult & { readonly reply: ConsultReply; readonly text: string }) =>
    changeIssue(deps, input, (issue, circumstances) =>
      replies[input.reply](issue, { ...input, by: input.person }, circumstances),
    )

/** *No longer needed*: the asker ends it. */
export const endConsult = (deps: Deps) => (input: OnConsult) =>
  changeIssue(deps, input, (issue, circumstances) => notNeeded(issue, { ...input, by: input.person }, circumstances))

/** *I'll help*: the person works along. */
export const helpWithIssue = (deps: Deps) => (input: OnConsult) =>
  changeIssue(deps, input, (issue, circumstances) => giveHands(issue, { ...input, by: input.person }, circumstances))

/** *Done helping*. */
export const doneHelping = (deps: Deps) => (input: OnConsult) =>
  changeIssue(deps, input, (issue, circumstances) => decideDone(issue, { ...input, by: input.person }, circumstances))

/** The form in which somebody replies; refused where they could not send it in. */
export const openConsultForm =
  (deps: Deps) =>
  async (input: OnConsult & { readonly reply: ConsultReply }): Promise<ConsultForm> => {
    await requireMember(deps.directory, input)
    const { number, consult: id, reply, person } = input
    return deps.read(input.workspaceId, async (tx) => {
      const issue = await visibleIssue(tx, await tx.councils.current(), input, number)
      const circumstances = await circumstancesOf(tx, deps.clock.now(), issue)
      replies[reply](issue, { by: person, consult: id, text: '…' }, circumstances)
      const { council, now } = circumstances
      const consult = issue.consults.find((one) => one.id === id)
      if (!consult) throw new DomainError('consult_over', { number })
      return { council, story: await tx.issues.story(number), consult, reply, now }
    })
  }
