import type { PracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import type { Delivery } from '#adapters/practice/world/types.ts'
import type { Chance } from '../chance.ts'
import type { Tally } from '../tally.ts'

export type Actor = ReturnType<PracticeWorkspace['as']>

/** One try to flag something; its marker stands in the words, so that what became of it is found again. */
export type Flag = {
  marker: string
  by: string
  via: string
  /** What Slack delivered: flagged for good once that was answered with 2xx. */
  delivery?: Delivery
  /** The form was taken. */
  taken?: boolean
  /** Nobody who may flag did: nothing may come of it. */
  idle?: boolean
}

/** Somebody who does one thing after the other. */
export type Person = {
  slack: PracticeWorkspace
  actor: Actor
  /** Channels where they are. */
  channels: readonly string[]
  chance: Chance
  tally: Tally
  flags: Flag[]
  kind: 'member' | 'guest' | 'stranger' | 'bot'
}

/** Registers a try to flag under a marker of its own. */
export const newFlag = ({ flags, actor, kind }: Person, via: string): Flag => {
  const flag: Flag = {
    marker: `M${flags.length + 1}M`,
    by: actor.id,
    via,
    ...(kind === 'member' ? {} : { idle: true }),
  }
  flags.push(flag)
  return flag
}
