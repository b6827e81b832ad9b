import { renderList } from '../blocks/list.ts'
import type { CommandListener } from '../listener.ts'

/** `/cx list`: the open issues that the person may see. */
export const list: CommandListener = async ({ act, answer }, { useCases }) =>
  answer(renderList(await useCases.listIssues(act)))
