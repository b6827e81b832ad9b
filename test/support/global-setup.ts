import type { TestProject } from 'vitest/node'
import { startTestServer, type TestServer } from './test-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { url: string; template: string }
  }
}

// Every project that needs a database runs this file; the first starts the server for all, and the last one stops it.
type Shared = { server: Promise<TestServer>; users: number }
const holder = globalThis as typeof globalThis & { cxTestServer?: Shared }

export async function setup(project: TestProject): Promise<void> {
  holder.cxTestServer ??= { server: startTestServer(), users: 0 }
  holder.cxTestServer.users += 1
  const { url, template } = await holder.cxTestServer.server
  project.provide('testServer', { url, template })
}

export async function teardown(): Promise<void> {
  const shared = holder.cxTestServer
  if (shared === undefined) return
  shared.users -= 1
  if (shared.users > 0) return
  delete holder.cxTestServer
  await (await shared.server).stop()
}
