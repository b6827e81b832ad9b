import { CouncilFileError, loadCouncil } from '#adapters/council-file/load-council.ts'
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
import type { SlackDirectory } from '#adapters/slack/directory.ts'
import { checkCouncil } from '#application/use-cases/council/check-council.ts'
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
  readonly directory: SlackDirectory
  readonly council: ReturnType<typeof rememberCouncil>
  readonly councilFile: string | undefined
  readonly watch: Watch
  readonly instruments: Instruments
  readonly log: Logger
  readonly stopping: AbortSignal
}

/**
 * Reads the council in force anew; while there is none, applies the file and says once what is wrong with it. Throws
 * when Slack or the database cannot be asked just then.
 */
const keepCouncil = ({ workspaceId, useCases, directory, council, councilFile: file, log }: WorkDeps): Tick => {
  const check = checkCouncil({ directory: directory.surely })
  let said: string | undefined
  const applyIfNone = async (): Promise<void> => {
    if ((await council.refresh(workspaceId)) || file === undefined) return
    try {
      const read = await loadCouncil(file, (found) => check({ workspaceId, council: found }))
      if (await useCases.applyCouncil({ workspaceId, council: read, onlyFirst: true }))
        log.info({ file }, 'the council was applied')
      await council.refresh(workspaceId)
    } catch (error) {
      if (!(error instanceof CouncilFileError)) throw error
      if (error.message !== said) log.error({ reason: error.message }, 'the council file was not applied')
      said = error.message
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
      { name: 'people', run: () => useCases.lookAfterPeople(workspaceId) },
      { name: 'digest', run: () => useCases.postDigest(workspaceId) },
      { name: 'retention', run: () => useCases.eraseOldWords(workspaceId) },
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
