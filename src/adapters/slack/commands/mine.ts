import { renderMineList } from '../blocks/list.ts'
import type { CommandListener } from '../listener.ts'

/** `/cx mine`: what the person answers for. */
export const mine: CommandListener = async ({ act, answer }, { useCases }) =>
  answer(renderMineList(await useCases.myIssues(act)))
