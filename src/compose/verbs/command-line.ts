import { parseArgs } from 'node:util'
import { nearestWord } from '#domain/nearest-word.ts'
import type { Terminal } from './terminal.ts'

const usage = `Usage: npm run council -- VERB

  apply FILE            makes the council what the file says; also while the bot runs
  apply --dry-run FILE  says what that would change, and changes nothing
  customers FILE        makes the customers what a CSV file says: key,name and, if you like, tier,region
  customers --dry-run FILE  says what that would change, and changes nothing
  export [FILE]         writes the council in force as a file that can be applied again
  timeline CX-42        says everything that happened to an issue; as JSON with --json
  timeline --setup      the same of the council, of erasures and holds
  hold CX-42 --why "…"  keeps the words of an issue, however old, whoever is erased
  unhold CX-42 --why "…"
  erase --person U0…    erases what a person wrote, and their name; with --dry-run only says what that would be
  erase --customer KEY  the same for a customer and their issues; asks before it does it, with --yes it does not
  audit FILE.csv        counts how often cases are sent around, from a service desk's export; needs no Slack: audit --help
  doctor                looks whether everything is in order, and says what to do
  help                  says this`

/** What somebody typed that means nothing, and what to type instead. */
class Misunderstood extends Error {
  constructor(sentence: string) {
    super(`${sentence}\n\n${usage}`)
    this.name = 'Misunderstood'
  }
}

/** The options that were typed besides. */
type Given = {
  readonly person?: string
  readonly customer?: string
  readonly why?: string
  readonly yes?: boolean
  readonly json?: boolean
  readonly setup?: boolean
}

type Work = (word: string | undefined, dry: boolean, terminal: Terminal, given: Given) => Promise<number>

const done = (work: Promise<void>): Promise<number> => work.then(() => 0)

const holding =
  (act: 'hold' | 'lift'): Work =>
  async (issue, _, terminal, { why }) =>
    done((await import('./privacy/hold.ts')).hold(act, issue, why, terminal))

/** What each verb does, loaded only when it is wanted: who mistyped hears of it at once. */
const works: Readonly<
  Record<'apply' | 'customers' | 'export' | 'timeline' | 'hold' | 'unhold' | 'erase' | 'doctor', Work>
> = {
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
  timeline: async (issue, _, terminal, { json = false, setup = false }) => {
    if (setup && issue !== undefined) throw new Misunderstood('One at a time: an issue, or --setup.')
    if (setup) return done((await import('./privacy/setup-timeline.ts')).setupTimeline(json, terminal))
    return done((await import('./privacy/timeline.ts')).timeline(issue, json, terminal))
  },
  hold: holding('hold'),
  unhold: holding('lift'),
  erase: async (_, dry, terminal, { yes = false, ...whose }) =>
    done((await import('./privacy/erase.ts')).erase({ ...whose, yes, dry }, terminal)),
  doctor: async (_, __, terminal) => (await import('./doctor.ts')).doctor(terminal),
}

const isVerb = (word: string): word is keyof typeof works => Object.hasOwn(works, word)

const unknownVerb = (verb: string): Misunderstood => {
  const meant = nearestWord(verb, [...Object.keys(works), 'audit', 'help'])
  return new Misunderstood(`There is no “${verb}”${meant === undefined ? '.' : `: did you mean ${meant}?`}`)
}

const options = {
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  person: { type: 'string' },
  customer: { type: 'string' },
  why: { type: 'string' },
  yes: { type: 'boolean' },
  json: { type: 'boolean' },
  setup: { type: 'boolean' },
} as const

const argumentsIn = (given: readonly string[]) => {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true })
  } catch (cause) {
    throw new Misunderstood(`${(cause as Error).message.split('. ')[0]}.`)
  }
}

type Verb = keyof typeof works

/** What the one word behind a verb is; nothing where it takes none. */
const wordOf: Readonly<Record<Verb, 'file' | 'issue' | undefined>> = {
  apply: 'file',
  customers: 'file',
  export: 'file',
  timeline: 'issue',
  hold: 'issue',
  unhold: 'issue',
  erase: undefined,
  doctor: undefined,
}

/** The verbs that an option belongs to. */
const optionsOf: Readonly<Record<Exclude<keyof typeof options, 'help'>, readonly Verb[]>> = {
  'dry-run': ['apply', 'customers', 'erase'],
  person: ['erase'],
  customer: ['erase'],
  why: ['hold', 'unhold'],
  yes: ['erase'],
  json: ['timeline'],
  setup: ['timeline'],
}

/** “apply, customers and erase”. */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const refuseTooMuch = (verb: Verb, words: readonly string[], given: Readonly<Record<string, unknown>>): void => {
  const word = wordOf[verb]
  const [surplus] = words.slice(word === undefined ? 0 : 1)
  if (surplus !== undefined)
    throw new Misunderstood(
      `${verb} takes ${word === undefined ? 'no file' : `one ${word}`}: what is “${surplus}” for?`,
    )
  for (const [option, verbs] of Object.entries(optionsOf)) {
    if (given[option] === undefined || verbs.includes(verb)) continue
    const nothing = option === 'dry-run' ? `${verb} changes nothing anyway.` : `${verb} has no use for it.`
    throw new Misunderstood(`--${option} belongs to ${listed(verbs)}: ${nothing}`)
  }
}

/** npm takes a `--dry-run` for itself that is not behind `--`; nobody who wrote it wants anything to be changed. */
const npmTookDryRun = (): boolean => process.env.npm_config_dry_run === 'true'

/** Carries out what was typed; answers the exit code. Throws a sentence for people. */
export const runCommandLine = async (given: readonly string[], terminal: Terminal): Promise<number> => {
  if (given[0] === 'audit') return (await import('./audit/audit.ts')).audit(given.slice(1), terminal)
  const { values, positionals } = argumentsIn(given)
  const [verb, ...files] = positionals
  if (verb === 'help' || values.help === true) {
    terminal.say(usage)
    return 0
  }
  if (verb === undefined) throw new Misunderstood('What shall be done?')
  if (!isVerb(verb)) throw unknownVerb(verb)
  refuseTooMuch(verb, files, values)
  const dry = values['dry-run'] === true || npmTookDryRun()
  return works[verb](files[0], dry, terminal, values)
}
