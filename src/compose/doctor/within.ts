import { orStopped } from '../verbs/terminal.ts'

/** Work that was given up because it took too long. */
export class Late extends Error {
  constructor(ms: number) {
    super(`no answer within ${Math.round(ms / 1000)} s`)
    this.name = 'Late'
  }
}

/** Work that may take so long, in milliseconds, and no longer: then `Late`, and its signal says so. */
export const within = async <T>(ms: number, work: (enough: AbortSignal) => Promise<T>): Promise<T> => {
  const enough = new AbortController()
  const timer = setTimeout(() => enough.abort(), ms)
  try {
    return await orStopped(work(enough.signal), enough.signal)
  } catch (error) {
    throw enough.signal.aborted ? new Late(ms) : error
  } finally {
    clearTimeout(timer)
  }
}

/** How many questions are put to Slack at a time. */
const atOnce = 4

/** Asks about many things, a few at a time, each once; the answers come in the order of the things. */
export const askAll = async <T, A>(things: readonly T[], ask: (thing: T) => Promise<A>): Promise<readonly A[]> => {
  const answers: A[] = []
  let next = 0
  const asker = async (): Promise<void> => {
    while (next < things.length) {
      const at = next
      next += 1
      answers[at] = await ask(things[at] as T)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, asker))
  return answers
}
