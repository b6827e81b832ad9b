import type { FormListener } from '../../listener.ts'
import { resolveView } from '../../views/resolve.ts'
import { issueIn } from '../values.ts'

/** *Resolve* asks what was done. */
export const resolve: FormListener = async ({ act, value }, { useCases }) =>
  resolveView(await useCases.openForm({ ...act, number: issueIn(value), purpose: 'resolve' }))
