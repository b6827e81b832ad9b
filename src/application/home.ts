import type { Council } from '#domain/council.ts'
import type { IssueLine } from './read-models.ts'

/** What App Home shows to one person, each list longest waiting first. */
export type Home = {
  readonly council: Council
  readonly toRoute: readonly IssueLine[]
  readonly toClaim: readonly IssueLine[]
  readonly toAccept: readonly IssueLine[]
  readonly mine: readonly IssueLine[]
  readonly now: Date
}
