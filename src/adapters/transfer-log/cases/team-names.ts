import { mostTeams } from '#domain/transfer-audit/path-tree.ts'
import { mistakeOn } from '../mistake.ts'

/** What stands where a case has no team. */
const nobody = new Set([
  '',
  '?',
  '-',
  '–',
  'null',
  'none',
  'n/a',
  'nan',
  'undefined',
  '(empty)',
  '(null)',
  'unassigned',
])

/** A string of its own: a piece of a larger text would keep the whole text in memory. */
export const ownCopy = (text: string): string => Buffer.from(text, 'utf8').toString('utf8')

/** Numbers the teams in the order in which they first come. */
export const createTeamNames = () => {
  const numbers = new Map<string, number>()
  const names: string[] = []
  return {
    names: (): readonly string[] => names,
    /** The number of a team; undefined when nobody is named. */
    numberOf: (given: string, line: number): number | undefined => {
      const known = numbers.get(given)
      if (known !== undefined) return known
      const name = given.trim()
      if (nobody.has(name.toLowerCase())) return undefined
      const trimmed = numbers.get(name)
      if (trimmed !== undefined) return trimmed
      if (names.length >= mostTeams)
        throw mistakeOn(
          line,
          `that is the ${mostTeams.toLocaleString('en')}th name of a team. Is it really the team that stands in this column? Name another with --team.`,
        )
      const own = ownCopy(name)
      numbers.set(own, names.length)
      return names.push(own) - 1
    },
  }
}
