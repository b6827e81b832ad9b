import type { IncomingMessage, ServerResponse } from 'node:http'
import { HTTPReceiver } from '@slack/bolt'
import type { Clock } from '#application/ports.ts'
import { errorFacts, type Log, libraryLogger } from '../web/log.ts'
import { formType, parseBody } from './parse-body.ts'
import { readBody } from './read-body.ts'
import { RefusedDelivery } from './refused-delivery.ts'
import { isSigned } from './signature.ts'
import type { DeliveryOutcome, DeliveryWatch } from './watch/delivery-watch.ts'
import { beginPassing, noteFailure, type Passing } from './watch/passing.ts'

export type HttpIntakeDeps = {
  readonly signingSecret: string
  readonly clock: Clock
  readonly log: Log
  readonly watch: DeliveryWatch
}

const deliveryPath = '/slack/events'

const answer = (response: ServerResponse, status: number, headers: Record<string, string> = {}): void => {
  if (response.headersSent) return
  response.writeHead(status, { 'content-length': '0', ...headers })
  response.end()
}

const lingerMs = 1_000

/** Answers at once, and lets the rest of the body fall for a second: a sender cut off in the middle never reads why. */
const answerTooLarge = (request: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(413, { 'content-length': '0', connection: 'close' })
  response.flushHeaders()
  const enough = setTimeout(() => request.destroy(), lingerMs)
  request.once('close', () => clearTimeout(enough))
  request.once('end', () => response.end())
  request.resume()
}

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

/** Slack's library as the one that answers: it sees a request only after our checks, which are stricter than its own. */
const createReceiver = ({ signingSecret, log }: HttpIntakeDeps): HTTPReceiver =>
  new HTTPReceiver({
    signingSecret,
    endpoints: deliveryPath,
    signatureVerification: false,
    logger: libraryLogger(log),
    unhandledRequestHandler: ({ response }) => {
      log.error({}, 'a delivery was not answered within three seconds')
      answer(response, 503)
    },
    processEventErrorHandler: async ({ error, response }) => {
      noteFailure(error)
      if (error instanceof RefusedDelivery) log.warn({ reason: error.message }, 'a delivery was refused')
      else log.error(errorFacts(error), 'a delivery failed')
      answer(response, error instanceof RefusedDelivery ? error.status : 500)
      return true
    },
  })

/** A checked request as Slack's library wants it: read already, and of a type it knows. */
const asRead = (request: IncomingMessage, rawBody: Buffer, type: string): IncomingMessage => {
  request.headers['content-type'] = type
  return Object.assign(request, { rawBody })
}

const isSslCheck = (type: string, body: Readonly<Record<string, unknown>>): boolean =>
  type === formType && body.ssl_check === '1'

const outcomeOf = ({ headersSent, statusCode }: ServerResponse): DeliveryOutcome => {
  if (!headersSent) return 'unheard'
  if (statusCode >= 500) return 'failed'
  return statusCode >= 400 ? 'refused' : 'answered'
}

/** Slack's deliveries over HTTP: what Slack did not sign just now, or what cannot be read, goes no further. */
export const createHttpIntake = (deps: HttpIntakeDeps) => {
  const { signingSecret, clock, log, watch } = deps
  const receiver = createReceiver(deps)

  const take = async (request: IncomingMessage, response: ServerResponse, passing: Passing): Promise<void> => {
    if (request.method !== 'POST') return answer(response, 405, { allow: 'POST' })
    const body = await readBody(request)
    if (body === 'cut_off') return
    if (body === 'too_large') return answerTooLarge(request, response)
    const parsed = parseBody(header(request, 'content-type'), body.toString('utf8'))
    if (parsed && isSslCheck(parsed.type, parsed.body)) return answer(response, 200)
    const timestamp = header(request, 'x-slack-request-timestamp')
    const signature = header(request, 'x-slack-signature')
    if (!isSigned({ secret: signingSecret, timestamp, signature, body }, clock.now())) return answer(response, 401)
    if (!parsed) return answer(response, 400)
    passing.run(parsed.body, () => receiver.requestListener(asRead(request, body, parsed.type), response))
  }

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const passing = beginPassing(watch)
    const end = (): void => passing.end(outcomeOf(response))
    response.once('finish', end).once('close', end)
    take(request, response, passing).catch((error: unknown) => {
      log.error(errorFacts(error), 'a request to the delivery address failed')
      answer(response, 500)
    })
  }
  return { receiver, mount: { path: deliveryPath, handle } }
}
