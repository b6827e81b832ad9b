import { z } from 'zod'

const text = z.string()
const about = { id: text, department: text, asked: text }
const fact = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...about, ...shape })

/** What the JSON column holds of events about consults, by kind. */
export const consultFacts = [
  fact('consult_asked', { of: text }),
  fact('consult_answered', {}),
  fact('consult_asked_back', {}),
  fact('consult_explained', {}),
  fact('hands_given', {}),
  fact('consult_declined', {}),
  fact('consult_ended', { of: text, why: text }),
] as const
