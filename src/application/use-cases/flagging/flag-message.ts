import { DomainError } from '#domain/errors.ts'
import type { Act } from '../../act.ts'
import { requireMember } from '../../act.ts'
import type { Ports } from '../../ports.ts'
import type { Flagged } from './flag-issue.ts'
import { flagIssue } from './flag-issue.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'clock' | 'directory' | 'numbers'>

export type FlagMessageInput = Act & {
  readonly via: 'reaction' | 'mention'
  readonly channel: string
  readonly ts: string
  readonly threadTs?: string
  /** The words, when the delivery brought them; otherwise they are read where they stand. */
  readonly text?: string
}

/**
 * A message in a channel is flagged where it stands, without a form; private channels give a restricted issue. Answers
 * undefined, and does nothing, in a channel shared with other companies, or where the bot tells of an issue. Throws
 * `text_missing` when there are no words to flag.
 */
export const flagMessage = (deps: Deps) => {
  const flag = flagIssue(deps)
  return async (input: FlagMessageInput): Promise<Flagged | undefined> => {
    const { workspaceId, channel, ts, threadTs, via } = input
    const place = await deps.directory.channel(workspaceId, channel)
    if (place?.shared !== false) return undefined
    await requireMember(deps.directory, input)
    const own = await deps.read(workspaceId, (tx) => tx.posts.issueAt(channel, ts))
    if (own !== undefined) return undefined
    const text = input.text ?? (await deps.directory.messageText(channel, ts, threadTs))
    if (text === undefined || text.trim() === '') throw new DomainError('text_missing')
    const link = deps.directory.linkTo(channel, ts, threadTs)
    const source = { channel, ts, ...(link === undefined ? {} : { link }) }
    return flag({ ...input, via, text, restricted: place.private, source })
  }
}
