import { setTimeout as pause } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { type Ownership, tryToOwn } from './owner.ts'
import type { Place } from './place.ts'
import { ensureServer, stopServer } from './server.ts'
import type { EmbeddedLog } from './start-embedded-postgres.ts'

/** What is needed to have the same server again, at the same address. */
export type Kept = {
  readonly url: string
  readonly port: number
  readonly place: Place
  readonly cluster: Cluster
  readonly extra: readonly string[]
  readonly log: EmbeddedLog
}

const retryMs = 250

/** The mark again, on a server that runs again; undefined while that cannot be had. */
async function regain({ url, port, place, cluster, extra }: Kept): Promise<Ownership | undefined> {
  const server = await ensureServer(place, cluster, extra, port)
  if (server === undefined) return undefined
  const mark = await tryToOwn(url)
  return typeof mark === 'object' ? mark : undefined
}

/**
 * Sees to it that the server runs as long as its owner does: one that was killed, or that ended its sessions because one
 * of its processes was, is had again at the same address. `stop` ends it for good, unless another process has it by then.
 */
export function keepRunning(kept: Kept, first: Ownership): { stop(): Promise<void> } {
  const { place, cluster, log } = kept
  const ending = new AbortController()
  let mark: Ownership | undefined = first
  let said: string | undefined
  const say = (sentence: string): void => {
    if (sentence !== said) log.info(sentence)
    said = sentence
  }
  const again = async (): Promise<void> => {
    mark = undefined
    say('The embedded PostgreSQL ended by itself: it is started again.')
    while (!ending.signal.aborted && mark === undefined) {
      mark = await regain(kept).catch((error: Error) => void say(error.message))
      if (mark === undefined) await pause(retryMs, undefined, { signal: ending.signal }).catch(() => undefined)
    }
    said = undefined
  }
  const keep = async (): Promise<void> => {
    while (!ending.signal.aborted && mark !== undefined) {
      await Promise.race([mark.lost, aborted(ending.signal)])
      if (!ending.signal.aborted) await again()
    }
  }
  const keeping = keep()
  const stop = async (): Promise<void> => {
    ending.abort()
    await keeping
    if (mark === undefined) return
    await stopServer(place, cluster)
    await mark.release()
  }
  return { stop }
}

const aborted = (signal: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined)
    else signal.addEventListener('abort', resolve, { once: true })
  })
