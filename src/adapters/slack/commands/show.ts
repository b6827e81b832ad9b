import { renderAnswer, renderShow } from '../blocks/answers.ts'
import { renderHistory } from '../blocks/history.ts'
import type { CommandListener } from '../listener.ts'
import { needsNumber } from '../words/commands.ts'
import { issueNumberIn } from './issue-number.ts'

const asksForHistory = /^(.*?)\s+history(?:\s+(\d{1,4}))?\s*$/is

/** `/cx show CX-42`: one issue from the start; with `history` every event, a page at a time. */
export const show: CommandListener = async ({ act, text, answer }, { useCases }) => {
  const [, about = text, page] = asksForHistory.exec(text) ?? []
  const number = issueNumberIn(about)
  if (number === undefined) return answer(renderAnswer(needsNumber('show')))
  const story = await useCases.viewIssue({ ...act, number })
  await answer(about === text ? renderShow(story) : renderHistory(story, Number(page ?? 1)))
}
