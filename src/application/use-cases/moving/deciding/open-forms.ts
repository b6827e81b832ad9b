import { requireNamed } from '#domain/decisions/deciding/cannot.ts'
import { speakerOf } from '#domain/decisions/deciding/speak.ts'
import { openOne, requireDecider } from '#domain/decisions/deciding/vote.ts'
import { DomainError } from '#domain/errors.ts'
import type { Act } from '../../../act.ts'
import { circumstancesOf } from '../../../change-issue.ts'
import type { DecideForm, IssueForm, SpeakForm } from '../../../forms.ts'
import { choiceFor } from '../../../messages/deciding/deciding.ts'
import type { Ports } from '../../../ports.ts'
import { viewIssue } from '../../reading/view-issue.ts'

type Deps = Pick<Ports, 'read' | 'clock' | 'directory'>

/** `decision` is the one that was looked at; without it, whichever is open. */
type Input = Act & { readonly number: number; readonly decision?: string }

/** The form in which the council names anybody. Throws what a vote would, but for who is named. */
export const openDecideForm = (deps: Deps) => {
  const view = viewIssue(deps)
  return async (input: Input): Promise<DecideForm> => {
    const { council, story } = await view(input)
    const { id } = openOne(story.issue, input.decision ?? story.issue.decision?.id ?? '')
    const circumstances = await deps.read(input.workspaceId, (tx) => circumstancesOf(tx, deps.clock.now(), story.issue))
    requireDecider(story.issue, input.person, circumstances)
    const choice = choiceFor(story, circumstances)
    return { council, story, decision: id, ...(choice === undefined ? {} : { choice }) }
  }
}

/** The form in which the lead of the department where it was to go says what the council should know. */
export const openSpeakForm = (deps: Deps) => {
  const view = viewIssue(deps)
  return async (input: Input & { readonly decision: string }): Promise<SpeakForm> => {
    const { council, story } = await view(input)
    const { number } = story.issue
    const decision = openOne(story.issue, input.decision)
    if (speakerOf(decision, { council }) !== input.person)
      throw new DomainError('not_allowed', { number, act: 'speak' })
    return { council, story, decision: decision.id }
  }
}

/** The form in which the one who was named says why they cannot take it. */
export const openCannotForm = (deps: Deps) => {
  const view = viewIssue(deps)
  return async (input: Act & { readonly number: number }): Promise<IssueForm> => {
    const { council, story } = await view(input)
    requireNamed(story.issue, input.person)
    return { council, story }
  }
}
