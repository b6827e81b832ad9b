import { snoozeReminders as decideSnooze, type Snooze } from '#domain/reminders/snooze.ts'
import type { Act } from '../../act.ts'
import { requireMember, scopeOf } from '../../act.ts'
import { circumstancesOf, record, visibleIssue } from '../../change-issue.ts'
import type { Ports } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory'>

/**
 * Puts off what the person was reminded of about an issue. Throws `issue_unknown`, or `nothing_to_snooze` where nothing
 * of it is open for them.
 */
export const snoozeReminders =
  (deps: Deps) =>
  async (input: Act & { readonly number: number; readonly snooze: Snooze }): Promise<{ number: number }> => {
    await requireMember(deps.directory, input)
    return deps.unitOfWork(scopeOf(input), async (tx) => {
      const { number, person: by, snooze } = input
      const issue = await visibleIssue(tx, await tx.councils.current(), input, number)
      const circumstances = await circumstancesOf(tx, deps.clock.now(), issue, [by])
      const { decision, rows } = decideSnooze(issue, await tx.reminders.of(number, by), { by, snooze }, circumstances)
      await tx.reminders.putOff(rows)
      await record(tx, circumstances, issue, decision)
      return { number }
    })
  }
