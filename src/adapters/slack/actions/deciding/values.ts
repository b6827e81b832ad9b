import { z } from 'zod'

const shape = z.tuple([
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
  z.string().regex(/^[\w-]{1,60}$/),
  z.string().regex(/^\w{1,30}$/),
])

const partsOf = (value: unknown): readonly string[] => {
  const text = z.string().max(110).safeParse(value)
  return text.success ? text.data.split(':') : []
}

/** The value of a button about a decision. */
export const decisionValue = ({ issue, decision }: { issue: number; decision: string }): string =>
  `${issue}:${decision}`

/** The issue and decision in a button's value; undefined for a value we never made. */
export const parseDecisionValue = (value: unknown): { issue: number; decision: string } | undefined => {
  const [issue, decision, ...rest] = partsOf(value)
  const parsed = shape.safeParse([issue, decision, 'U'])
  return parsed.success && rest.length === 0 ? { issue: parsed.data[0], decision: parsed.data[1] } : undefined
}

/** The value of a button that votes for a person. */
export const voteValue = ({ issue, decision, person }: { issue: number; decision: string; person: string }): string =>
  `${issue}:${decision}:${person}`

/** The issue, decision and person in a button's value; undefined for a value we never made. */
export const parseVoteValue = (value: unknown): { issue: number; decision: string; person: string } | undefined => {
  const parsed = shape.safeParse(partsOf(value))
  return parsed.success ? { issue: parsed.data[0], decision: parsed.data[1], person: parsed.data[2] } : undefined
}
