/** Each box of a spread ends this much later than it begins, so a median is right within 2 %. */
const growth = 1.04
const boxes = 620
const shortest = 1_000

const boxOf = (length: number): number =>
  length <= shortest ? 0 : Math.min(boxes - 1, 1 + Math.floor(Math.log(length / shortest) / Math.log(growth)))

const middleOf = (box: number): number => (box === 0 ? 0 : shortest * growth ** (box - 0.5))

/** How long things took, in boxes: as small for a billion lengths as for ten. Lengths are in milliseconds. */
export const createSpread = () => {
  const counts = new Float64Array(boxes)
  let count = 0
  let total = 0
  return {
    /** Notes a length; with -1 takes one back that was noted before. */
    add: (length: number, times: 1 | -1 = 1): void => {
      const box = boxOf(length)
      counts[box] = (counts[box] ?? 0) + times
      count += times
      total += times * length
    },
    count: () => count,
    total: () => total,
    /** The length that half of them do not exceed, within 2 % (0 for less than a second); undefined when there is none. */
    median: (): number | undefined => {
      if (count <= 0) return undefined
      let below = 0
      for (const [box, many] of counts.entries()) {
        below += many
        if (below * 2 >= count) return middleOf(box)
      }
      return undefined
    },
  }
}

export type Spread = ReturnType<typeof createSpread>
