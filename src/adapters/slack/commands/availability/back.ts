import { renderAnswer } from '../../blocks/answers.ts'
import type { CommandListener } from '../../listener.ts'
import { backAnswer } from '../../words/availability/away.ts'

/** `/cx back`: the person is here again. */
export const back: CommandListener = async ({ act, answer }, { useCases }) =>
  answer(renderAnswer(backAnswer(await useCases.sayBack(act))))
