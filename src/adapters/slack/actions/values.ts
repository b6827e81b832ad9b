import { readable } from '../listener.ts'
import { parseConsultValue, parseHandoverValue, parseIssueValue } from '../values.ts'

/** The issue that a button acts on. */
export const issueIn = (value: unknown): number => readable(parseIssueValue(value))

/** The issue and handover that a button answers. */
export const handoverIn = (value: unknown): { readonly number: number; readonly handover: string } => {
  const { issue: number, handover } = readable(parseHandoverValue(value))
  return { number, handover }
}

/** The issue and consult that a button is about. */
export const consultOn = (value: unknown): { readonly number: number; readonly consult: string } => {
  const { issue: number, consult } = readable(parseConsultValue(value))
  return { number, consult }
}
