import { z } from 'zod'
import { consultReplies } from '#application/forms.ts'

const issue = z.int().min(1).max(999_999_999)
const id = z.string().min(1).max(60)

const read = <T>(shape: z.ZodType<T>, text: unknown): T | undefined => {
  try {
    return shape.safeParse(JSON.parse(String(text))).data
  } catch {
    return undefined
  }
}

const issueShape = z.object({ issue })
const count = z.int().min(0).max(999_999_999)
const handOverShape = z.object({ issue, seen: count.optional(), rest: count.optional() })
const handoverShape = z.object({ issue, handover: id })
const decisionShape = z.object({ issue, decision: id })
const askShape = z.object({ issue, insteadOf: id.optional() })
const replyShape = z.object({ issue, consult: id, reply: z.enum(consultReplies) })
const flagShape = z.object({
  via: z.enum(['command', 'message_shortcut', 'global_shortcut', 'home']),
  restricted: z.boolean(),
  draft: id.optional(),
})

/** What a form remembers between being opened and sent: ids only, never words. */
export const metadata = (ids: Readonly<Record<string, string | number | boolean | undefined>>): string =>
  JSON.stringify(ids)

/** The issue a form is about; undefined for a form we never made. */
export const issueMetadata = (text: unknown) => read(issueShape, text)

/** The issue that is handed over, and what of its brief the form showed. */
export const handOverMetadata = (text: unknown) => read(handOverShape, text)

/** The issue and the handover a form is about. */
export const handoverMetadata = (text: unknown) => read(handoverShape, text)

/** The issue and the council's decision a form is about. */
export const decisionMetadata = (text: unknown) => read(decisionShape, text)
/** The issue that somebody is asked about, and the consult that this one takes the place of. */
export const askMetadata = (text: unknown) => read(askShape, text)

/** The consult that is replied to, and how. */
export const replyMetadata = (text: unknown) => read(replyShape, text)

/** Where a flag came from, and where its whole words are kept. */
export const flagMetadata = (text: unknown) => read(flagShape, text)
