import type { About } from '#application/messages/message.ts'
import { muted } from '../../blocks/kit/plain.ts'
import type { Shown } from '../../blocks/kit/shown.ts'
import { storyTitle } from '../../words/issue.ts'

/** The first line of every form about an issue: which one it is. */
export const aboutIssue = (about: Pick<About, 'story' | 'council'>): Shown => muted(storyTitle(about))
