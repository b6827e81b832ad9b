import { parseArgs } from 'node:util'
import { nearestWord } from '#domain/nearest-word.ts'
import type { Terminal } from './terminal.ts'

const usage = `Usage: npm run council -- VERB

  apply FILE            makes the council what the file says; also while the bot runs
  apply --dry-run FILE  says what that would change, and changes nothing
  customers FILE        makes the customers what a CSV file says: key,name and, if you like, tier,region
  customers --dry-run FILE  says what that would change, and changes nothing
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

type Work = (file: string | undefined, dry: boolean, terminal: Terminal) => Promise<number>

const done = (work: Promise<void>): Promise<number> => work.then(() => 0)

/** What each verb does, loaded only when it is wanted: who mistyped hears of it at once. */
const works: Readonly<Record<'apply' | 'customers' | 'export' | 'doctor', Work>> = {
  apply: async (file, dry, terminal) => {
    if (file === undefined) throw new Misunderstood('Which file shall be applied?')
    return done(
      dry ? (await import('./dry-run.ts')).dryRun(file, terminal) : (await import('./apply.ts')).apply(file, terminal),
    )
  },
  customers: async (file, dry, terminal) => {
    if (file === undefined) throw new Misunderstood('Which file names the customers?')
    return done((await import('./customers.ts')).customers(file, dry, terminal))
  },
  export: async (file, _, terminal) => done((await import('./export.ts')).exportCouncil(file, terminal)),
  doctor: async (_, __, terminal) => (await import('./doctor.ts')).doctor(terminal),
}

const isVerb = (word: string): word is keyof typeof works => Object.hasOwn(works, word)

const unknownVerb = (verb: string): Misunderstood => {
  const meant = nearestWord(verb, [...Object.keys(works), 'help'])
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

const refuseTooMuch = (verb: keyof typeof works, files: readonly string[], dry: boolean): void => {
  const most = verb === 'doctor' ? 0 : 1
  const [surplus] = files.slice(most)
  if (surplus !== undefined)
    throw new Misunderstood(`${verb} takes ${most === 0 ? 'no file' : 'one file'}: what is “${surplus}” for?`)
  if (dry && verb !== 'apply' && verb !== 'customers')
    throw new Misunderstood(`--dry-run belongs to apply and customers: ${verb} changes nothing anyway.`)
}

/** npm takes a `--dry-run` for itself that is not behind `--`; nobody who wrote it wants anything to be changed. */
const npmTookDryRun = (): boolean => process.env.npm_config_dry_run === 'true'

/** Carries out what was typed; answers the exit code. Throws a sentence for people. */
export const runCommandLine = async (given: readonly string[], terminal: Terminal): Promise<number> => {
  const { values, positionals } = argumentsIn(given)
  const [verb, ...files] = positionals
  if (verb === 'help' || values.help === true) {
    terminal.say(usage)
    return 0
  }
  if (verb === undefined) throw new Misunderstood('What shall be done?')
  if (!isVerb(verb)) throw unknownVerb(verb)
  const dry = values['dry-run'] === true
  refuseTooMuch(verb, files, dry)
  return works[verb](files[0], dry || npmTookDryRun(), terminal)
}
