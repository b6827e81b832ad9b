/** Numbers of cases, in pieces, so that growing copies nothing. */
type Numbers = Float64Array | Uint32Array | Uint8Array

const pieceBits = 15
const pieceSize = 1 << pieceBits
const within = pieceSize - 1

/** A column of numbers by case, which begins as `initial` everywhere. */
export const createColumn = (kind: 'instant' | 'place' | 'flag', initial = 0) => {
  const pieces: Numbers[] = []
  const piece = (): Numbers => {
    if (kind === 'instant') return new Float64Array(pieceSize).fill(initial)
    return kind === 'place' ? new Uint32Array(pieceSize).fill(initial) : new Uint8Array(pieceSize).fill(initial)
  }
  return {
    get: (at: number): number => pieces[at >>> pieceBits]?.[at & within] ?? initial,
    set: (at: number, value: number): void => {
      while (pieces.length <= at >>> pieceBits) pieces.push(piece())
      const numbers = pieces[at >>> pieceBits]
      if (numbers) numbers[at & within] = value
    },
  }
}

export type Column = ReturnType<typeof createColumn>

/** Two numbers of 32 bits that stand for an id: the same for two of ten million ids once in 100,000 such files. */
const fingerprintOf = (id: string): readonly [number, number] => {
  let a = 0x9e3779b9
  let b = 0x85ebca6b
  for (let i = 0; i < id.length; i += 1) {
    const code = id.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x5bd1e995)
    b ^= b >>> 15
    a ^= a >>> 13
  }
  a = Math.imul(a ^ (b >>> 16), 0x7feb352d)
  b = Math.imul(b ^ (a >>> 15), 0x846ca68b)
  return [(a ^ (a >>> 16)) >>> 0, (b ^ (b >>> 13)) >>> 0]
}

/** The same pairs with twice the room. */
const roomier = (before: Uint32Array): Uint32Array<ArrayBuffer> => {
  const after = new Uint32Array(before.length * 2)
  const mask = after.length - 1
  for (let from = 0; from < before.length; from += 2) {
    const [a = 0, number = 0] = [before[from], before[from + 1]]
    if (number === 0) continue
    let slot = (a * 2) & mask
    while (after[slot + 1] !== 0) slot = (slot + 2) & mask
    after[slot] = a
    after[slot + 1] = number
  }
  return after
}

/**
 * Numbers the cases of a file in the order in which they first come. Keeps 15 to 26 bytes of each, however long its id:
 * a fingerprint of 64 bits and a place in a hash table.
 */
export const createCaseTable = () => {
  const seconds = createColumn('place')
  /** Pairs of the first half of a fingerprint and the number of its case, and one more; 0 where there is none. */
  let slots = new Uint32Array(1 << 13)
  let size = 0

  const slotOf = (a: number, b: number): number => {
    const mask = slots.length - 1
    for (let slot = (a * 2) & mask; ; slot = (slot + 2) & mask) {
      const there = slots[slot + 1] ?? 0
      if (there === 0 || (slots[slot] === a && seconds.get(there - 1) === b)) return slot
    }
  }

  return {
    size: () => size,
    /** The number of a case; a new case gets the number that `size` was before. */
    numberOf: (id: string): number => {
      const [a, b] = fingerprintOf(id)
      const slot = slotOf(a, b)
      const there = slots[slot + 1] ?? 0
      if (there !== 0) return there - 1
      seconds.set(size, b)
      slots[slot] = a
      slots[slot + 1] = size + 1
      size += 1
      if (size * 3 > slots.length) slots = roomier(slots)
      return size - 1
    },
    /** A number that belongs to no case. */
    add: (): number => {
      size += 1
      return size - 1
    },
  }
}
