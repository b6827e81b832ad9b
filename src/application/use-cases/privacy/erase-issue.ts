import { eraseWords } from '#domain/decisions/privacy/erase-words.ts'
import type { ErasedWhy } from '#domain/issue/events.ts'
import { type Issue, isOpen } from '#domain/issue/issue.ts'
import { circumstancesOf, record } from '../../change-issue.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import type { Subject } from '../../privacy/privacy.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock'>

/** Whose words of an issue are erased; all of them, whoever wrote them, when the time for which they are kept is over. */
export type ErasedOf = Subject | 'retention'

const whyOf = (whose: ErasedOf): ErasedWhy =>
  whose === 'retention' ? 'retention' : 'person' in whose ? 'person' : 'customer'

const nothing = { texts: 0, held: false }

/** Whether the issue is still what it was when it was found: somebody may have changed it since. */
const isStillMeant = (issue: Issue, whose: ErasedOf, gone: boolean): boolean => {
  if (whose === 'retention') return !isOpen(issue) && !gone
  return 'person' in whose || issue.customer === whose.customer
}

/**
 * Erases words of one issue, with everything in Slack that quotes or names them; an issue on hold keeps its words and
 * says so. Answers how many texts were erased. Doing it again erases what is left.
 */
export const eraseIssue = (deps: Deps, workspaceId: WorkspaceId, number: number, whose: ErasedOf) =>
  deps.unitOfWork({ workspaceId }, async (tx): Promise<{ texts: number; held: boolean }> => {
    const issue = await tx.issues.get(number)
    const author = typeof whose === 'object' && 'person' in whose ? whose.person : undefined
    const customer = typeof whose === 'object' && 'customer' in whose ? whose.customer : undefined
    const left = await tx.privacy.textsLeft(number, author)
    if (!isStillMeant(issue, whose, left.gone)) return nothing
    const count = author === undefined ? left.all : left.theirs
    if (issue.onHold || (author !== undefined && count === 0)) {
      if (author !== undefined) await tx.posts.refresh(number, true)
      return { texts: 0, held: issue.onHold && count > 0 }
    }
    const circumstances = await circumstancesOf(tx, deps.clock.now(), issue)
    const nobody = customer === undefined ? {} : { customer: await tx.privacy.nobodyFor(customer) }
    const command = { why: whyOf(whose), count, whole: count === left.all, ...nobody }
    await tx.privacy.redact(number, circumstances.now, author)
    await record(tx, circumstances, issue, eraseWords(issue, command, circumstances.now))
    return { texts: count, held: false }
  })
