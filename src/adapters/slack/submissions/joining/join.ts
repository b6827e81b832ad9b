import { DomainError } from '#domain/errors.ts'
import { issueNumberIn } from '../../commands/issue-number.ts'
import { type ListenerDeps, readable, type SubmissionListener } from '../../listener.ts'
import { fields } from '../../names.ts'
import { parseJoin } from '../../views/joining/join.ts'

type Join = keyof Pick<ListenerDeps['useCases'], 'mergeIssue' | 'linkIssues'>

const join =
  (how: Join): SubmissionListener =>
  async ({ act, view }, { useCases }) => {
    const { number, other: typed } = readable(parseJoin(view))
    const other = issueNumberIn(typed)
    if (other === undefined) throw new DomainError('text_missing', {}, { field: fields.other })
    await useCases[how]({ ...act, number, other })
    return undefined
  }

/** The issue goes on in the one whose number was typed. */
export const merge = join('mergeIssue')

/** The two are linked. */
export const link = join('linkIssues')
