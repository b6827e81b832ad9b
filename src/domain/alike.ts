/** What two issues are compared by. */
export type Told = { readonly words?: string; readonly stage?: string }

const wordsOf = (text: string | undefined): ReadonlySet<string> =>
  new Set(
    (text ?? '')
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/gu) ?? [],
  )

/** The share of their longer words that two texts have in common, from 0 to 1 (Jaccard, 1901). */
const inCommon = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = [...a].filter((word) => b.has(word)).length
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

const least = 0.1

/**
 * Of issues of the same customer, the one that most likely tells of the same: by the words in common, and by the stage.
 * Undefined when none is at the same stage nor shares a tenth of the words. Of two alike, the first.
 */
export const mostAlike = <T extends Told>(issue: Told, others: readonly T[]): T | undefined => {
  const words = wordsOf(issue.words)
  const scored = others.map((other) => ({
    other,
    score: inCommon(words, wordsOf(other.words)) + (issue.stage !== undefined && issue.stage === other.stage ? 0.5 : 0),
  }))
  const [best] = scored.filter(({ score }) => score >= least).toSorted((a, b) => b.score - a.score)
  return best?.other
}
