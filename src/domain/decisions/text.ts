import { DomainError } from '../errors.ts'

/** The longest text of a form field other than the customer's own words. */
const longestText = 3_000

/** The longest name of a customer: it stands in every title and in every line of a list. */
export const longestName = 150

/** A customer's name, trimmed; undefined when nobody named one. Throws `text_too_long` for its field. */
export const customerName = (typed: string | undefined): string | undefined => {
  const name = typed?.trim() ?? ''
  if (name.length > longestName) throw new DomainError('text_too_long', { limit: longestName }, { field: 'customer' })
  return name === '' ? undefined : name
}

/** A form's optional text, trimmed; undefined when it was left empty. Throws `text_too_long` for its field. */
export const optionalText = (text: string | undefined, field: string): string | undefined =>
  (text?.trim() ?? '') === '' ? undefined : requireText(text, field)

/** A form's required text, trimmed. Throws `text_missing` or `text_too_long` for its field. */
export const requireText = (text: string | undefined, field: string): string => {
  const trimmed = text?.trim() ?? ''
  if (trimmed === '') throw new DomainError('text_missing', {}, { field })
  if (trimmed.length > longestText) throw new DomainError('text_too_long', { limit: longestText }, { field })
  return trimmed
}
