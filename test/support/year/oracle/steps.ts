import type { Council, Department, PersonId } from '#domain/council.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Calendar } from '#domain/time/calendar.ts'
import { channel, type People } from './people.ts'
import { isOpen, lastBefore, minus, minute, plus } from './wall.ts'

/** Something that has to be said of an issue as it is: once, from `due` on, to each of these. */
export type Step = {
  readonly kind: string
  readonly state: string
  readonly due: number
  readonly persons: readonly PersonId[]
}

const hour = 60 * minute

const departmentOf = ({ departments }: Council, key: string | undefined): Department | undefined =>
  departments.find((one) => one.key === key)

/** The person who hears of an urgent issue of this department at any hour, if one is named. */
export const onCallOf = (
  council: Council,
  { severity, department }: Pick<Issue, 'severity' | 'department'>,
): PersonId | undefined => (severity === 'urgent' ? departmentOf(council, department)?.onCall : undefined)

const everyHour = new WeakMap<Calendar, Calendar>()

const clockOf = (council: Council, issue: Pick<Issue, 'severity' | 'department'>): Calendar => {
  const { calendar } = departmentOf(council, issue.department) ?? council
  if (onCallOf(council, issue) === undefined) return calendar
  const always = everyHour.get(calendar) ?? { ...calendar, hours: 'always' }
  everyHour.set(calendar, always)
  return always
}

const unclaimed = (council: Council, issue: Issue): readonly Step[] => {
  const { ask, severity, stage, state } = issue
  const team = departmentOf(council, issue.department)
  if (state !== 'flagged' || !ask || !team) return []
  const clock = clockOf(council, issue)
  const { amount, unit } = council.rules.claimWithin[severity]
  const after = (factor: number): number => plus(clock, ask.at.getTime(), { amount: amount * factor, unit })
  const cell = council.journey
    .find(({ key }) => key === stage)
    ?.owners.find(({ department, region }) => department === team.key && region === undefined)
  const low = severity === 'low'
  const rungs: { name: string; person: PersonId | undefined; due: number }[] = [
    { name: 'owner', person: ask.person, due: after(0.5) },
    { name: 'backup', person: cell?.backup, due: after(1) },
    { name: 'lead', person: team.lead, due: low ? plus(clock, ask.at.getTime(), { amount: 2, unit: 'd' }) : after(2) },
    { name: 'council', person: low ? undefined : channel, due: after(3) },
  ]
  const heard = new Set<PersonId>()
  return rungs.flatMap(({ name, person, due }): readonly Step[] => {
    if (person === undefined || heard.has(person)) return []
    heard.add(person)
    return [{ kind: 'unclaimed', state: `${ask.round}:${name}`, due, persons: [person] }]
  })
}

const quiet = (council: Council, issue: Issue): readonly Step[] => {
  const { state, owner, handover, decision, lastUpdateAt, severity } = issue
  if (state !== 'claimed' || owner === undefined || handover || decision?.review === false) return []
  const due = plus(clockOf(council, issue), lastUpdateAt.getTime(), council.rules.updateWithin[severity])
  return [{ kind: 'quiet', state: lastUpdateAt.toISOString(), due, persons: [owner] }]
}

const untold = (council: Council, issue: Issue): readonly Step[] => {
  const { state, owner, handover, lastUpdateAt, severity, promiseBy } = issue
  if (state !== 'resolved' || owner === undefined || handover || promiseBy) return []
  const due = plus(clockOf(council, issue), lastUpdateAt.getTime(), council.rules.updateWithin[severity])
  return [{ kind: 'untold', state: lastUpdateAt.toISOString(), due, persons: [owner] }]
}

/** Half of their time; within a department then the lead, in another one somebody is asked instead, which is no reminder. */
const handover = (council: Council, { handover: pending, severity }: Issue): readonly Step[] => {
  const target = departmentOf(council, pending?.to)
  if (!pending || !target) return []
  const { id, pass, asked, at, dueAt, leadAsked, question } = pending
  const of = (name: string, due: number, ...persons: readonly PersonId[]): Step => ({
    kind: 'handover',
    state: `${id}:${name}`,
    due,
    persons,
  })
  if (pass === 'away') return [of('asked', at.getTime(), asked)]
  if (question) return []
  const { amount, unit } = council.rules.acceptWithin[severity]
  const half = plus(clockOf(council, { severity, department: target.key }), at.getTime(), { amount: amount / 2, unit })
  if (pass === undefined)
    return [of('half', half, asked), ...(leadAsked ? [of('asked_instead', leadAsked.at.getTime())] : [])]
  const whole = dueAt.getTime()
  const first = of('half', Math.min(half, whole), asked)
  return asked === target.lead ? [first] : [first, of('whole', whole, target.lead)]
}

