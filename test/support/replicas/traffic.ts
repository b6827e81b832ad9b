import { expect } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { eventually } from '../eventually.ts'
import { brokenTimelines, notAsNoted, shownTwice } from '../failpoints/outcome.ts'
import { patience } from '../failpoints/workplace.ts'
import type { Replica, Replicas } from './replicas.ts'

/** Anna flags a message that says this. */
export const flagByReaction = async ({ as }: Replicas, text: string): Promise<void> => {
  const anna = as(PEOPLE.anna)
  const { ts } = await anna.post(CHANNELS.support, text)
  await anna.react(CHANNELS.support, ts, 'triangular_flag_on_post')
}

/** Waits until as many issues are there and all is quiet; then nothing is missing, double or out of order. */
export const expectIssues = async (replicas: Replicas, count: number): Promise<void> => {
  await eventually(async () => (await replicas.rows('SELECT FROM issue')).length >= count, patience)
  await replicas.quiet()
  const sources = await replicas.rows("SELECT text FROM issue_words WHERE kind = 'what_happened' ORDER BY text")
  expect(new Set(sources.map(({ text }) => text)).size).toBe(count)
  expect(sources).toHaveLength(count)
  const cards = await replicas.rows("SELECT FROM post WHERE kind IN ('card', 'receipt') AND ts IS NOT NULL")
  expect(cards).toHaveLength(2 * count)
  expect(shownTwice(replicas)).toEqual([])
  expect(await notAsNoted(replicas)).toEqual([])
  expect(await brokenTimelines(replicas)).toEqual([])
}

/** More flags than a replica can leave to the others by chance. */
const mostFlags = 60

/** Flags that go on until the replica is dead, and a few more; answers how many. */
export const flagUntilDead = async (replicas: Replicas, { diedOf }: Replica): Promise<number> => {
  let flags = 0
  const next = (): Promise<void> => {
    flags += 1
    return flagByReaction(replicas, `Problem ${flags}.`)
  }
  while (diedOf() === undefined && flags < mostFlags) await Promise.all([next(), next(), next(), next()])
  expect(diedOf()).toBe('SIGKILL')
  await Promise.all([next(), next()])
  return flags
}
