import type { Council, PersonId } from '../council.ts'
import type { IssueEvent } from '../issue/events.ts'
import type { Issue } from '../issue/issue.ts'
import type { Person } from '../people.ts'

/** What a command changes: the issue as it is afterwards, and what happened, in order. */
export type Decision = { readonly issue: Issue; readonly events: readonly IssueEvent[] }

/** What every decision may look at besides its issue and its command. */
export type Circumstances = {
  readonly council: Council
  /** The people that the council names, as Slack last described them. */
  readonly people: ReadonlyMap<PersonId, Person>
  readonly now: Date
}

/** Two decisions, one after the other. */
export const andThen = (first: Decision, next: (issue: Issue) => Decision): Decision => {
  const second = next(first.issue)
  return { issue: second.issue, events: [...first.events, ...second.events] }
}
