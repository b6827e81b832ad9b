import { WebClient, type WebClientOptions } from '@slack/web-api'
import { type Log, libraryLogger } from './log.ts'
import { type ObserveCall, observedFetch } from './watch/observed-fetch.ts'

export type WebClientSettings = {
  readonly token: string
  /** The address of Slack's Web API, when it is not Slack's own. */
  readonly apiUrl?: string | undefined
  readonly log: Log
  /** Hears of every call when it has ended. */
  readonly observeCall?: ObserveCall | undefined
  /** How long a call may take; milliseconds, ten seconds by default. */
  readonly timeoutMs?: number | undefined
}

const patient = 10_000

/** Slack's client waits for ever and retries for half an hour by default; here the job queue retries. */
export const clientOptions = ({
  apiUrl,
  log,
  observeCall,
  timeoutMs = patient,
}: Omit<WebClientSettings, 'token'>): WebClientOptions => ({
  timeout: timeoutMs,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  logger: libraryLogger(log),
  fetch: observedFetch(observeCall),
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
})

/** A client of Slack's Web API that gives up in time and never retries by itself. */
export const createWebClient = ({ token, ...settings }: WebClientSettings): WebClient =>
  new WebClient(token, clientOptions(settings))
