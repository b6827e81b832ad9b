import type { Home, MapPerson } from '#application/home.ts'
import { dayUntil } from '../time/dates.ts'
import { counted } from '../time/durations.ts'

export const mapTitle = 'Who answers where'

/** How many cells are empty, what follows from it, and how to fill them. */
export const gapsSaid = (gaps: number): string =>
  gaps === 0
    ? 'Every department has somebody at every stage.'
    : `${counted(gaps, 'place has', 'places have')} nobody named: an issue that belongs there is asked of the department's lead. To fill one, add an owner and a backup under that stage in the council file, and have an admin apply it.`

/** A stage whose leading department has no owner there. */
export const leadGap = (department: string): string =>
  `Gap: ${department} leads this stage, and nobody is named. Name an owner first here.`

/** Other departments without an owner at a stage; `all` counts those that are left out, too. */
export const otherGaps = (departments: readonly string[], all: number): string => {
  const more = all - departments.length
  return `Nobody named: ${departments.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** A person of the map, with what keeps them from answering. */
export const personInMap = ({ name, standing, until }: MapPerson, { readerZone, now }: Home): string => {
  const called = name === undefined || name === '' ? 'somebody' : name
  if (standing === 'away')
    return `${called} (away${until === undefined ? '' : ` until ${dayUntil(readerZone, until, now)}`})`
  if (standing === 'gone') return `${called} (no longer here: name somebody else)`
  return standing === 'unknown' ? `${called} (Slack has not told who: check the ID)` : called
}
