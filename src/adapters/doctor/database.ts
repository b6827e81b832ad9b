import { broken, counted, type Finding, look, ok } from './finding.ts'

const oldestMajor = 15
const slowMs = 250

export type DatabaseFacts = {
  readonly version: string
  /** The fastest of a few; milliseconds. */
  readonly roundTripMs: number
}

/** How the database stands that answered at `where`. */
export const databaseFindings = ({ version, roundTripMs }: DatabaseFacts, where: string): readonly Finding[] => {
  const major = Number.parseInt(version, 10)
  const trip = `${Math.max(1, Math.round(roundTripMs))} ms there and back`
  if (major < oldestMajor)
    return [broken('database', `PostgreSQL ${version} at ${where} is too old.`, `Use ${oldestMajor} or newer.`)]
  if (roundTripMs > slowMs)
    return [
      look(
        'database',
        `PostgreSQL ${version} at ${where} is far away: ${trip}.`,
        'Slack wants its answers within 3 s: run the bot beside its database.',
      ),
    ]
  return [ok('database', `PostgreSQL ${version} at ${where}, ${trip}.`)]
}

const remedies: readonly (readonly [RegExp, string])[] = [
  [/password|28P01|28000|role .* does not exist/i, 'Put the right name and password into DATABASE_URL.'],
  [/database .* does not exist|3D000/i, 'Create it (createdb), or name another in DATABASE_URL.'],
  [/ENOTFOUND|EAI_AGAIN/, 'Is the host in DATABASE_URL spelled right?'],
  [/SSL|certificate/i, 'Does DATABASE_URL ask for the right sslmode?'],
]

/** Why the database could not be asked. */
export const databaseFailure = (reason: string, where: string): Finding => {
  const todo = remedies.find(([pattern]) => pattern.test(reason))?.[1]
  return broken(
    'database',
    `The database at ${where} does not answer (${reason}).`,
    todo ?? 'Is PostgreSQL running, and DATABASE_URL right?',
  )
}

/** What the database still lacks. */
export const migrationsFinding = (pending: readonly string[]): Finding =>
  pending.length === 0
    ? ok('migrations', 'All are applied.')
    : look(
        'migrations',
        `${counted(pending.length, 'migration is', 'migrations are')} not applied: ${pending.join(', ')}.`,
        'Restart the bot: it applies them at its start.',
      )
