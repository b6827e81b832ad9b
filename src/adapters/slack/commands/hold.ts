import type { HoldAct } from '#application/use-cases/privacy/hold-issue.ts'
import { renderAnswer } from '../blocks/answers.ts'
import type { CommandListener } from '../listener.ts'
import { heldAnswer, needsNumber } from '../words/commands.ts'
import { issueNumberIn } from './issue-number.ts'

const numberAndReason = /^(\S*)\s*([\s\S]*)$/

const holding =
  (word: 'hold' | 'unhold', does: HoldAct): CommandListener =>
  async ({ act, text, answer }, { useCases }) => {
    const [, first = '', why = ''] = numberAndReason.exec(text.trim()) ?? []
    const number = issueNumberIn(first)
    if (number === undefined) return answer(renderAnswer(needsNumber(word)))
    const { changed } = await useCases.holdIssue({ ...act, number, act: does, why })
    await answer(renderAnswer(heldAnswer(number, does, changed)))
  }

/** `/cx hold CX-42 reason`: its words are kept. */
export const hold = holding('hold', 'hold')

/** `/cx unhold CX-42 reason`: its words may be erased again. */
export const unhold = holding('unhold', 'lift')
