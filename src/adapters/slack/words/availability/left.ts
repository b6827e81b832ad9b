import type { CellLeft, Duty, LeftBehind } from '#application/departures.ts'
import { departmentName, stageName } from '../labels.ts'
import { counted } from '../time/durations.ts'

/** Who left, as one calls them. */
const goneName = ({ gone }: Pick<LeftBehind, 'gone'>): string => (gone.name.trim() === '' ? 'Somebody' : gone.name)

/** “Ben’s Slack account is deactivated.” */
export const whyGone = (left: LeftBehind): string => {
  const name = goneName(left)
  const department = departmentName(left.council, left.department)
  const sentences: Readonly<Record<LeftBehind['why'], string>> = {
    deactivated: `${name} is not here any more: the Slack account is deactivated.`,
    not_member: `${name} is no full member of this workspace any more, so the council cannot ask them.`,
    left_channel: `${name} has left the channel of ${department}.`,
    left_department: `The council no longer names ${name} in ${department}.`,
  }
  return sentences[left.why]
}

const both = (...pieces: readonly string[]): string => pieces.filter((piece) => piece !== '').join(' and ')

/** “3 open issues and 2 places in the journey map still name Ben. …” */
export const stillTheirs = (left: LeftBehind): string => {
  const issues = left.issues.length + left.more
  const cells = left.cells.length
  const what = both(
    issues === 0 ? '' : counted(issues, 'open issue'),
    cells === 0 ? '' : counted(cells, 'place in the journey map', 'places in the journey map'),
  )
  const one = issues + cells === 1
  const department = departmentName(left.council, left.department)
  return `${what} in ${department} still ${one ? 'names' : 'name'} ${goneName(left)}. One press gives ${one ? 'it' : 'each'} to somebody who is here.`
}

/** “Everything that was Ben’s in Billing is in other hands.” */
export const allGiven = (left: LeftBehind): string =>
  `Everything of ${goneName(left)} in ${departmentName(left.council, left.department)} is in other hands now.`

/** “Pay: accountable owner”, “Pay (EMEA): backup”. */
export const cellName = ({ council }: LeftBehind, { stage, region, role }: CellLeft): string => {
  const where = region === undefined ? stageName(council, stage) : `${stageName(council, stage)} (${region})`
  return `${where}: ${role === 'owner' ? 'accountable owner' : 'backup'}`
}

const dutyNames = (left: LeftBehind): Readonly<Record<Duty, string>> => {
  const department = departmentName(left.council, left.department)
  return {
    chair: 'chair',
    deputy: 'deputy',
    council: 'council member',
    lead: `lead of ${department}`,
    member: `member of ${department}`,
    on_call: `on call for ${department}`,
  }
}

/** What else the council file says of them; undefined when nothing, or when they are still here and it may be right. */
export const dutiesLeft = (left: LeftBehind): string | undefined => {
  if (left.duties.length === 0 || left.why === 'left_channel') return undefined
  const names = left.duties.map((duty) => dutyNames(left)[duty])
  return `The council file also names ${goneName(left)} as ${names.join(', ')}. A new file changes that.`
}

/** Said where nobody can be named by one press. */
export const nobodyToName = (left: LeftBehind): string =>
  `Nobody else of ${departmentName(left.council, left.department)} is here to be named. The council file can name somebody.`
