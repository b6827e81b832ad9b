import { renderAnswer } from '../../blocks/answers.ts'
import type { CommandListener } from '../../listener.ts'
import { askedAnswer, needsQuestion } from '../../words/commands.ts'
import { issueNumberIn } from '../issue-number.ts'

/** The issue, the person and the question of `CX-42 @mia Is it signed?`; undefined when one of them is missing. */
const questionIn = (text: string) => {
  const [, issue = '', named = '', question = ''] = /^(\S+)\s+(<@[^>]*>|\S+)\s+([\s\S]+)$/.exec(text.trim()) ?? []
  const number = issueNumberIn(issue)
  return number === undefined ? undefined : { number, named, text: question }
}

/** `/cx consult CX-42 @mia Is the contract signed?` */
export const consult: CommandListener = async ({ act, text, answer }, { useCases }) => {
  const said = questionIn(text)
  if (!said) return answer(renderAnswer(needsQuestion))
  const { number, asked } = await useCases.askByName({ ...act, ...said, kind: 'question' })
  const names = await useCases.namesIn({ workspaceId: act.workspaceId, details: { asked } })
  await answer(renderAnswer(askedAnswer(number, names[asked])))
}
