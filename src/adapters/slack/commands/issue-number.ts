import { DomainError } from '#domain/errors.ts'

const written = /^(?:cx[\s-]?|#)?(\d{1,15})[\p{P}\s]*$/iu
const highest = 999_999_999

/** The number in CX-42, cx42, #42 or 42; undefined for anything else. Throws `issue_unknown` for one never given. */
export const issueNumberIn = (text: string): number | undefined => {
  const [, digits] = written.exec(text.trim()) ?? []
  if (digits === undefined) return undefined
  const number = Number(digits)
  if (number < 1 || number > highest) throw new DomainError('issue_unknown', { number })
  return number
}
