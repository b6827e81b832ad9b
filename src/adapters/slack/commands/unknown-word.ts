import { requireMember } from '#application/act.ts'
import { renderAnswer } from '../blocks/answers.ts'
import type { CommandListener } from '../listener.ts'
import { unknownCommand } from '../words/commands.ts'

/** A word that nobody knows: the nearest command is named. */
export const unknownWord: CommandListener = async ({ act, word, answer }, { directory }) => {
  await requireMember(directory, act)
  await answer(renderAnswer(unknownCommand(word)))
}
