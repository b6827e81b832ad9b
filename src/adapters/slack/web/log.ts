import { type Logger, LogLevel } from '@slack/web-api'

/** Facts and a sentence; facts are ids and codes, never what people wrote and never a token. */
export type LogLine = (facts: Readonly<Record<string, unknown>>, message: string) => void

export type Log = Readonly<Record<'debug' | 'info' | 'warn' | 'error', LogLine>>

/** The places in a stack. Before them stands the message, and a line of that may look like a place. */
const framesOf = ({ message, stack = '' }: Error): readonly string[] => {
  const begin = stack.indexOf(message)
  if (begin < 0) return []
  const after = stack.slice(begin + message.length).split('\n')
  return after
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim())
}

/** What may be logged of an error: its kind and where it was thrown. Its message could quote what somebody wrote. */
export const errorFacts = (error: unknown): Readonly<Record<string, unknown>> => {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error ? error.code : undefined
  return {
    error: error.name,
    ...(code === undefined ? {} : { code }),
    at: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: errorFacts(error.cause) }),
  }
}

const longest = 200

const sentence = (said: readonly unknown[]): string =>
  said
    .filter((part) => typeof part === 'string')
    .join(' ')
    .slice(0, longest)

/** The logger given to Slack's libraries: they print whole requests at debug and info, so only their worries pass. */
export const libraryLogger = (log: Log): Logger => ({
  debug: () => {},
  info: () => {},
  warn: (...said) => log.warn({ from: 'slack library' }, sentence(said)),
  error: (...said) => log.error({ from: 'slack library' }, sentence(said) || 'an error'),
  setLevel: () => {},
  getLevel: () => LogLevel.WARN,
  setName: () => {},
})
