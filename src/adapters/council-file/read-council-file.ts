import type { Council } from '#domain/council.ts'
import { inOrder, type Mistake } from './mistake.ts'
import { councilFile } from './schema/file-shape.ts'
import { toCouncil } from './schema/to-council.ts'
import { crossCheck } from './yaml/cross-check.ts'
import { explain } from './yaml/explain.ts'
import { readSource } from './yaml/source.ts'

/**
 * Reads a council file (YAML): the council with every default filled in, or all mistakes in the order of the file, each
 * with its line. Never throws, whatever the text. Public holidays are written down from two years before `year` on.
 */
export const readCouncilFile = (
  text: string,
  year = new Date().getUTCFullYear(),
): { readonly council: Council } | { readonly mistakes: readonly Mistake[] } => {
  const source = readSource(text)
  if (source.value === undefined) return { mistakes: inOrder(source.mistakes) }
  const result = councilFile.safeParse(source.value)
  const refused = result.success ? [] : explain(source, result.error.issues)
  const mistakes = [...source.mistakes, ...refused, ...crossCheck(source)]
  if (mistakes.length > 0 || !result.success) return { mistakes: inOrder(mistakes) }
  return { council: toCouncil(result.data, year) }
}
