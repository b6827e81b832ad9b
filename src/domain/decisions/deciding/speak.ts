import type { PersonId } from '../../council.ts'
import { departmentOf } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { CouncilDecision, Issue } from '../../issue/issue.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { requireText } from '../text.ts'
import { openOne } from './vote.ts'

/** Who may speak first on a decision: the lead of the department where the issue was to go. */
export const speakerOf = (decision: Pick<CouncilDecision, 'to'>, { council }: Pick<Circumstances, 'council'>) =>
  departmentOf(council, decision.to)?.lead

/**
 * The lead of the department where it was to go tells the council what it should know; that is no veto, and nobody has to
 * wait for it. What they say later takes its place. Throws `decision_settled`, how the issue ended, `not_allowed` or
 * `text_missing`.
 */
export const speakOn = (
  issue: Issue,
  command: { readonly by: PersonId; readonly decision: string; readonly said: string },
  circumstances: Circumstances,
): Decision => {
  const { id, to = '' } = openOne(issue, command.decision)
  if (speakerOf({ to }, circumstances) !== command.by)
    throw new DomainError('not_allowed', { number: issue.number, act: 'speak' })
  const text = requireText(command.said, 'lead_said')
  return {
    issue,
    events: [
      {
        kind: 'lead_spoke',
        at: circumstances.now,
        actor: command.by,
        id,
        department: to,
        words: { kind: 'lead_said', text },
      },
    ],
  }
}
