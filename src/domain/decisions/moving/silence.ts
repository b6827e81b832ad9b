import type { PersonId } from '../../council.ts'
import { departmentOf } from '../../council.ts'
import type { Handover, Issue } from '../../issue/issue.ts'
import { placeAt } from '../../journey-map.ts'
import { maySee } from '../../permissions.ts'
import { atAnyHour, reachableAt } from '../../reminders/hours.ts'
import { addWorkingTime } from '../../time/working-time.ts'
import { firstReachable } from '../asking/ask.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { receiversCalendar, standsStill } from './handover-clock.ts'

/** When nobody's silence can be waited for any longer, and who is asked then; nobody: it goes back. */
export type Turn = { readonly at: Date; readonly asks?: PersonId }

/**
 * Who is asked once in place of a receiver who is silent: their lead, while they are away who covers for them, and then
 * others whom the map names there; never the silent one again, and not the owner.
 */
const inTheirPlace = (issue: Issue, { to, asked }: Handover, circumstances: Circumstances): PersonId | undefined => {
  const { council } = circumstances
  const team = departmentOf(council, to)
  if (!team) return undefined
  const { chain } = placeAt(council, to, issue.stage, issue.region)
  const others = chain.filter(({ role }) => role !== 'chair')
  return firstReachable(
    [{ person: team.lead, role: 'lead' }, ...others],
    circumstances,
    (person, isCover) => person !== asked && person !== issue.owner && (!isCover || maySee(council, issue, person)),
  )?.person
}

/**
 * What silence about a handover to another department leads to, and when: after `acceptWithin` somebody is asked in the
 * receiver's place, once and in their own hours; after their time, or where there is nobody, it goes back. Undefined
 * where nothing is pending, and while the sender has to answer a question.
 */
export const turnOf = (issue: Issue, circumstances: Circumstances): Turn | undefined => {
  const { council, now } = circumstances
  const { handover } = issue
  if (!handover || handover.pass !== undefined || standsStill(handover)) return undefined
  const { dueAt, leadAsked, to } = handover
  const asks = leadAsked === undefined ? inTheirPlace(issue, handover, circumstances) : undefined
  if (asks === undefined) return { at: dueAt }
  const from = new Date(Math.max(dueAt.getTime(), now.getTime()))
  const anyHour = atAnyHour(council, { ...issue, department: to }, asks)
  return { at: reachableAt({ ...circumstances, now: from }, asks, anyHour) ?? from, asks }
}

const askedInstead = (issue: Issue, handover: Handover, asked: PersonId, circumstances: Circumstances): Decision => {
  const { council, now } = circumstances
  const { id, to } = handover
  const calendar = receiversCalendar(council, issue, to)
  const dueAt = addWorkingTime(calendar, now, council.rules.acceptWithin[issue.severity])
  return {
    issue: { ...issue, handover: { ...handover, dueAt, leadAsked: { person: asked, at: now } } },
    events: [{ kind: 'handover_lead_asked', at: now, id, to, asked }],
  }
}

/** It stays with the sender, as all the while: an attempt that was refused. */
const expired = ({ handover: _, ...issue }: Issue, { id, from, to }: Handover, now: Date): Decision => ({
  issue: {
    ...issue,
    lastUpdateAt: now,
    moves: { ...issue.moves, attempts: issue.moves.attempts + 1, refusals: issue.moves.refusals + 1 },
  },
  events: [{ kind: 'handover_expired', at: now, id, from, to }],
})

/** Does what silence about a handover has led to by now; undefined while there is still time. */
export const endSilence = (issue: Issue, circumstances: Circumstances): Decision | undefined => {
  const turn = turnOf(issue, circumstances)
  const { handover } = issue
  if (!turn || !handover || turn.at > circumstances.now) return undefined
  return turn.asks === undefined
    ? expired(issue, handover, circumstances.now)
    : askedInstead(issue, handover, turn.asks, circumstances)
}
