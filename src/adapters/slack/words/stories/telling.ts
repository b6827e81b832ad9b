import type { About } from '#application/messages/message.ts'
import type { TimelineEntry } from '#application/read-models.ts'
import type { IssueEventKind } from '#domain/issue/events.ts'
import { somebody, somebodyFirst } from '../people.ts'

/** What a line of the timeline is told by. */
export type Told = Pick<About, 'story' | 'council' | 'now'>

/** Makes a sentence of an event of one kind. */
export type Teller<K extends IssueEventKind> = (entry: Extract<TimelineEntry, { kind: K }>, about: Told) => string

/** Who did it, and for whom when it was on somebody's behalf. */
export const actorOf = ({ actor, onBehalfOf }: TimelineEntry, { story }: Told): string =>
  onBehalfOf === undefined
    ? somebodyFirst(story, actor)
    : `${somebodyFirst(story, actor)}, for ${somebody(story, onBehalfOf)},`
