import { loadCouncil } from '#adapters/council-file/load-council.ts'
import { putBackAbandoned } from '#adapters/jobs/abandoned.ts'
import { workOnDeliveries } from '#adapters/jobs/deliveries.ts'
import { workOnPosts } from '#adapters/jobs/posts.ts'
import { openQueues } from '#adapters/jobs/queues.ts'
import type { Logger } from '#adapters/logger.ts'
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

export type WorkDeps = {
  readonly workspaceId: string
  readonly storage: Storage
  readonly useCases: UseCases
  readonly app: SlackApp
  readonly council: ReturnType<typeof rememberCouncil>
  readonly councilFile: string | undefined
  readonly instruments: Instruments
  readonly log: Logger
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
  const { workspaceId, storage, useCases, app, log, instruments } = deps
  const { boss, database, url, ports } = storage
  await welcomeWorkspace(database, workspaceId, ports.clock.now())
  await openQueues(boss, workspaceId)
  const presence = await enterWorkspace(url, workspaceId, () => putBackAbandoned(boss, workspaceId))
  const applying = keepCouncil(deps)
  await applying.run()
  await workOnPosts({ boss, log, deliver: (post) => instruments.job(() => useCases.deliverPost(post)) }, workspaceId)
  await workOnDeliveries(boss, workspaceId, (body) => instruments.job(() => app.processStored(body)))
  await app.start()
  const stopTicks = startTicks(
    [
      { name: 'reminders', run: () => useCases.sendReminders(workspaceId) },
      { name: 'digest', run: () => useCases.postDigest(workspaceId) },
      applying,
      { name: 'tidy', run: () => tidy(database, workspaceId, ports.clock.now()) },
    ],
    log,
    instruments.rhythm,
  )
  return async () => {
    await stopTicks()
    await presence.leave()
  }
}
