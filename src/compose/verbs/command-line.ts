import { parseArgs } from 'node:util'
import { nearestWord } from '#domain/nearest-word.ts'
import { apply } from './apply.ts'
import { doctor } from './doctor.ts'
import { dryRun } from './dry-run.ts'
import { exportCouncil } from './export.ts'
import type { Terminal } from './terminal.ts'

const usage = `Usage: npm run council -- VERB

  apply FILE            makes the council what the file says; also while the bot runs
  apply --dry-run FILE  says what that would change, and changes nothing
  export [FILE]         writes the council in force as a file that can be applied again
  doctor                looks whether everything is in order, and says what to do
  help                  says this`

/** What somebody typed that means nothing, and what to type instead. */
class Misunderstood extends Error {
  constructor(sentence: string) {
    super(`${sentence}\n\n${usage}`)
    this.name = 'Misunderstood'
  }
}

const verbs = ['apply', 'export', 'doctor', 'help'] as const

const unknownVerb = (verb: string): Misunderstood => {
  const meant = nearestWord(verb, verbs)
  return new Misunderstood(`There is no “${verb}”${meant === undefined ? '.' : `: did you mean ${meant}?`}`)
}

const argumentsIn = (given: readonly string[]) => {
  try {
    const options = { 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
    return parseArgs({ args: [...given], options, allowPositionals: true })
  } catch (cause) {
    throw new Misunderstood(`${(cause as Error).message.split('. ')[0]}.`)
  }
}

/** Only as many files as the verb takes, and `--dry-run` where it means something. */
const refuseTooMuch = (verb: string, files: readonly string[], most: number, dry: boolean): void => {
  const [surplus] = files.slice(most)
  if (surplus !== undefined)
    throw new Misunderstood(`${verb} takes ${most === 0 ? 'no file' : 'one file'}: what is “${surplus}” for?`)
  if (dry && verb !== 'apply') throw new Misunderstood(`--dry-run belongs to apply: ${verb} changes nothing anyway.`)
}

/**
 * Carries out what was typed; answers the exit code. Throws a sentence for people. npm takes a `--dry-run` for itself
 * that is not behind `--`, and says so in the environment only: nobody who wrote it wants anything to be changed.
 */
export const runCommandLine = async (given: readonly string[], terminal: Terminal): Promise<number> => {
  const { values, positionals } = argumentsIn(given)
  const [verb, ...files] = positionals
  const [file] = files
  if (verb === 'help' || values.help === true) {
    terminal.say(usage)
    return 0
  }
  if (verb === undefined) throw new Misunderstood('What shall be done?')
  if (verb !== 'apply' && verb !== 'export' && verb !== 'doctor') throw unknownVerb(verb)
  const dry = values['dry-run'] === true
  refuseTooMuch(verb, files, verb === 'doctor' ? 0 : 1, dry)
  if (verb === 'doctor') return doctor(terminal)
  if (verb === 'export') await exportCouncil(file, terminal)
  else if (file === undefined) throw new Misunderstood('Which file shall be applied?')
  else await (dry || process.env.npm_config_dry_run === 'true' ? dryRun : apply)(file, terminal)
  return 0
}
