import type { Council } from '#domain/council.ts'
import { speakerOf } from '#domain/decisions/deciding/speak.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { direct, draft } from '../drafts.ts'
import type { PostDraft } from '../message.ts'
import type { OpenedEntry } from './deciding.ts'

/** The key of the message that asks the council's channel. */
const decisionKey = (issue: number, id: string): string => `decision:${issue}:${id}`

/** The council's channel is asked, and the lead of the department where it was to go may speak first. */
export const decisionPosts = (
  issue: Issue,
  { id, to, actor }: Omit<OpenedEntry, 'seq'>,
  seq: number,
  council: Council,
): readonly PostDraft[] => {
  const asked = draft(issue.number, decisionKey(issue.number, id), { kind: 'decision', id }, council.channel)
  const speaker = to === undefined ? undefined : speakerOf({ to }, { council })
  return speaker === undefined || speaker === actor || speaker === issue.owner
    ? [asked]
    : [asked, direct(issue, seq, { kind: 'speak', id, person: speaker })]
}
