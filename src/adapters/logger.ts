import { pino } from 'pino'

export type Logger = ReturnType<typeof createLogger>

/** Keys whose values never reach a log, wherever they stand. */
const secrets = [
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'authorization',
  'password',
  'databaseUrl',
  'response_url',
]

const frames = 6

/** What may be said of an error: its message could quote what somebody wrote, so only its kind and place are logged. */
const errorFacts = (error: Error & { readonly code?: unknown }) => ({
  name: error.name,
  ...(error.code === undefined ? {} : { code: error.code }),
  at: (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, frames),
})

/** Structured log on standard output: ids and codes, never secrets or what customers said. */
export const createLogger = (level: string) =>
  pino({
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), remove: true },
    serializers: { err: errorFacts },
  })
