import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../chance.ts'
import type { Tally } from '../tally.ts'
import { crashServer, cutConnections } from './database.ts'
import type { Fleet } from './fleet.ts'

export type DisasterDeps = {
  fleet: Fleet
  databaseUrl: string
  /** Whether the database is this run's own, to be crashed. */
  mayCrash: boolean
  chance: Chance
  tally: Tally
  /** Milliseconds between two disasters, at most. */
  every: number
  signal: AbortSignal
}

type Disaster = (deps: DisasterDeps) => Promise<unknown>

const rest = ({ chance, signal }: DisasterDeps, most: number): Promise<unknown> =>
  pause(chance.between(50, most), undefined, { signal }).catch(() => undefined)

const one = ({ fleet, chance }: DisasterDeps): number => chance.pick(fleet.living()) ?? 0

const killOne: Disaster = async (deps) => {
  const at = one(deps)
  deps.tally.add('bot killed')
  await deps.fleet.end(at, 'kill')
  await rest(deps, 2_000)
  await deps.fleet.start(at)
}

const killAll: Disaster = async (deps) => {
  deps.tally.add('bot killed', deps.fleet.living().length)
  await deps.fleet.endAll()
  await rest(deps, 1_000)
  await deps.fleet.startAll()
}

/** Stops and starts one after the other, as an upgrade does. */
const roll: Disaster = async (deps) => {
  deps.tally.add('rolling restart')
  for (let at = 0; at < deps.fleet.size; at += 1) {
    await deps.fleet.end(at, 'terminate')
    await deps.fleet.start(at)
  }
}

const cut: Disaster = async ({ databaseUrl, chance, tally }) =>
  tally.add('database connection cut', await cutConnections(databaseUrl, chance, 0.2 + chance.draw()))

const crash: Disaster = async ({ databaseUrl, chance, tally, mayCrash }) => {
  if (mayCrash && (await crashServer(databaseUrl, chance))) tally.add('database crashed')
}

/** Lets bots and the database fail until it is told to stop, a bot first of all, then brings every bot back. */
export const bringDisasters = async (deps: DisasterDeps): Promise<void> => {
  const { chance, signal, every, fleet, tally } = deps
  let first: Disaster | undefined = killOne
  while (!signal.aborted) {
    await pause(chance.between(every / 4, every), undefined, { signal }).catch(() => undefined)
    if (signal.aborted) break
    const disaster = chance.weighted([
      [5, killOne],
      [1, killAll],
      [2, roll],
      [3, cut],
      [1, crash],
    ])
    await (first ?? disaster)(deps).catch(() => tally.add('disaster that could not happen'))
    first = undefined
  }
  await fleet.startAll()
}
