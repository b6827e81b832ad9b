import type { WebClientOptions } from '@slack/web-api'
import { z } from 'zod'
import { codeOf, unreadable } from '../slack-failure.ts'

type Fetch = NonNullable<WebClientOptions['fetch']>

/** One call of Slack's Web API; `outcome` is `ok`, Slack's own word, or what kept us from hearing it. */
export type SlackCall = { readonly method: string; readonly outcome: string; readonly seconds: number }

export type ObserveCall = (call: SlackCall) => void

const answer = z.object({ ok: z.boolean(), error: z.unknown().optional() })

const jsonIn = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** What Slack says in its answer; throws when it is not Slack who answered, which is no refusal of the call. */
const saidIn = (body: string): string => {
  const said = answer.safeParse(jsonIn(body)).data
  if (!said) throw new SyntaxError('not an answer of Slack')
  return said.ok ? 'ok' : codeOf(said.error)
}

const failureOf = (error: unknown): string => {
  if (error instanceof SyntaxError) return unreadable
  return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable'
}

/** Fetches, reads the answer to its end, and says of each call how it ended and how long that took. */
export const observedFetch =
  (observe: ObserveCall = () => {}): Fetch =>
  async (url, init) => {
    const began = performance.now()
    const method = String(url).split(/[?#]/, 1)[0]?.split('/').at(-1) ?? ''
    const seen = (outcome: string): void => observe({ method, outcome, seconds: (performance.now() - began) / 1000 })
    try {
      const response = await fetch(url, init)
      const { ok, status, statusText, headers, url: at } = response
      const body = await response.text()
      if (status === 200) seen(saidIn(body))
      else seen(status === 429 ? 'ratelimited' : `http_${status}`)
      const bytes = async (): Promise<ArrayBuffer> => new TextEncoder().encode(body).buffer
      const text = async (): Promise<string> => body
      return { ok, status, statusText, url: at, headers, text, json: async () => JSON.parse(body), arrayBuffer: bytes }
    } catch (error) {
      seen(failureOf(error))
      throw error
    }
  }
