import { z } from 'zod'

/** A text that `parse` understands; `hint` says what to write instead when it does not. */
export const text = <T>(parse: (text: string) => T | undefined, hint: string | ((text: string) => string)) => {
  const hintFor = typeof hint === 'string' ? () => hint : hint
  return z.string({ error: () => hintFor('') }).transform((given, context): T => {
    const value = parse(given)
    if (value !== undefined) return value
    context.addIssue(hintFor(given))
    return z.NEVER
  })
}

/** A list; what is given twice is kept once. */
export const listOf = <T extends z.ZodType>(item: T, hint: string) =>
  z.array(item, { error: () => hint }).transform((items) => [...new Set(items)])

export const section = <T extends z.core.$ZodLooseShape>(shape: T, hint: string) =>
  z.strictObject(shape, { error: ({ code }) => (code === 'invalid_type' ? hint : undefined) })

/** A text or else a section: the complaint is about the one that was written. */
export const textOr = <A, B>(word: z.ZodType<A>, keys: z.ZodType<B>) =>
  z.unknown().transform((given, context): A | B => {
    const result = (typeof given === 'string' ? word : keys).safeParse(given)
    if (result.success) return result.data
    for (const { path, message, ...issue } of result.error.issues) {
      if (issue.code === 'unrecognized_keys') context.issues.push({ ...issue, path, message, input: {} })
      else context.addIssue({ code: 'custom', path, message })
    }
    return z.NEVER
  })
