import type { ModalView } from '@slack/types'
import type { IssueForm } from '#application/forms.ts'
import { textInput } from '../../blocks/kit/inputs.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { callbackIds, fields } from '../../names.ts'
import { nameIn } from '../../words/issue.ts'
import { aboutIssue } from '../kit/fields.ts'
import { issueMetadata, metadata } from '../kit/metadata.ts'
import { submittedOf } from '../kit/submitted.ts'

const joinView = (
  { council, story }: IssueForm,
  { id, title, label, hint }: { id: string; title: string; label: string; hint: string },
): ModalView =>
  modal({
    id,
    title,
    submit: title,
    metadata: metadata({ issue: story.issue.number }),
    parts: [
      aboutIssue({ council, story }),
      textInput({ field: fields.other, label, hint, placeholder: 'CX-42', most: 20 }),
    ],
  })

/** The form that lets an issue go on in another one that tells of the same. */
export const mergeView = (form: IssueForm): ModalView =>
  joinView(form, {
    id: callbackIds.merge,
    title: 'Merge',
    label: 'Which issue tells of the same?',
    hint: `${nameIn(form.story)} goes on in that one: one story, one owner. Everybody who waits comes along. This cannot be taken back.`,
  })

/** The form that links an issue with another one that stays apart. */
export const linkView = (form: IssueForm): ModalView =>
  joinView(form, {
    id: callbackIds.link,
    title: 'Link',
    label: 'Which issue belongs to it?',
    hint: 'Both stay open with their owners, and each names the other.',
  })

export type JoinInput = { readonly number: number; readonly other: string }

/** What was sent with either form; undefined for a form we never made. */
export const parseJoin = (view: unknown): JoinInput | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  return sent && about && { number: about.issue, other: sent.text(fields.other) ?? '' }
}
