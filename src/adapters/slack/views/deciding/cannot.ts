import type { ModalView } from '@slack/types'
import type { IssueForm } from '#application/forms.ts'
import { textInput } from '../../blocks/kit/inputs.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { callbackIds, fields } from '../../names.ts'
import { aboutIssue } from '../kit/fields.ts'
import { issueMetadata, metadata } from '../kit/metadata.ts'
import { submittedOf } from '../kit/submitted.ts'

/** The form in which the one who was named says why they cannot take it. */
export const cannotView = ({ council, story }: IssueForm): ModalView =>
  modal({
    id: callbackIds.cannot,
    title: "I can't",
    submit: 'Tell the council',
    metadata: metadata({ issue: story.issue.number }),
    parts: [
      aboutIssue({ council, story }),
      textInput({
        field: fields.reason,
        label: 'Reason',
        long: true,
        placeholder: 'What keeps you from it, or who could',
        hint: 'The council chooses again. You answer for it until they have.',
      }),
    ],
  })

export type CannotInput = { readonly number: number; readonly reason: string }

/** What was sent with the form; undefined for a form we never made. */
export const parseCannot = (view: unknown): CannotInput | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  return sent && about && { number: about.issue, reason: sent.text(fields.reason) ?? '' }
}
