import type { SuggestionListener } from '../../listener.ts'
import { mostCarried, suggestedCustomers } from '../../views/kit/customer-choice.ts'

/** The customers that a form's field finds while somebody types. */
export const customers: SuggestionListener = async ({ act, typed }, { useCases }) =>
  suggestedCustomers(await useCases.suggestCustomers({ ...act, typed, carried: mostCarried }))
