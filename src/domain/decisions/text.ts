import { DomainError } from '../errors.ts'

/** The longest text of a form field other than the customer's own words. */
const longestText = 3_000

/** A form's required text, trimmed. Throws `text_missing` or `text_too_long` for its field. */
export const requireText = (text: string | undefined, field: string): string => {
  const trimmed = text?.trim() ?? ''
  if (trimmed === '') throw new DomainError('text_missing', {}, { field })
  if (trimmed.length > longestText) throw new DomainError('text_too_long', { limit: longestText }, { field })
  return trimmed
}
