import { describe, expect, it, onTestFinished } from 'vitest'
import type { Checks } from '#adapters/http/readiness.ts'
import { startHttp } from '#adapters/http/start-http.ts'

const serve = async (checks: Checks) => {
  const http = await startHttp({ port: 0, host: '127.0.0.1', checks })
  onTestFinished(() => http.stop(0))
  return { origin: `http://127.0.0.1:${http.port}`, http }
}

describe('the port for everything', () => {
  it('is ready when every check says yes', async () => {
    const { origin } = await serve({ database: () => undefined, slack: async () => undefined })
    const answer = await fetch(`${origin}/readyz`)
    expect([answer.status, await answer.json()]).toEqual([200, { database: 'ok', slack: 'ok' }])
  })

  it('is alive but not ready when a check says why not, throws or hangs', async () => {
    const { origin } = await serve({
      database: () => Promise.reject(new Error('password "x" was wrong')),
      jobs: () => new Promise(() => {}),
      council: () => 'none yet',
    })
    expect((await fetch(`${origin}/healthz`)).status).toBe(200)
    const answer = await fetch(`${origin}/readyz`)
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { database: 'the check failed', jobs: 'no answer in time', council: 'none yet' },
    ])
  })

  it('finds nothing elsewhere, and says so without a trace', async () => {
    const { origin } = await serve({})
    for (const path of ['/', '/slack', '/healthz/x', '/%', '/..%2f..%2fetc/passwd']) {
      const answer = await fetch(`${origin}${path}`)
      expect([path, answer.status, await answer.text()]).toEqual([path, 404, 'There is nothing here.'])
    }
  })

  it('takes nothing more once it has stopped', async () => {
    const { origin, http } = await serve({})
    await http.stop()
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow()
  })
})
