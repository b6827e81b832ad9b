import { issueName } from '#domain/issue/issue.ts'
import { renderAnswer } from '../blocks/answers.ts'
import type { CommandListener } from '../listener.ts'
import { needsNumber } from '../words/commands.ts'
import { issueNumberIn } from './issue-number.ts'

/** `/cx claim CX-42`: the person answers for it from now on. */
export const claim: CommandListener = async ({ act, text, answer }, { useCases }) => {
  const number = issueNumberIn(text)
  if (number === undefined) return answer(renderAnswer(needsNumber('claim')))
  await useCases.claimIssue({ ...act, number, via: 'command' })
  await answer(renderAnswer(`${issueName(number)} is yours now. I sent you a message to say when the next step is.`))
}
