import { renderAnswer } from '../../blocks/answers.ts'
import type { CommandListener } from '../../listener.ts'
import { waitView } from '../../views/waiting/wait.ts'
import { needsNumber } from '../../words/commands.ts'
import { issueNumberIn } from '../issue-number.ts'

/** `/cx wait CX-42` opens the form for what an issue waits on. */
export const wait: CommandListener = async ({ act, text, answer, open }, { useCases }) => {
  const number = issueNumberIn(text)
  if (number === undefined) return answer(renderAnswer(needsNumber('wait')))
  await open(waitView(await useCases.openForm({ ...act, number, purpose: 'wait' })))
}
