import type { ActListener, FormListener } from '../../listener.ts'
import { actionIds, decideForIds } from '../../names.ts'
import { cannot, someoneElse, speak } from './forms.ts'
import { vote } from './vote.ts'

export const decidingActs: Readonly<Record<string, ActListener>> = Object.fromEntries(
  decideForIds.map((id) => [id, vote]),
)

export const decidingForms: Readonly<Record<string, FormListener>> = {
  [actionIds.someoneElse]: someoneElse,
  [actionIds.speak]: speak,
  [actionIds.cannot]: cannot,
}
