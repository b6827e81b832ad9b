import { z } from 'zod'
import { readable } from '../listener.ts'

const mention = z.object({
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().catch(''),
})

export type Mention = {
  readonly channel: string
  readonly ts: string
  readonly threadTs?: string | undefined
  /** What follows the mention. */
  readonly said: string
}

/** Reads a mention of ours: what counts is said behind it. */
export const mentionIn = (event: unknown, botUserId: string): Mention => {
  const { channel, ts, thread_ts: threadTs, text } = readable(mention.safeParse(event).data)
  const [, said = ''] = new RegExp(`<@${botUserId}(?:\\|[^<>]*)?>([\\s\\S]*)`).exec(text) ?? []
  return { channel, ts, threadTs, said: said.trim() }
}

const flagWord = /^[\s,:;.!-]*(?:please\s+)?flag\b[\s,:;.!-]*([\s\S]*)$/i

/** The words to flag behind `flag`; undefined when something else was said. */
export const flaggedWords = (said: string): string | undefined => flagWord.exec(said)?.[1]
