import { seededDraw } from '#adapters/practice/faults/seeded-draw.ts'

/** Decisions that look like chance and are always the same for the same seed and name. */
export type Chance = ReturnType<typeof createChance>

const mixed = (seed: number, name: string): number =>
  [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), seed ^ 0x811c9dc5)

/** A stream of decisions of its own for each that decides: so none depends on who was faster. */
export const createChance = (seed: number, name: string) => {
  const draw = seededDraw(mixed(seed, name))
  const between = (least: number, most: number): number => least + Math.floor(draw() * (most - least + 1))
  return {
    draw,
    /** A whole number, both ends included. */
    between,
    maybe: (share: number): boolean => draw() < share,
    pick: <T>(list: readonly T[]): T | undefined => list[between(0, list.length - 1)],
    /** One of these, as often as its weight says. */
    weighted: <T>(list: readonly (readonly [number, T])[]): T => {
      let left = draw() * list.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, one] of list) {
        left -= weight
        if (left < 0) return one
      }
      return (list[0] as readonly [number, T])[1]
    },
  }
}
