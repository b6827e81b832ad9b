import type { Person } from './person.ts'

/** The number of an issue, most often one of the newest. */
export const someIssue = ({ chance, flags }: Pick<Person, 'chance' | 'flags'>): string => {
  const newest = Math.max(1, flags.length)
  return `CX-${chance.maybe(0.7) ? chance.between(Math.max(0, newest - 25), newest) : chance.between(0, newest)}`
}
