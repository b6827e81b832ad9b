import type { Council, Department } from '#domain/council.ts'
import type { Calendar } from '#domain/time/calendar.ts'
import { asIs, changed, changedList, hours, knownUntil, type Naming, same } from './said.ts'

const called = ({ name, key }: Department): string => (name.toLowerCase() === key ? name : `${name} (${key})`)

/** A department without times of its own follows the council's: that is said once, for the council. */
const follows = (calendar: Calendar, council: Council): boolean => same(calendar, council.calendar)

const timeChanges = (before: readonly [Department, Council], after: readonly [Department, Council]) => {
  const [[{ calendar: was }, wasIn], [{ calendar: is }, isIn]] = [before, after]
  if (follows(was, wasIn) && follows(is, isIn)) return []
  return [
    ...changed('time zone', was.timeZone, is.timeZone, asIs),
    ...changed('working hours', was.hours, is.hours, hours),
    ...changedList('holidays', was.holidays, is.holidays, asIs),
    ...changed('public holidays known until', knownUntil(was), knownUntil(is), asIs),
  ]
}

const departmentChanges = (
  before: readonly [Department, Council],
  after: readonly [Department, Council],
  { person, channel }: Naming,
): readonly string[] => {
  const [[was], [is]] = [before, after]
  return [
    ...changed('name', was.name, is.name, (name) => `“${name}”`),
    ...changed('lead', was.lead, is.lead, person),
    ...changed('channel', was.channel, is.channel, channel),
    ...changedList('members', was.members, is.members, person),
    ...changed('on call', was.onCall, is.onCall, person),
    ...timeChanges(before, after),
  ].map((says) => `${called(is)}, ${says}`)
}

const added = (department: Department, { person, channel }: Naming): string => {
  const place = department.channel === undefined ? 'no channel of its own' : `channel ${channel(department.channel)}`
  const members = department.members.map(person).join(', ') || 'none'
  return `${called(department)} is new: lead ${person(department.lead)}, ${place}, members ${members}`
}

/** What becomes of the departments, in the order of the new file; those that are gone at the end. */
export const departmentsChanges = (before: Council, after: Council, naming: Naming): readonly string[] => {
  const was = new Map(before.departments.map((department) => [department.key, department]))
  const kept = after.departments.filter(({ key }) => was.has(key)).map(({ key }) => key)
  const gone = before.departments.filter(({ key }) => !kept.includes(key))
  const stayed = before.departments.filter(({ key }) => kept.includes(key)).map(({ key }) => key)
  return [
    ...after.departments.flatMap((department) => {
      const known = was.get(department.key)
      return known ? departmentChanges([known, before], [department, after], naming) : [added(department, naming)]
    }),
    ...gone.map((department) => `${called(department)} is gone`),
    ...(same(stayed, kept) ? [] : ['in another order']),
  ]
}
