import { parseArgs } from 'node:util'
import type { Said } from '#adapters/transfer-log/columns/read-layout.ts'
import { roles } from '#adapters/transfer-log/columns/roles.ts'

/** What was asked for: which files, how to read them, and what to make of them. */
export type Asked = {
  readonly file: string
  readonly cases: string | undefined
  readonly said: Said
  readonly maxHops: number
  readonly json: boolean
  readonly html: string | undefined
}

/** What was typed that cannot be meant, in a sentence. */
export class WrongUse extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'WrongUse'
  }
}

export const auditUsage = `Usage: npm run council -- audit FILE.csv [options]

Counts how often cases are sent around, from the export of a service desk. It needs no Slack and no database, and
changes nothing. FILE may be compressed with gzip; - is standard input. To try it: audit practice/transfers.csv

  --json             the figures for programs, instead of the text
  --html PAGE.html   one page with charts for a browser, beside the text; - writes it to standard output
  --max-hops N       how many handovers the guard lets pass (2)
  --cases FILE.csv   the list of all cases, where FILE has only those that moved

Zendesk and ServiceNow exports are recognised, and columns by their usual names. To say which column is which:
  --case COLUMN      the case, ticket or incident
  --team COLUMN      the team that got it          --from COLUMN      the team that had it before
  --at COLUMN        when                          --path COLUMN      the whole path in one row, like A>B>A
  --opened COLUMN    when the case was opened      --resolved COLUMN  when it was resolved
  --first COLUMN     the team that had it first    --resolver COLUMN  the team that resolved it
  --field COLUMN     which field was changed       --field-is VALUE   and what it says when that is the team
How the file is written, where that cannot be seen:
  --separator SIGN       between columns: , ; | or tab
  --path-separator SIGN  between the teams of a path: > -> | or any other
  --day-first            3/4/2016 is the third of April         --month-first  the fourth of March`

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

const options = {
  ...(Object.fromEntries(roles.map((role) => [role, text])) as Record<(typeof roles)[number], typeof text>),
  cases: text,
  separator: text,
  'path-separator': text,
  'field-is': text,
  'max-hops': text,
  html: text,
  json: flag,
  'day-first': flag,
  'month-first': flag,
  help: { type: 'boolean', short: 'h' },
} as const

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (cause) {
    const [sentence = ''] = (cause as Error).message.split(/\. |\n/)
    throw new WrongUse(`${sentence.replace(/\.$/, '')}.`)
  }
}

type Values = ReturnType<typeof parsed>['values']

const signs: Readonly<Record<string, string>> = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';' }

const separatorOf = (given: string | undefined): string | undefined => {
  if (given === undefined) return undefined
  const sign = signs[given.toLowerCase()] ?? given
  if (sign.length === 1 && sign !== '"' && sign !== '\n') return sign
  throw new WrongUse(`--separator takes one sign, like ; or tab: “${given}” is none.`)
}

const maxHopsOf = (given = '2'): number => {
  if (/^\d{1,3}$/.test(given)) return Number(given)
  throw new WrongUse(`--max-hops takes a whole number of handovers, like 2: “${given}” is none.`)
}

const saidIn = (values: Values): Said => {
  if (values['day-first'] && values['month-first']) throw new WrongUse('One of them: --day-first or --month-first.')
  const separator = separatorOf(values.separator)
  const { 'path-separator': pathSeparator, 'field-is': fieldIs } = values
  if (pathSeparator === '') throw new WrongUse('--path-separator takes the sign between two teams, like >.')
  return {
    columns: Object.fromEntries(roles.flatMap((role) => (values[role] === undefined ? [] : [[role, values[role]]]))),
    ...(separator === undefined ? {} : { separator }),
    ...(pathSeparator === undefined ? {} : { pathSeparator }),
    ...(fieldIs === undefined ? {} : { fieldIs }),
    ...(values['day-first'] ? { order: 'day-first' } : values['month-first'] ? { order: 'month-first' } : {}),
  }
}

/** What the words behind `audit` ask for, or that they ask for help. Throws `WrongUse`. */
export const readArguments = (args: readonly string[]): Asked | 'help' => {
  const { values, positionals } = parsed(args)
  if (values.help) return 'help'
  const [file, surplus] = positionals
  if (file === undefined) throw new WrongUse('Which file shall be audited?')
  if (surplus !== undefined) throw new WrongUse(`audit takes one file: what is “${surplus}” for?`)
  const { cases, html, json = false } = values
  if (file === '-' && cases === '-') throw new WrongUse('Standard input can be one of the two: FILE, or --cases.')
  if (html === '-' && json) throw new WrongUse('Standard output takes one of the two: --json, or --html -.')
  return { file, cases, html, json, said: saidIn(values), maxHops: maxHopsOf(values['max-hops']) }
}
