import { standIn } from '../../availability/stand-in.ts'
import type { PersonId } from '../../council.ts'
import type { AskedWhy } from '../../issue/events.ts'
import type { Issue } from '../../issue/issue.ts'
import { withHeld } from '../../issue/issue.ts'
import type { Candidate, Place } from '../../journey-map.ts'
import { maySee } from '../../permissions.ts'
import { addWorkingTime } from '../../time/working-time.ts'
import type { Circumstances, Decision } from '../decision.ts'

/** How long the chair has for a route before the first suggestion is asked. */
const routeWithin = { amount: 2, unit: 'h' } as const

/** Who is asked, and for whom when it is somebody's cover. */
export type Reached = Candidate & { readonly coverFor?: PersonId }

/** The first of the chain who can take an issue now; while somebody in it is away, those who cover for them come next. */
export const firstReachable = (
  chain: readonly Candidate[],
  circumstances: Circumstances,
  fits: (person: PersonId, isCover: boolean) => boolean = () => true,
): Reached | undefined => {
  for (const { person, role } of chain) {
    const found = standIn(person, circumstances, (one) => fits(one, one !== person))
    if (found !== undefined)
      return found === person ? { person, role } : { person: found, role: 'cover', coverFor: person }
  }
  return undefined
}

const withoutRoute = ({ routeBy: _, ask: __, ...issue }: Issue): Issue => issue

const movedTo = (issue: Issue, place: Place): Issue => ({
  ...withoutRoute(issue),
  ...(place.stage === undefined ? {} : { stage: place.stage }),
  department: place.department,
  moves: { ...issue.moves, held: withHeld(issue.moves.held, place.department) },
  card: issue.card === 0 || issue.department !== place.department ? issue.card + 1 : issue.card,
})

/** Makes a department responsible and asks the first reachable person of its chain; says so when there is nobody. */
export const askAt = (issue: Issue, place: Place, why: AskedWhy, circumstances: Circumstances): Decision => {
  const { now, council } = circumstances
  const moved = movedTo(issue, place)
  const candidate = firstReachable(
    place.chain,
    circumstances,
    (person, isCover) => person !== place.without && (!isCover || maySee(council, moved, person)),
  )
  if (!candidate) {
    return { issue: moved, events: [{ kind: 'nobody_reachable', at: now, department: place.department }] }
  }
  const coverFor = candidate.coverFor === undefined ? {} : { coverFor: candidate.coverFor }
  const ask = { round: issue.asks + 1, person: candidate.person, role: candidate.role, at: now }
  return {
    issue: { ...moved, ask, asks: ask.round },
    events: [{ kind: 'asked', at: now, ask, department: place.department, why, gap: place.gap, ...coverFor }],
  }
}

/** Leaves the route to the chair and deputy; after two working hours the first suggestion is asked without them. */
export const leaveToChair = (issue: Issue, suggestions: readonly string[], circumstances: Circumstances): Decision => {
  const { council, now } = circumstances
  return {
    issue: {
      ...withoutRoute(issue),
      card: Math.max(issue.card, 1),
      routeBy: addWorkingTime(council.calendar, now, routeWithin),
    },
    events: [{ kind: 'unrouted', at: now, suggestions }],
  }
}
