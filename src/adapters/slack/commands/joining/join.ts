import { issueName } from '#domain/issue/issue.ts'
import { renderAnswer } from '../../blocks/answers.ts'
import type { CommandListener } from '../../listener.ts'
import { needsTwoNumbers } from '../../words/commands.ts'
import { issueNumberIn } from '../issue-number.ts'

/** The two numbers of `CX-7 CX-3`, also with a word or a comma between them. */
const twoIn = (text: string): readonly [number, number] | undefined => {
  const [first, , second] = /^(\S+?)(?:[\s,]+(into|with|and))?[\s,]+(\S+)$/i.exec(text.trim())?.slice(1) ?? []
  const [number, other] = [first, second].map((word) => issueNumberIn(word ?? ''))
  return number === undefined || other === undefined ? undefined : [number, other]
}

/** `/cx merge CX-7 CX-3`: the first goes on in the second. */
export const merge: CommandListener = async ({ act, text, answer }, { useCases }) => {
  const both = twoIn(text)
  if (!both) return answer(renderAnswer(needsTwoNumbers('merge')))
  const [number, other] = both
  await useCases.mergeIssue({ ...act, number, other })
  await answer(renderAnswer(`${issueName(number)} goes on in ${issueName(other)} now. Everybody who waits was told.`))
}

/** `/cx link CX-7 CX-3`: the two belong together and stay apart. */
export const link: CommandListener = async ({ act, text, answer }, { useCases }) => {
  const both = twoIn(text)
  if (!both) return answer(renderAnswer(needsTwoNumbers('link')))
  const [number, other] = both
  await useCases.linkIssues({ ...act, number, other })
  await answer(renderAnswer(`${issueName(number)} and ${issueName(other)} name each other now.`))
}
