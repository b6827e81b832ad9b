const longest = 64

/** Optimal string alignment distance: insertions, deletions, replacements, and swaps of neighbours, each worth 1. */
const distance = (a: string, b: string): number => {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

const plain = (word: string): string => word.slice(0, longest).toLowerCase()

/** The word that was probably meant, or undefined when none is within a third of its letters; the first of equals wins. */
export const nearestWord = (word: string, words: Iterable<string>): string | undefined => {
  const wanted = plain(word)
  let nearest: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of words) {
    const other = plain(candidate)
    const away = distance(wanted, other)
    if (away >= least || away > Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3))) continue
    nearest = candidate
    least = away
  }
  return nearest
}
