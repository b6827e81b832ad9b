import { openQueues } from '#adapters/jobs/queues.ts'
import { openStorage, type Storage } from '../../storage.ts'
import { expectDatabase } from '../reach-database.ts'
import { readSetting } from '../setting.ts'
import type { Terminal } from '../terminal.ts'
import { workspaceOf } from '../the-workspace.ts'

const none = 'The bot has never started on this database: there is nothing in it yet.'

export type Opened = { readonly storage: Storage; readonly workspaceId: string }

/** Works on what the bot keeps, beside it or without it, also while Slack is away. */
export const withStorage = async <T>({ stopped }: Terminal, work: (opened: Opened) => Promise<T>): Promise<T> => {
  const setting = readSetting()
  const { config, dataDir, log } = setting
  await expectDatabase(setting)
  const storage = await openStorage({ ...config, dataDir }, log, { share: true })
  try {
    const workspaceId = await workspaceOf(setting, storage.url, stopped, none)
    await openQueues(storage.boss, workspaceId)
    return await work({ storage, workspaceId })
  } finally {
    await storage.close()
  }
}
