import { readFile } from 'node:fs/promises'
import type { Council } from '#domain/council.ts'
import { locateChannels, locatePeople } from './locate.ts'
import { readCouncilFile } from './read-council-file.ts'

/** Why a council file was not applied: every mistake with its line. */
/** What is wrong with a council file, line by line. */
export class CouncilFileError extends Error {
  constructor(file: string, mistakes: readonly { readonly line?: number; readonly message: string }[]) {
    const lines = [...mistakes]
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
      .map(({ line, message }) => (line === undefined ? `  ${message}` : `  line ${line}: ${message}`))
    super(`${file} was not applied:\n${lines.join('\n')}`)
    this.name = 'CouncilFileError'
  }
}

type Misfit = { readonly id: string; readonly why: string }

const sentences: Readonly<Record<string, (id: string) => string>> = {
  no_such_person: (id) => `Slack knows no person ${id}: copy the member ID from their profile`,
  guest: (id) => `${id} is a guest: name a full member`,
  stranger: (id) => `${id} belongs to another company: name a full member`,
  bot: (id) => `${id} is a bot: name a person`,
  deactivated: (id) => `${id} is deactivated: name somebody who is here`,
  no_such_channel: (id) => `the bot cannot see channel ${id}: check the ID, and invite the bot there if it is private`,
  shared_channel: (id) => `channel ${id} is shared with another company: customers could read the cards there`,
}

/** The council that a file says. Throws `CouncilFileError` naming every mistake, also a file that cannot be read. */
export const loadCouncil = async (
  file: string,
  misfitsOf: (council: Council) => Promise<readonly Misfit[]>,
): Promise<Council> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CouncilFileError(file, [{ message: 'the file cannot be read: is the path right?' }])
  })
  const read = readCouncilFile(text)
  if ('mistakes' in read) throw new CouncilFileError(file, read.mistakes)
  const misfits = await misfitsOf(read.council)
  if (misfits.length === 0) return read.council
  const lines = new Map([...locatePeople(text), ...locateChannels(text)])
  throw new CouncilFileError(
    file,
    misfits.map(({ id, why }) => ({ line: lines.get(id) ?? 1, message: sentences[why]?.(id) ?? `${id} does not fit` })),
  )
}
