import type { Surface } from '../../../support/slack/surfaces.ts'
import type { Hostile } from '../samples/hostile.ts'

/** What one builder makes of what people typed. */
export type Builder = (typed: Hostile) => readonly Surface[]

/** Builders by the name under which a file exports them. */
export type Builders = Readonly<Record<string, Builder>>

/** Builders by file, as in the folder of the adapter. */
export type Registry = Readonly<Record<string, Builders>>
