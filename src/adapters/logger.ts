import { AsyncLocalStorage } from 'node:async_hooks'
import { type DestinationStream, pino } from 'pino'

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

/** The places in a stack. Before them stands the message, and a line of that may look like a place. */
const placesIn = ({ message, stack = '' }: Error): readonly string[] => {
  const begin = stack.indexOf(message)
  if (begin < 0) return []
  const after = stack.slice(begin + message.length).split('\n')
  return after.filter((line) => /^\s+at /.test(line)).slice(0, frames)
}

/** What may be said of an error: its message could quote what somebody wrote, so only its kind and place are logged. */
const errorFacts = (error: unknown) => {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = 'code' in error ? error.code : undefined
  return { name: error.name, ...(code === undefined ? {} : { code }), at: placesIn(error) }
}

const onBehalfOf = new AsyncLocalStorage<string>()

/** Every line that is logged by this work, however much later, carries the id of the delivery that it is done for. */
export const within = <T>(delivery: string | undefined, work: () => T): T =>
  delivery === undefined ? work() : onBehalfOf.run(delivery, work)

/** The delivery on whose behalf something happens now; undefined when it happens of itself. */
export const currentDelivery = (): string | undefined => onBehalfOf.getStore()

/** Structured log on standard output: ids and codes, never secrets or what customers said. */
export const createLogger = (level: string, destination: DestinationStream = pino.destination(1)) =>
  pino(
    {
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), remove: true },
      serializers: { err: errorFacts },
      mixin: () => {
        const delivery = currentDelivery()
        return delivery === undefined ? {} : { delivery }
      },
    },
    destination,
  )
