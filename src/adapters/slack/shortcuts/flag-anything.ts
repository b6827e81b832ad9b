import type { ShortcutListener } from '../listener.ts'
import { flagView } from '../views/flag.ts'

/** “Flag a customer issue” from anywhere: an empty form. */
export const flagAnything: ShortcutListener = async ({ act }, { useCases }) =>
  flagView(await useCases.openFlagForm({ ...act, text: '' }), 'global_shortcut')
