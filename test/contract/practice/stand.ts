import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'
import type { Json } from '#adapters/practice/json.ts'
import type { PracticeOptions } from '#adapters/practice/options.ts'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'

type Received = { headers: IncomingHttpHeaders; body: string; payload: Json }

type Reply = { status?: number; body?: string; headers?: Record<string, string>; never?: boolean }

/** An app that writes down what it is told and answers as the test says. */
export type PretendApp = { received: Received[]; reply: (received: Received) => Reply; url: string; close: () => void }

const open: (() => unknown)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function pretendApp(): Promise<PretendApp> {
  const app: PretendApp = { received: [], reply: () => ({}), url: '', close: () => {} }
  const http = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const received = { headers: request.headers, body, payload: parse(body) }
      app.received.push(received)
      const reply = app.reply(received)
      if (reply.never) return
      response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers })
      response.end(reply.body ?? '')
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  app.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/slack/events`
  app.close = () => {
    http.closeAllConnections()
    http.close()
  }
  return app
}

function parse(body: string): Json {
  if (body.startsWith('{')) return JSON.parse(body)
  const form = Object.fromEntries(new URLSearchParams(body))
  return form.payload ? JSON.parse(form.payload) : form
}

/** A running workspace, an app that listens to it, and a clock in the test's hand. */
export async function stand(options: Partial<PracticeOptions> = {}) {
  const clock = { at: Date.UTC(2026, 10, 2, 9), forward: (ms: number) => (clock.at += ms) }
  const workspace = createPracticeWorkspace({
    ...practiceSeed(clock.at),
    messages: [],
    now: () => clock.at,
    retryDelays: [0, 0, 0],
    ...options,
  })
  await workspace.start()
  const app = await pretendApp()
  workspace.deliverTo(app.url)
  open.push(workspace.stop, app.close)

  /** Calls a method with a JSON body. */
  const call = async (method: string, args: Json = {}, token = 'xoxb-practice'): Promise<Json> => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
    const response = await fetch(workspace.apiUrl + method, { method: 'POST', headers, body: JSON.stringify(args) })
    return (await response.json()) as Json
  }
  return { workspace, app, clock, call }
}

export const plain = (text: string) => ({ type: 'plain_text', text })

export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })

export const button = (text: string, more: Json = {}) => ({ type: 'button', text: plain(text), ...more })

export const modal = (blocks: Json[], more: Json = {}) => ({
  type: 'modal',
  title: plain('Practice'),
  submit: plain('Go'),
  blocks,
  ...more,
})

export const input = (label: string, element: Json = { type: 'plain_text_input' }, more: Json = {}) => ({
  type: 'input',
  label: plain(label),
  element,
  ...more,
})

/** Lets a person open a modal by a command. */
export async function openModalFor(on: Awaited<ReturnType<typeof stand>>, user: string, view: Json): Promise<Json> {
  await on.workspace.as(user).command('/cx', 'flag', '#support')
  const trigger = on.app.received.at(-1)?.payload.trigger_id
  return on.call('views.open', { trigger_id: trigger, view })
}
