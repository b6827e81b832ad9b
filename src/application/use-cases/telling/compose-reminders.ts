import type { PersonId } from '#domain/council.ts'
import { peopleOf } from '#domain/council.ts'
import { type Reminders, remindersOf } from '../../messages/reminders.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'

type Deps = Pick<Ports, 'read' | 'clock'>

/** What a message of reminders says now, from the ledger and the issues as they stand. */
export const composeReminders = (
  { read, clock }: Deps,
  workspaceId: WorkspaceId,
  key: string,
  person: PersonId,
): Promise<Reminders> =>
  read(workspaceId, async (tx) => {
    const council = await tx.councils.current()
    const shown = await tx.reminders.shownIn(key, person)
    const numbers = [...new Set(shown.rows.map(({ issue }) => issue))]
    const stories = shown.newest ? await Promise.all(numbers.map((number) => tx.issues.story(number, council))) : []
    const owners = stories.flatMap(({ issue: { owner } }) => (owner === undefined ? [] : [owner]))
    const people = await tx.people.byIds([...peopleOf(council), ...owners, person])
    return remindersOf(person, shown, stories, { council, people, now: clock.now() })
  })
