import type { Rendered } from '../../blocks/kit/shown.ts'
import type { ListenerDeps } from '../../listener.ts'
import { errorFacts } from '../../web/log.ts'

const timeoutMs = 5_000

/** Says something to the one who acted, where they are, and leaves the message they acted on as it is; best effort. */
export const sayPrivately = async (
  { log }: Pick<ListenerDeps, 'log'>,
  responseUrl: string,
  { text, blocks }: Rendered,
): Promise<void> => {
  try {
    const body = JSON.stringify({ response_type: 'ephemeral', replace_original: false, text, blocks })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(responseUrl, { method: 'POST', headers, body, signal: AbortSignal.timeout(timeoutMs) })
    if (!answer.ok) log.warn({ status: answer.status }, 'a private answer was not taken')
  } catch (error) {
    log.warn(errorFacts(error), 'a private answer could not be sent')
  }
}
