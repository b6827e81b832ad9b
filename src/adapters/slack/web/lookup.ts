import { setTimeout as pause } from 'node:timers/promises'
import type { Clock, WorkspaceId } from '#application/ports.ts'
import type { Log } from './log.ts'
import { createRecent } from './recent.ts'
import { reasonOf } from './slack-failure.ts'

/** Something known of Slack, and when it was last true. */
export type Remembered<T> = { readonly value: T; readonly seenAt: Date }

type Deps<T> = {
  readonly clock: Clock
  readonly log: Log
  /** How long somebody waits for what was never asked before; milliseconds. */
  readonly patienceMs: number
  readonly find: (workspaceId: WorkspaceId, id: string) => Promise<Remembered<T> | undefined>
  /** Answers what is kept of it, where that is not all. */
  readonly save: (workspaceId: WorkspaceId, value: T, seenAt: Date) => Promise<T | undefined>
  /** Asks Slack; undefined when it has no such thing. */
  readonly ask: (id: string) => Promise<T | undefined>
}

export type Lookup<T> = {
  /** Undefined also when Slack does not answer in time. */
  readonly get: (workspaceId: WorkspaceId, id: string) => Promise<T | undefined>
  /** The same with all the time it takes; throws when Slack cannot be asked. */
  readonly settle: (workspaceId: WorkspaceId, id: string) => Promise<T | undefined>
  /** Asks Slack again, whatever is remembered. */
  readonly refresh: (workspaceId: WorkspaceId, id: string) => Promise<T | undefined>
  /** Takes what a delivery has told. */
  readonly learn: (workspaceId: WorkspaceId, id: string, value: T) => Promise<T>
}

const most = 5_000
const forMs = 60_000
const staleAfterMs = 3_600_000

/** One call at a time for one key, however many want its answer. */
const sharing = <T>(call: (workspaceId: WorkspaceId, id: string) => Promise<T>) => {
  const running = new Map<string, Promise<T>>()
  return (workspaceId: WorkspaceId, id: string): Promise<T> => {
    const key = `${workspaceId}:${id}`
    const same = running.get(key)
    if (same !== undefined) return same
    const fresh = call(workspaceId, id).finally(() => running.delete(key))
    running.set(key, fresh)
    return fresh
  }
}

/** Memory, then the database, then Slack: the answer is as fast as the nearest that knows. */
export const createLookup = <T>(deps: Deps<T>): Lookup<T> => {
  const { clock, log, patienceMs } = deps
  const recent = createRecent<T>(most, forMs, () => clock.now().getTime())

  const learn = async (workspaceId: WorkspaceId, id: string, value: T): Promise<T> => {
    recent.set(`${workspaceId}:${id}`, value)
    const kept = (await deps.save(workspaceId, value, clock.now())) ?? value
    recent.set(`${workspaceId}:${id}`, kept)
    return kept
  }

  const refresh = sharing(async (workspaceId, id) => {
    const value = await deps.ask(id)
    return value === undefined ? undefined : learn(workspaceId, id, value)
  })

  const quietly = async (workspaceId: WorkspaceId, id: string): Promise<T | undefined> => {
    try {
      return await refresh(workspaceId, id)
    } catch (error) {
      log.warn({ id, reason: reasonOf(error) }, 'Slack did not say who or what this is')
      return undefined
    }
  }

  const known = async (workspaceId: WorkspaceId, id: string): Promise<T | undefined> => {
    const key = `${workspaceId}:${id}`
    const remembered = recent.get(key)
    if (remembered !== undefined) return remembered
    const stored = await deps.find(workspaceId, id)
    if (!stored) return undefined
    recent.set(key, stored.value)
    if (clock.now().getTime() - stored.seenAt.getTime() > staleAfterMs) void quietly(workspaceId, id)
    return stored.value
  }

  return {
    get: async (workspaceId, id) =>
      (await known(workspaceId, id)) ??
      Promise.race([quietly(workspaceId, id), pause(patienceMs, undefined, { ref: false })]),
    settle: async (workspaceId, id) => (await known(workspaceId, id)) ?? refresh(workspaceId, id),
    refresh,
    learn,
  }
}
