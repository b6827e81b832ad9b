import type { IssueLine } from '#application/read-models.ts'

/** That the council has to choose, for a line of a list; undefined where it has not. */
export const lineDecision = ({ decision }: Pick<IssueLine, 'decision'>): string | undefined => {
  if (decision === undefined) return undefined
  return decision.review ? 'moved at once, the council looks at it' : 'the council chooses where it ends'
}
