import { loadCouncil } from '#adapters/council-file/load-council.ts'
import { putBackAbandoned } from '#adapters/jobs/abandoned.ts'
import { workOnDeliveries } from '#adapters/jobs/deliveries.ts'
import { workOnPosts } from '#adapters/jobs/posts.ts'
import { openQueues } from '#adapters/jobs/queues.ts'
import { type Logger, within } from '#adapters/logger.ts'
import { enterWorkspace } from '#adapters/postgres/presence.ts'
import { tidy } from '#adapters/postgres/tidy.ts'
import { welcomeWorkspace } from '#adapters/postgres/workspaces.ts'
import type { Tick } from '#adapters/scheduler.ts'
import { startTicks } from '#adapters/scheduler.ts'
import type { SlackApp } from '#adapters/slack/app.ts'
import type { UseCases } from '#application/use-cases.ts'
import type { rememberCouncil } from './council-in-force.ts'
import type { Instruments } from './instruments.ts'
import type { Storage } from './storage.ts'
import { untilItWorks } from './until-it-works.ts'
import type { Watch } from './watch.ts'

export type WorkDeps = {
  readonly workspaceId: string
  readonly storage: Storage
  readonly useCases: UseCases
  readonly app: SlackApp
  readonly council: ReturnType<typeof rememberCouncil>
  readonly councilFile: string | undefined
  readonly watch: Watch
  readonly instruments: Instruments
  readonly log: Logger
  readonly stopping: AbortSignal
}

/** Reads the council in force anew; while there is none, applies the file and says once what is wrong with it. */
const keepCouncil = ({ workspaceId, useCases, council, councilFile: file, log }: WorkDeps): Tick => {
  let said: string | undefined
  const applyIfNone = async (): Promise<void> => {
    if ((await council.refresh(workspaceId)) || file === undefined) return
    try {
      const read = await loadCouncil(file, (found) => useCases.checkCouncil({ workspaceId, council: found }))
      if (await useCases.applyCouncil({ workspaceId, council: read, onlyFirst: true }))
        log.info({ file }, 'the council was applied')
      await council.refresh(workspaceId)
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown'
      if (reason !== said) log.error({ reason }, 'the council file was not applied')
      said = reason
    }
  }
  return { name: 'council', run: applyIfNone }
}

/** Begins to work for the workspace, once Slack has said which one it is; answers how to stop. */
export const beginWork = async (deps: WorkDeps): Promise<() => Promise<void>> => {
  const { workspaceId, storage, useCases, app, watch, log, instruments } = deps
  const { boss, bells, database, url, ports } = storage
  const surely = <T>(step: () => Promise<T>): Promise<T> => untilItWorks(step, deps)
  await surely(() => welcomeWorkspace(database, workspaceId, ports.clock.now()))
  await surely(() => openQueues(boss, workspaceId))
  watch.begin(workspaceId)
  const putBack = (takenBefore: Date) => putBackAbandoned(boss, workspaceId, takenBefore)
  const presence = await surely(() => enterWorkspace(url, workspaceId, putBack))
  const applying = keepCouncil(deps)
  await surely(applying.run)
  const deliver: UseCases['deliverPost'] = (post) => instruments.job(() => useCases.deliverPost(post))
  const process = (body: unknown) => instruments.job(() => app.processStored(body))
  const posts = { boss, log, deliver, within }
  bells.posts.answer(workspaceId, await surely(() => workOnPosts(posts, workspaceId)))
  bells.deliveries.answer(workspaceId, await surely(() => workOnDeliveries(boss, workspaceId, process)))
  await app.start()
  const stopTicks = startTicks(
    [
      { name: 'reminders', run: () => useCases.sendReminders(workspaceId) },
      { name: 'digest', run: () => useCases.postDigest(workspaceId) },
      { name: 'closed_places', run: () => useCases.tryClosedPlaces(workspaceId) },
      applying,
      { name: 'tidy', run: () => tidy(database, workspaceId, ports.clock.now()) },
    ].map(watch.tick),
    log,
    instruments.rhythm,
  )
  return async () => {
    await stopTicks()
    await presence.leave()
  }
}
