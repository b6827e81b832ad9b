import { renderAnswer } from '../../blocks/answers.ts'
import type { CommandListener } from '../../listener.ts'
import { passView } from '../../views/availability/pass-on.ts'
import { needsNumber } from '../../words/commands.ts'
import { issueNumberIn } from '../issue-number.ts'

/** `/cx pass CX-42` opens the form in which a colleague is chosen. */
export const pass: CommandListener = async ({ act, text, answer, open }, { useCases }) => {
  const number = issueNumberIn(text)
  if (number === undefined) return answer(renderAnswer(needsNumber('pass')))
  await open(passView(await useCases.openPassForm({ ...act, number })))
}
