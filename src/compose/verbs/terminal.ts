import { createInterface } from 'node:readline/promises'

/** Where a verb says what it has to say, and hears that it should stop. */
export type Terminal = {
  readonly say: (text: string) => void
  /** For what is no result: it does not land in a file that standard output is written to. */
  readonly note: (text: string) => void
  /** What somebody types to a question; undefined when nobody is there to answer. */
  readonly ask: (question: string) => Promise<string | undefined>
  readonly stopped: AbortSignal
}

/** Why a verb ends before its work is done, because somebody wanted it to. */
export class Stopped extends Error {
  constructor() {
    super('Stopped.')
    this.name = 'Stopped'
  }
}

/** Work, or `Stopped` as soon as somebody wants that; what is under way is left to end by itself. */
export const orStopped = async <T>(work: Promise<T>, stopped: AbortSignal): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = (): void => reject(new Stopped())
  if (stopped.aborted) stop()
  stopped.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    stopped.removeEventListener('abort', stop)
  }
}

/** Asks whoever sits at the terminal; nobody does where it is none. */
export const askPerson = async (question: string, stopped: AbortSignal): Promise<string | undefined> => {
  if (process.stdin.isTTY !== true) return undefined
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await lines.question(question, { signal: stopped })
  } finally {
    lines.close()
  }
}
