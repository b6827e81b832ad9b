import { answerQuestion as decideAnswer, askFirst as decideAsk } from '#domain/decisions/moving/ask-first.ts'
import { takeBack as decideTakeBack } from '#domain/decisions/moving/take-back.ts'
import type { Act } from '../../act.ts'
import { changeIssue } from '../../change-issue.ts'
import type { Ports } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory'>

type OfHandover = Act & { readonly number: number; readonly handover: string }

/** The receiver asks one question before they decide: their time stands still until it is answered. */
export const askFirst = (deps: Deps) => (input: OfHandover & { readonly question: string }) =>
  changeIssue(deps, input, (issue, circumstances) => decideAsk(issue, { ...input, by: input.person }, circumstances))

/** The sender answers that question. */
export const answerQuestion = (deps: Deps) => (input: OfHandover & { readonly answer: string }) =>
  changeIssue(deps, input, (issue, circumstances) => decideAnswer(issue, { ...input, by: input.person }, circumstances))

/** The sender takes a handover back that nobody has answered yet. */
export const takeBackHandover = (deps: Deps) => (input: OfHandover) =>
  changeIssue(deps, input, (issue, circumstances) =>
    decideTakeBack(issue, { ...input, by: input.person }, circumstances),
  )
