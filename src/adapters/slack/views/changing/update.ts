import type { ModalView } from '@slack/types'
import type { IssueForm } from '#application/forms.ts'
import { textInput } from '../../blocks/kit/inputs.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { callbackIds, fields } from '../../names.ts'
import { aboutIssue } from '../kit/fields.ts'
import { issueMetadata, metadata } from '../kit/metadata.ts'
import { submittedOf } from '../kit/submitted.ts'

/** The form for what is new. */
export const updateView = ({ council, story }: IssueForm): ModalView =>
  modal({
    id: callbackIds.update,
    title: 'Add update',
    submit: 'Add update',
    metadata: metadata({ issue: story.issue.number }),
    parts: [
      aboutIssue({ council, story }),
      textInput({
        field: fields.update,
        label: 'What is new?',
        long: true,
        hint: 'It stands in the thread of the card, so that nobody has to ask.',
      }),
    ],
  })

export type UpdateInput = { readonly number: number; readonly text: string }

/** What was sent with the form; undefined for a form we never made. */
export const parseUpdate = (view: unknown): UpdateInput | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  return sent && about && { number: about.issue, text: sent.text(fields.update) ?? '' }
}
