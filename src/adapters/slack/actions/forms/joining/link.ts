import type { FormListener } from '../../../listener.ts'
import { linkView } from '../../../views/joining/join.ts'
import { issueIn } from '../../values.ts'

/** *Link* asks which issue belongs to it. */
export const link: FormListener = async ({ act, value }, { useCases }) =>
  linkView(await useCases.openForm({ ...act, number: issueIn(value), purpose: 'link' }))
