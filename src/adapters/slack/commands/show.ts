import { renderAnswer, renderShow } from '../blocks/answers.ts'
import type { CommandListener } from '../listener.ts'
import { needsNumber } from '../words/commands.ts'
import { issueNumberIn } from './issue-number.ts'

/** `/cx show CX-42`: one issue from the start. */
export const show: CommandListener = async ({ act, text, answer }, { useCases }) => {
  const number = issueNumberIn(text)
  if (number === undefined) return answer(renderAnswer(needsNumber('show')))
  await answer(renderShow(await useCases.viewIssue({ ...act, number })))
}
