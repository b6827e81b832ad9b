import type { Council, Department, PersonId } from './council.ts'
import { departmentOf, departmentsOfPerson, isChair, isCouncilMember, stageOf } from './council.ts'
import type { Ask, Handover, Issue } from './issue/issue.ts'
import { cellOf } from './journey-map.ts'

/** What of an issue says who may do what: all of it, or a line of a list. */
export type Standing = Pick<Issue, 'owner' | 'flaggedBy' | 'department' | 'stage' | 'region'> & {
  readonly ask?: Pick<Ask, 'person'>
  readonly handover?: Pick<Handover, 'asked' | 'to' | 'pass' | 'question'> & {
    readonly leadAsked?: Pick<NonNullable<Handover['leadAsked']>, 'person'>
  }
}

/** Who may see an issue: everyone an open one; a restricted one only those it concerns. */
export const maySee = (council: Council, issue: Issue, person: PersonId): boolean => {
  if (issue.audience === 'open') return true
  if (isCouncilMember(council, person) || issue.followers.includes(person) || issue.consulted.includes(person))
    return true
  const { handover } = issue
  if ([issue.flaggedBy, issue.owner, issue.ask?.person, handover?.asked, handover?.leadAsked?.person].includes(person))
    return true
  const involved = [...issue.moves.held, issue.department, handover?.to, issue.decision?.to]
  return departmentsOfPerson(council, person).some((department) => involved.includes(department.key))
}

/**
 * The department for which a person may claim an issue: the owning one for those asked, its cell's people and its
 * members; for a council member of another department, their own. Undefined: they may not.
 */
export const claimsFor = (council: Council, issue: Standing, person: PersonId): Department | undefined => {
  const owning = departmentOf(council, issue.department)
  const own = departmentsOfPerson(council, person)
  if (owning) {
    const cell = cellOf(stageOf(council, issue.stage), owning.key, issue.region)
    const named = [issue.ask?.person, cell?.owner, cell?.backup]
    if (named.includes(person) || own.some((department) => department.key === owning.key)) return owning
  }
  return isCouncilMember(council, person) ? own[0] : undefined
}

/** Whether a person speaks for the owning department before the claim: asked, in its cell, its lead or a member. */
export const speaksForAsked = (council: Council, issue: Standing, person: PersonId): boolean =>
  claimsFor(council, issue, person)?.key === issue.department && issue.department !== undefined

/** Who may act as the owner: the owner; the lead of the owner's department and the chair on their behalf. */
export const actsAsOwner = (council: Council, issue: Standing, person: PersonId): boolean =>
  issue.owner !== undefined &&
  (person === issue.owner || person === departmentOf(council, issue.department)?.lead || isChair(council, person))

/**
 * Who may accept or return a handover: the person asked, the target cell's owner and backup, the target's lead and who was
 * asked in their place; a pass within a department: the person asked and the lead. Never its owner themselves.
 */
export const mayAccept = (council: Council, issue: Standing, person: PersonId): boolean => {
  const handover = issue.handover
  if (!handover || person === issue.owner) return false
  const lead = departmentOf(council, handover.to)?.lead
  if (handover.pass !== undefined) return [handover.asked, lead].includes(person)
  const cell = cellOf(stageOf(council, issue.stage), handover.to, issue.region)
  return [handover.asked, cell?.owner, cell?.backup, lead, handover.leadAsked?.person].includes(person)
}

/** Who may answer what the receiver asked first: the one it was put to, and who may act as the owner. */
export const mayAnswerQuestion = (council: Council, issue: Standing, person: PersonId): boolean =>
  issue.handover?.question !== undefined &&
  (issue.handover.question.to === person || actsAsOwner(council, issue, person))

/** Workspace admins, chair and deputy may keep the words of an issue from being erased. */
export const mayHold = (council: Council, person: { readonly id: PersonId; readonly admin: boolean }): boolean =>
  person.admin || isChair(council, person.id)

export const mayClose = (issue: Standing, person: PersonId): boolean =>
  person === issue.owner || person === issue.flaggedBy

/** Owner, flagger, lead and council may correct what an issue says about its customer, severity and stage. */
export const mayEdit = (council: Council, issue: Standing, person: PersonId): boolean =>
  mayClose(issue, person) ||
  departmentOf(council, issue.department)?.lead === person ||
  isCouncilMember(council, person)
