import { renderAnswer } from '../../blocks/answers.ts'
import { renderBounces } from '../../blocks/bounces/bounces.ts'
import type { CommandListener } from '../../listener.ts'
import { needsWeeks } from '../../words/bounces/bounces.ts'

const usual = 4
const most = 52

/** “8”, “8 weeks”: how many weeks to look back; undefined for what is no number from 1 to 52. */
const weeksIn = (text: string): number | undefined => {
  const said = text.trim()
  if (said === '') return usual
  const weeks = Number(/^(\d{1,2})\s*(?:w|weeks?)?$/i.exec(said)?.[1] ?? 0)
  return weeks >= 1 && weeks <= most ? weeks : undefined
}

/** `/cx bounces [weeks]`: what was sent around, for the eyes of the one who asked. */
export const bounces: CommandListener = async ({ act, text, answer }, { useCases }) => {
  const weeks = weeksIn(text)
  if (weeks === undefined) return answer(renderAnswer(needsWeeks(most)))
  await answer(renderBounces(await useCases.viewBounces({ ...act, weeks })))
}
