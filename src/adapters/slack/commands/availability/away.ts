import { requireMember } from '#application/act.ts'
import { renderAnswer } from '../../blocks/answers.ts'
import type { CommandListener } from '../../listener.ts'
import { awayAnswer, howToSayAway } from '../../words/availability/away.ts'

/** What was typed behind `away`: an end, a cover, both or neither; undefined for anything else. */
export const awayIn = (text: string): { readonly until?: string; readonly cover?: string } | undefined => {
  const clauses = text
    .trim()
    .split(/(?:^|[\s,]+)(?=(?:until|till|cover)(?:\s|:|$))/i)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
  const said: { until?: string; cover?: string } = {}
  for (const clause of clauses) {
    const [, word = '', rest = ''] = /^(until|till|cover)\s*:?\s*([\s\S]*)$/i.exec(clause) ?? []
    const key = word.toLowerCase() === 'cover' ? 'cover' : 'until'
    if (word === '' || rest === '' || said[key] !== undefined) return undefined
    said[key] = rest
  }
  return said
}

/** `/cx away [until DATE] [cover @person]`. */
export const away: CommandListener = async ({ act, text, answer }, { useCases, directory }) => {
  const said = awayIn(text)
  if (said) return answer(renderAnswer(awayAnswer(await useCases.sayAway({ ...act, ...said }))))
  await requireMember(directory, act)
  await answer(renderAnswer(howToSayAway))
}
