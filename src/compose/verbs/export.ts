import { writeFile } from 'node:fs/promises'
import { writeCouncilFile } from '#adapters/council-file/write-council-file.ts'
import { councilInForce, reachDatabase } from './reach-database.ts'
import { readSetting } from './setting.ts'
import { orStopped, type Terminal } from './terminal.ts'
import { workspaceOf } from './the-workspace.ts'

const none = 'There is no council yet. To make one: npm run council -- apply FILE'

const refusals: Readonly<Record<string, string>> = {
  EEXIST: 'is there already and was left as it is: name another file, or move that one away first.',
  ENOENT: 'cannot be made: its folder is not there.',
  EACCES: 'cannot be made: this user may not write there.',
}

const writeNew = async (file: string, text: string): Promise<void> => {
  try {
    await writeFile(file, text, { flag: 'wx' })
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException
    throw new Error(`${file} ${refusals[code] ?? `cannot be written: ${message}`}`, { cause })
  }
}

/** Writes the council in force as a council file: to a file that is new, or to standard output. */
export const exportCouncil = async (file: string | undefined, { say, note, stopped }: Terminal): Promise<void> => {
  const setting = readSetting()
  const reached = await reachDatabase(setting)
  if (!reached) throw new Error(none)
  try {
    const workspaceId = await workspaceOf(setting, reached.url, stopped, none)
    const council = await orStopped(councilInForce(reached.url, workspaceId), stopped)
    if (!council) throw new Error(none)
    stopped.throwIfAborted()
    const text = writeCouncilFile(council)
    if (file === undefined) return say(text.trimEnd())
    await writeNew(file, text)
    note(`The council in force is in ${file}. Change it there, then: npm run council -- apply ${file}`)
  } finally {
    await reached.stop()
  }
}
