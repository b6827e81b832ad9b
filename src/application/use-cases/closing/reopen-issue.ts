import { departmentOf, stageOf } from '#domain/council.ts'
import { reopenIssue as decideReopen, needsNewIssue } from '#domain/decisions/closing/reopen.ts'
import type { Circumstances } from '#domain/decisions/decision.ts'
import { flagIssue } from '#domain/decisions/flagging/flag.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Act } from '../../act.ts'
import { requireMember, scopeOf } from '../../act.ts'
import { circumstancesOf, record, visibleIssue } from '../../change-issue.ts'
import type { Ports } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory' | 'numbers'>

type ReopenInput = Act & { readonly number: number; readonly stillWrong: string }

/** Goes on from an issue that was closed too long ago, where its stage and department still exist. */
const flagLinked = (old: Issue, number: number, input: ReopenInput, circumstances: Circumstances) => {
  const stage = stageOf(circumstances.council, old.stage)?.key
  const department = departmentOf(circumstances.council, old.department)?.key
  return flagIssue(
    {
      number,
      by: input.person,
      whatHappened: input.stillWrong,
      severity: old.severity,
      audience: old.audience,
      via: 'reopened',
      linked: { number: old.number, moves: old.moves },
      ...(old.customer === undefined ? {} : { customer: old.customer }),
      ...(old.region === undefined ? {} : { region: old.region }),
      ...(stage === undefined ? {} : { stage }),
      ...(department === undefined ? {} : { department }),
    },
    circumstances,
  )
}

/** Takes an issue up again; later than 14 days after the close a new one that is linked to it is flagged instead. */
export const reopenIssue =
  (deps: Deps) =>
  async (input: ReopenInput): Promise<{ number: number }> => {
    await requireMember(deps.directory, input)
    const fresh = await deps.numbers.next(input.workspaceId)
    return deps.unitOfWork(scopeOf(input), async (tx) => {
      const council = await tx.councils.current()
      const issue = await visibleIssue(tx, council, input, input.number)
      const circumstances = await circumstancesOf(tx, deps.clock.now(), issue)
      if (needsNewIssue(issue, circumstances.now)) {
        await record(tx, circumstances, undefined, flagLinked(issue, fresh, input, circumstances))
        return { number: fresh }
      }
      await record(tx, circumstances, issue, decideReopen(issue, { ...input, by: input.person }, circumstances))
      return { number: input.number }
    })
  }
