import type { FormListener } from '../../listener.ts'
import { flagView } from '../../views/flag.ts'

/** *Flag a customer issue* in App Home: an empty form. */
export const flag: FormListener = async ({ act }, { useCases }) =>
  flagView(await useCases.openFlagForm({ ...act, text: '' }), 'global_shortcut')
