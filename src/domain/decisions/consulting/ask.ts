import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { ConsultKind } from '../../issue/consult-facts.ts'
import type { Issue } from '../../issue/issue.ts'
import { actsAsOwner } from '../../permissions.ts'
import { behalf, requireClaimed } from '../claimed.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { andThen } from '../decision.ts'
import { requireText } from '../text.ts'
import { answerBy, asConsulted } from './consult.ts'
import { endConsult } from './end.ts'
import { type Whom, whomToAsk } from './whom.ts'

export type AskCommand = Whom & {
  readonly by: PersonId
  readonly id: string
  readonly kind: ConsultKind
  /** The question, or what hands are needed for. */
  readonly text: string
  /** An open consult that this one takes the place of: nobody answered it. */
  readonly insteadOf?: string
}

const textField = { question: 'question', hands: 'need' } as const

/** The one nobody answered ends, unless it has meanwhile. */
const withoutOld = (issue: Issue, { by, insteadOf }: AskCommand, now: Date): Decision => {
  const old = issue.consults.find(({ id }) => id === insteadOf)
  return old ? endConsult(issue, old, 'asked_other', now, by) : { issue, events: [] }
}

const asking = (issue: Issue, command: AskCommand, circumstances: Circumstances): Decision => {
  const { now } = circumstances
  const { by, id, kind } = command
  const words = { kind: textField[kind], text: requireText(command.text, textField[kind]) }
  const { person: asked, department } = whomToAsk(issue, kind, command, circumstances)
  const dueAt = answerBy(issue, department, circumstances)
  const consult = { id, kind, state: 'asked', department, asked, askedBy: by, at: now, since: now, dueAt } as const
  return {
    issue: { ...asConsulted(issue, asked), consults: [...issue.consults, consult], lastUpdateAt: now },
    events: [
      { kind: 'consult_asked', at: now, actor: by, ...behalf(issue, by), id, of: kind, department, asked, words },
    ],
  }
}

/**
 * Asks a person of another department a question, or somebody for hands that work along: accountability stays where it
 * is. Throws `not_claimed`, `already_resolved`, `already_closed`, `merged`, `withdrawn`, `not_allowed`, `text_missing`,
 * `text_too_long`, and what `whomToAsk` throws.
 */
export const askConsult = (issue: Issue, command: AskCommand, circumstances: Circumstances): Decision => {
  requireClaimed(issue)
  if (!actsAsOwner(circumstances.council, issue, command.by))
    throw new DomainError('not_allowed', { number: issue.number, act: 'consult' })
  return andThen(withoutOld(issue, command, circumstances.now), (next) => asking(next, command, circumstances))
}
