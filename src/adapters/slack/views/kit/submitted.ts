import { z } from 'zod'
import type { Field } from '../../names.ts'

const element = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_date: z.iso.date().nullish(),
  selected_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullish(),
  selected_user: z.string().nullish(),
})

const shape = z.object({
  private_metadata: z.string(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), element.catch({}))) }),
})

/** A form as it was sent: `field` answers what stands in a field, undefined for one left empty. */
export type Submitted = {
  readonly metadata: string
  readonly text: (field: Field) => string | undefined
  readonly choice: (field: Field) => string | undefined
  readonly date: (field: Field) => string | undefined
  /** HH:MM. */
  readonly time: (field: Field) => string | undefined
  readonly person: (field: Field) => string | undefined
}

/** Reads Slack's state of a sent form; undefined for what is no such thing. */
export const submittedOf = (view: unknown): Submitted | undefined => {
  const parsed = shape.safeParse(view)
  if (!parsed.success) return undefined
  const { values } = parsed.data.state
  const at = (field: Field) => Object.values(values[field] ?? {})[0]
  return {
    metadata: parsed.data.private_metadata,
    text: (field) => {
      const text = at(field)?.value?.trim() ?? ''
      return text === '' ? undefined : text
    },
    choice: (field) => at(field)?.selected_option?.value,
    date: (field) => at(field)?.selected_date ?? undefined,
    time: (field) => at(field)?.selected_time ?? undefined,
    person: (field) => at(field)?.selected_user ?? undefined,
  }
}
