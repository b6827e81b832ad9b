import { Hono } from 'hono'
import { type Checks, readinessOf } from './readiness.ts'

/** What `/metrics` answers: a text, and what kind of text. */
export type MetricsPage = () => Promise<{ readonly text: string; readonly contentType: string }>

/** Everything that is asked of us over HTTP and is not a delivery of Slack. */
export const createRoutes = (checks: Checks, metrics?: MetricsPage): Hono => {
  const routes = new Hono()
  routes.get('/healthz', (context) => context.text('ok'))
  routes.get('/readyz', async (context) => {
    const { ready, checks: answers } = await readinessOf(checks)
    return context.json(answers, ready ? 200 : 503)
  })
  if (metrics)
    routes.get('/metrics', async (context) => {
      const { text, contentType } = await metrics()
      return context.body(text, 200, { 'content-type': contentType })
    })
  routes.notFound((context) => context.text('There is nothing here.', 404))
  routes.onError((_, context) => context.text('Something went wrong.', 500))
  return routes
}
