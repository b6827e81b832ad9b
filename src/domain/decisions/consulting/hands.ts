import type { PersonId } from '../../council.ts'
import { DomainError } from '../../errors.ts'
import type { Consult } from '../../issue/consult-facts.ts'
import type { Issue } from '../../issue/issue.ts'
import { actsAsOwner } from '../../permissions.ts'
import type { Circumstances, Decision } from '../decision.ts'
import { requireText } from '../text.ts'
import { asConsulted, factsOf, mayAnswer, openConsult, withConsult, withoutConsult } from './consult.ts'
import { endConsult } from './end.ts'

export type HandsCommand = {
  readonly by: PersonId
  /** The id of the consult. */
  readonly consult: string
}

const askedOf = (issue: Issue, { by, consult: id }: HandsCommand, circumstances: Circumstances): Consult => {
  const consult = openConsult(issue, id)
  if (consult.kind === 'hands' && consult.state === 'helping')
    throw new DomainError('consult_over', { number: issue.number, owner: consult.asked, act: 'help' })
  if (consult.kind !== 'hands' || by === issue.owner || !mayAnswer(consult, by, circumstances))
    throw new DomainError('not_allowed', { number: issue.number, act: 'help' })
  return consult
}

/**
 * *I'll help*: the one who presses works along, and the owner stays the owner. Throws `consult_over`, also naming who helps
 * already, or `not_allowed`.
 */
export const giveHands = (issue: Issue, command: HandsCommand, circumstances: Circumstances): Decision => {
  const consult = askedOf(issue, command, circumstances)
  const { now } = circumstances
  const helping = { ...consult, state: 'helping', asked: command.by, since: now } as const
  return {
    issue: { ...withConsult(asConsulted(issue, command.by), helping), lastUpdateAt: now },
    events: [{ kind: 'hands_given', at: now, actor: command.by, ...factsOf(helping) }],
  }
}

/** They cannot help, and say why. Throws `consult_over`, `not_allowed`, `text_missing` or `text_too_long`. */
export const declineHands = (
  issue: Issue,
  command: HandsCommand & { readonly reason: string },
  circumstances: Circumstances,
): Decision => {
  const consult = askedOf(issue, command, circumstances)
  const words = { kind: 'reason' as const, text: requireText(command.reason, 'reason') }
  return {
    issue: withoutConsult(issue, consult.id),
    events: [{ kind: 'consult_declined', at: circumstances.now, actor: command.by, ...factsOf(consult), words }],
  }
}

/** *Done helping*, by the helper or the owner. Throws `consult_over` or `not_allowed`. */
export const doneHelping = (issue: Issue, command: HandsCommand, { council, now }: Circumstances): Decision => {
  const consult = openConsult(issue, command.consult)
  if (consult.state !== 'helping') throw new DomainError('consult_over', { number: issue.number, act: 'done_helping' })
  if (command.by !== consult.asked && !actsAsOwner(council, issue, command.by))
    throw new DomainError('not_allowed', { number: issue.number, act: 'done_helping' })
  return endConsult(issue, consult, 'done', now, command.by)
}
