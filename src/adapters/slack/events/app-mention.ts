import type { EventListener } from '../listener.ts'
import { readable } from '../listener.ts'
import { answerMention } from './answer-mention.ts'
import { flaggedWords, mentionIn } from './mention.ts'

/** `@council flag …` flags what follows, or in a thread without words the message it hangs on; else help is offered. */
export const appMention: EventListener = async ({ act, event }, deps) => {
  const { channel, ts, threadTs, said } = mentionIn(event, readable(deps.connection.identity()).botUserId)
  const words = flaggedWords(said)
  if (words === undefined) return answerMention(deps, act, channel, threadTs)
  const parent = words === '' && threadTs !== undefined && threadTs !== ts
  const what = parent ? { ts: threadTs } : { ts, text: await deps.directory.readable(act.workspaceId, words) }
  return deps.useCases.flagMessage({ ...act, via: 'mention', channel, ...what })
}
