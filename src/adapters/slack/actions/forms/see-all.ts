import type { FormListener } from '../../listener.ts'
import { showView } from '../../views/show.ts'
import { issueIn } from '../values.ts'

/** *See all*, *Open*: the issue from the start. */
export const seeAll: FormListener = async ({ act, value }, { useCases }) =>
  showView(await useCases.viewIssue({ ...act, number: issueIn(value) }))
