import type { Ports, WorkspaceId } from '../../ports.ts'
import type { KnownCustomer, KnownPerson, Subject } from '../../privacy/privacy.ts'
import { eraseIssue } from './erase-issue.ts'
import { requestsBefore, type Survey, survey } from './survey.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'clock' | 'privacy' | 'deliveries'>

export type Whose = { readonly person: KnownPerson } | { readonly customer: KnownCustomer }

export type Erased = {
  readonly survey: Survey
  /** Texts that were erased, and the issues that they were taken from. */
  readonly texts: number
  readonly issues: readonly number[]
  /** Issues that were put on hold meanwhile, besides those of the survey. */
  readonly heldMeanwhile: readonly number[]
  readonly deliveries: { readonly emptied: number; readonly underWay: number }
}

const subjectOf = (whose: Whose): Subject =>
  'person' in whose ? { person: whose.person.id } : { customer: whose.customer.id }

/** What erasing somebody would do; changes nothing. */
export const surveyErasure = (deps: Deps) => (workspaceId: WorkspaceId, whose: Whose) =>
  survey(deps, workspaceId, subjectOf(whose))

const begin = async (deps: Deps, workspaceId: WorkspaceId, whose: Whose) => {
  if ('customer' in whose) return deps.deliveries.forget(workspaceId, { name: whose.customer.name })
  const { id } = whose.person
  await deps.unitOfWork({ workspaceId }, async (tx) => {
    await tx.privacy.forgetPerson(id, deps.clock.now())
    return undefined
  })
  return deps.deliveries.forget(workspaceId, { person: id })
}

const factsOf = (whose: Whose, texts: number, issues: readonly number[], kept: readonly number[]) => {
  const counts = { issues: issues.length, texts, kept }
  return 'person' in whose
    ? ({ kind: 'person_erased', person: whose.person.id, ...counts } as const)
    : ({ kind: 'customer_erased', ...counts } as const)
}

const end = (deps: Deps, workspaceId: WorkspaceId, whose: Whose, done: Omit<Erased, 'deliveries'>) =>
  deps.unitOfWork({ workspaceId }, async (tx) => {
    const now = deps.clock.now()
    await tx.privacy.dropBelongings(subjectOf(whose), requestsBefore(now))
    await tx.posts.refreshOthers('person' in whose ? whose.person.id : undefined)
    const kept = [...done.survey.held.map(({ number }) => number), ...done.heldMeanwhile]
    await tx.privacy.noteSetup({ at: now, ...factsOf(whose, done.texts, done.issues, kept) })
    return undefined
  })

/**
 * Erases a person or a customer: words and names go, the issues stay as counts, those on hold as they are. One piece of
 * work an issue: broken off, it is done again from the start and finds what is left. `goOn` is asked before each issue
 * and throws to break off.
 */
export const erase =
  (deps: Deps) =>
  async (workspaceId: WorkspaceId, whose: Whose, goOn: () => void = () => undefined): Promise<Erased> => {
    const deliveries = await begin(deps, workspaceId, whose)
    const found = await survey(deps, workspaceId, subjectOf(whose))
    const done = { texts: 0, issues: [] as number[], heldMeanwhile: [] as number[] }
    for (const { number, onHold } of [...found.issues, ...found.named, ...found.held]) {
      goOn()
      const { texts, held } = await eraseIssue(deps, workspaceId, number, subjectOf(whose))
      if (held && !onHold) done.heldMeanwhile.push(number)
      if (texts > 0) done.issues.push(number)
      done.texts += texts
    }
    await end(deps, workspaceId, whose, { survey: found, ...done })
    if ('customer' in whose) await forgetCustomer(deps, workspaceId, whose.customer.id)
    return { survey: found, ...done, deliveries }
  }

/** After everything else: while it is there, a repeat of the erasure finds it by its name. */
const forgetCustomer = (deps: Deps, workspaceId: WorkspaceId, customer: string) =>
  deps.unitOfWork({ workspaceId }, async (tx) => {
    await tx.privacy.forgetCustomer(customer)
    return undefined
  })
