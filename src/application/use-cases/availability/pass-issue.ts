import { passOn as decidePass, mayBePassedTo, type PassCommand } from '#domain/decisions/passing/pass-on.ts'
import { DomainError } from '#domain/errors.ts'
import type { Act } from '../../act.ts'
import { changeIssue, circumstancesOf } from '../../change-issue.ts'
import type { PassForm } from '../../forms.ts'
import type { Ports } from '../../ports.ts'
import { openForm } from '../reading/view-issue.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'clock' | 'directory' | 'ids'>

/** The form in which an issue is passed to a colleague, with those who could take it. Throws `no_colleague`. */
export const openPassForm = (deps: Deps) => {
  const open = openForm(deps)
  return async (input: Act & { readonly number: number }): Promise<PassForm> => {
    const { council, story } = await open({ ...input, purpose: 'pass' })
    const { people, now } = await deps.read(input.workspaceId, (tx) =>
      circumstancesOf(tx, deps.clock.now(), story.issue),
    )
    const colleagues = mayBePassedTo(story.issue, { council, people, now }).map((id) => ({
      id,
      name: people.get(id)?.name ?? '',
    }))
    if (colleagues.length === 0)
      throw new DomainError('no_colleague', { number: input.number, department: story.issue.department ?? '' })
    return { council, story, colleagues }
  }
}

/** The owner, their lead or the chair asks a colleague to take an issue over. */
export const passIssue = (deps: Deps) => (input: Act & { readonly number: number } & Omit<PassCommand, 'by' | 'id'>) =>
  changeIssue(deps, input, (issue, circumstances) =>
    decidePass(issue, { ...input, by: input.person, id: deps.ids.next() }, circumstances),
  )
