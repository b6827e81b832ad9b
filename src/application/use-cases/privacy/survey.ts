import { isOpen } from '#domain/issue/issue.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import type { Belongings, Subject, Touched } from '../../privacy/privacy.ts'

type Deps = Pick<Ports, 'privacy' | 'clock'>

/** How many issue numbers are looked through at once. */
const run = 2_000

/** Longer than a delivery is repeated: its answer must be known as long. */
const requestsFor = 3_600_000

/** Answers to deliveries from before this instant are asked for by nobody any more. */
export const requestsBefore = (now: Date): Date => new Date(now.getTime() - requestsFor)

/** What an erasure would do: issues with words to erase, those where only a name goes, and those that are kept. */
export type Survey = Belongings & {
  readonly issues: readonly Touched[]
  readonly named: readonly Touched[]
  readonly held: readonly Touched[]
  /** Of the issues with words to erase, those that somebody still works on. */
  readonly open: readonly number[]
}

/** Looks for everything that an erasure would touch; changes nothing. */
export const survey = async (deps: Deps, workspaceId: WorkspaceId, subject: Subject): Promise<Survey> => {
  const touched: Touched[] = []
  const highest = await deps.privacy.highestIssue(workspaceId)
  for (let from = 1; from <= highest; from += run)
    touched.push(...(await deps.privacy.touched(workspaceId, subject, from, from + run - 1)))
  const worded = 'customer' in subject ? touched : touched.filter(({ texts }) => texts > 0)
  const issues = worded.filter(({ onHold }) => !onHold)
  return {
    issues,
    named: touched.filter((one) => !worded.includes(one)),
    held: worded.filter(({ onHold }) => onHold),
    open: issues.filter((one) => isOpen(one)).map(({ number }) => number),
    ...(await deps.privacy.belongings(workspaceId, subject, requestsBefore(deps.clock.now()))),
  }
}
