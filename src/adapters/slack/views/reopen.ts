import type { ModalView } from '@slack/types'
import type { ReopenForm } from '#application/forms.ts'
import { textInput } from '../blocks/kit/inputs.ts'
import { modal } from '../blocks/kit/modal.ts'
import { callbackIds, fields } from '../names.ts'
import { aboutIssue } from './kit/fields.ts'
import { issueMetadata, metadata } from './kit/metadata.ts'
import { submittedOf } from './kit/submitted.ts'

/** The form that takes a resolved or closed issue up again. */
export const reopenView = ({ council, story }: ReopenForm): ModalView =>
  modal({
    id: callbackIds.reopen,
    title: 'Reopen',
    submit: 'Reopen',
    metadata: metadata({ issue: story.issue.number }),
    parts: [
      aboutIssue({ council, story }),
      textInput({ field: fields.stillWrong, label: 'What is still wrong?', long: true }),
    ],
  })

export type ReopenInput = { readonly number: number; readonly stillWrong: string }

/** What was sent with the form; undefined for a form we never made. */
export const parseReopen = (view: unknown): ReopenInput | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  return sent && about && { number: about.issue, stillWrong: sent.text(fields.stillWrong) ?? '' }
}
