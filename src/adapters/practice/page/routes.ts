import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { parseJson } from '../json.ts'
import type { World } from '../world/world.ts'
import { doAct } from './acts.ts'
import { pageState } from './state.ts'

const TYPES: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' }
const POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The page on which a newcomer can be anybody, and what its script asks for. */
export function pageRoutes(world: World): Hono {
  const app = new Hono()
  app.get('/', () => asset('index.html'))
  app.get('/page/:kind{client|style}/:path{.+}', (context) => asset(context.req.path.slice('/page/'.length)))
  app.get('/page/state', (context) => {
    const { as = '', place = '', thread } = context.req.query()
    return context.json(pageState(world, { as, place, thread }))
  })
  app.post('/page/act', async (context) => context.json(await doAct(world, parseJson(await context.req.text()))))
  app.get('/page/file/:id', (context) => {
    const file = world.files.get(context.req.param('id'))
    if (!file) return context.notFound()
    return context.redirect(`/files/${file.id}/${encodeURIComponent(file.name)}`)
  })
  app.get('/page/changes', () => changes(world))
  return app
}

async function asset(name: string): Promise<Response> {
  const type = TYPES[name.split('.').at(-1) ?? '']
  if (!type || !/^([a-z]+\/)*[a-z-]+\.[a-z]+$/.test(name)) return new Response('not found', { status: 404 })
  try {
    const text = await readFile(new URL(`./${name}`, import.meta.url), 'utf8')
    return new Response(text, {
      headers: {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': POLICY,
        'cache-control': 'no-cache',
      },
    })
  } catch {
    return new Response('not found', { status: 404 })
  }
}

/** A stream of "something changed" (server-sent events), at most one in 50 ms. */
function changes(world: World): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      let soon: NodeJS.Timeout | undefined
      controller.enqueue(encoder.encode('retry: 500\n\n'))
      const silent = world.changes.listen(() => {
        soon ??= setTimeout(() => {
          soon = undefined
          controller.enqueue(encoder.encode('data: change\n\n'))
        }, 50)
      })
      stop = () => {
        silent()
        clearTimeout(soon)
      }
    },
    cancel: () => stop(),
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' } })
}
