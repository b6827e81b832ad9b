import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnBot, untilReady } from '../../../test/support/bot-process.ts'

/** Milliseconds from the start of the process to ready, with the embedded database in its folder initialised before. */
export const startToReady = async (
  environment: Readonly<Record<string, string>>,
  rounds: number,
): Promise<readonly number[]> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cx-bench-start-'))
  const times: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const started = performance.now()
    const bot = await spawnBot({ ...environment, DATA_DIR: dataDir })
    await untilReady(bot)
    if (round > 0) times.push(performance.now() - started)
    await bot.terminate()
  }
  await rm(dataDir, { recursive: true, force: true })
  return times
}