/** On the morning of the last working day before it is broken, or an hour before where the owner was at it since. */
const beforePromise = (by: number, owner: PersonId, lastUpdate: number, people: People): number | undefined => {
  const { calendar, zone } = people.hours(owner)
  const opens = (at: number): boolean => isOpen(calendar, zone, at) && !isOpen(calendar, zone, at - minute)
  const morning = calendar.hours === 'always' ? by - 4 * hour : lastBefore(by, opens)
  return [morning, by - hour].find((at) => at > lastUpdate)
}

const promise = (issue: Issue, people: People): readonly Step[] => {
  const { promiseBy, owner, state, lastUpdateAt } = issue
  if (!promiseBy || owner === undefined || !['claimed', 'resolved'].includes(state)) return []
  const by = promiseBy.getTime()
  const of = (name: string, due: number): Step => ({
    kind: 'promise',
    state: `${promiseBy.toISOString()}:${name}`,
    due,
    persons: [owner],
  })
  const before = beforePromise(by, owner, lastUpdateAt.getTime(), people)
  return [...(before === undefined ? [] : [of('before', before)]), of('passed', by)]
}

const unrouted = (council: Council, { state, routeBy }: Issue): readonly Step[] => {
  if (state !== 'flagged' || !routeBy) return []
  const due = minus(council.calendar, routeBy.getTime(), hour)
  const persons = [council.chair, ...(council.deputy === undefined ? [] : [council.deputy])]
  return [{ kind: 'unrouted', state: routeBy.toISOString(), due, persons }]
}

/** Those of the council who have not left, chair and deputy first, and are neither its owner nor of its department. */
const choosers = (council: Council, { owner, department, stage }: Issue, people: People): readonly PersonId[] => {
  const team = departmentOf(council, department)
  const cell = council.journey
    .find(({ key }) => key === stage)
    ?.owners.find((one) => one.department === department && one.region === undefined)
  const own = [owner, team?.lead, ...(team?.members ?? []), cell?.owner, cell?.backup]
  const seats = [council.chair, council.deputy, ...council.members].filter((seat) => seat !== undefined)
  return [...new Set(seats)].filter((seat) => !people.isGone(seat) && !own.includes(seat))
}

const undecided = (council: Council, issue: Issue, people: People): readonly Step[] => {
  const { decision, severity, state } = issue
  if (!decision || state !== 'claimed') return []
  const { amount, unit } = council.rules.claimWithin[severity]
  const at = decision.at.getTime()
  const of = (name: string, factor: number, persons: readonly PersonId[]): Step => ({
    kind: 'decision',
    state: `${decision.id}:${name}`,
    due: factor === 0 ? at : plus(council.calendar, at, { amount: amount * factor, unit }),
    persons,
  })
  const may = choosers(council, issue, people)
  const alone = may.filter((person) => person === council.chair || person === council.deputy)
  const silent = may.filter((person) => !decision.votes.some(({ by }) => by === person))
  const [first, second] = alone.length > 0 || may.length > 1 ? alone : may
  return [
    ...(first === undefined ? [] : [of('chair', decision.why === 'named_cannot' ? 0 : 0.5, [first])]),
    ...(second === undefined ? [] : [of('deputy', 1, [second])]),
    ...(first === undefined && silent.length > 0 ? [of('members', 1, silent)] : []),
    of('council', 2, [channel]),
  ]
}

const reckon = (council: Council, issue: Issue, people: People): readonly (readonly Step[])[] =>
  [
    unclaimed(council, issue),
    quiet(council, issue),
    untold(council, issue),
    handover(council, issue),
    promise(issue, people),
    unrouted(council, issue),
    undecided(council, issue, people),
  ]
    .map((steps) => steps.toSorted((a, b) => a.due - b.due))
    .filter((steps) => steps.length > 0)

type Reckoned = { readonly council: Council; readonly zone: string; readonly steps: readonly (readonly Step[])[] }

const reckoned = new WeakMap<Issue, Reckoned>()

/** All that has to be said of an issue sooner or later if nobody does anything, kind by kind, in the order of time. */
export const stepsOf = (council: Council, issue: Issue, people: People): readonly (readonly Step[])[] => {
  const choose = issue.decision === undefined ? [] : choosers(council, issue, people)
  const zone = [issue.owner === undefined ? '' : people.hours(issue.owner).zone, ...choose].join(' ')
  const before = reckoned.get(issue)
  if (before?.council === council && before.zone === zone) return before.steps
  const steps = reckon(council, issue, people)
  reckoned.set(issue, { council, zone, steps })
  return steps
}
