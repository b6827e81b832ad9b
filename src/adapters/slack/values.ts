import { z } from 'zod'

const number = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
const key = z.string().regex(/^[\p{L}\p{N}_-]{1,60}$/u)

/** `42`, or `42:` and one more word. */
const pair = (value: unknown): readonly [number, string] | undefined => {
  const parts = z.string().max(80).safeParse(value)
  const [first, second, ...rest] = parts.success ? parts.data.split(':') : []
  const parsed = z.tuple([number, key]).safeParse([first, second])
  return parsed.success && rest.length === 0 ? parsed.data : undefined
}

/** The value of a button that acts on an issue. */
export const issueValue = (issue: number): string => `${issue}`

/** The issue's number in a button's value; undefined for a value we never made. */
export const parseIssueValue = (value: unknown): number | undefined => number.safeParse(value).data

/** The value of a button that answers a handover. */
export const handoverValue = ({ issue, handover }: { issue: number; handover: string }): string =>
  `${issue}:${handover}`

/** The issue and handover in a button's value; undefined for a value we never made. */
export const parseHandoverValue = (value: unknown): { issue: number; handover: string } | undefined => {
  const parsed = pair(value)
  return parsed && { issue: parsed[0], handover: parsed[1] }
}

/** The value of a button that sends an issue to a department. */
export const routeValue = ({ issue, department }: { issue: number; department: string }): string =>
  `${issue}:${department}`

/** The issue and department in a button's value; undefined for a value we never made. */
export const parseRouteValue = (value: unknown): { issue: number; department: string } | undefined => {
  const parsed = pair(value)
  return parsed && { issue: parsed[0], department: parsed[1] }
}

const nextStep = 'next_step_by'

/** The block_id around a date field: Slack gives date fields no value of their own. */
export const nextStepBlock = (issue: number): string => `${nextStep}:${issue}`

/** The issue whose date field stands in a block; undefined for a block we never made. */
export const parseNextStepBlock = (blockId: unknown): number | undefined => {
  const parts = z.string().max(80).safeParse(blockId)
  const [name, issue, ...rest] = parts.success ? parts.data.split(':') : []
  return name === nextStep && rest.length === 0 ? parseIssueValue(issue) : undefined
}

const date = z.iso.date()

/** A chosen day, YYYY-MM-DD; undefined for anything else. */
export const parseDate = (value: unknown): string | undefined => date.safeParse(value).data

/** The id of the customer in a button's value; undefined for a value we never made. */
export const parseCustomerValue = (value: unknown): string | undefined => key.safeParse(value).data
