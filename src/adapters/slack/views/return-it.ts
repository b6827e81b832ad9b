import type { ModalView } from '@slack/types'
import type { ReturnForm } from '#application/forms.ts'
import { textInput } from '../blocks/kit/inputs.ts'
import { modal } from '../blocks/kit/modal.ts'
import { callbackIds, fields } from '../names.ts'
import { aboutIssue } from './kit/fields.ts'
import { handoverMetadata, metadata } from './kit/metadata.ts'
import { submittedOf } from './kit/submitted.ts'

/** The form in which the receiver returns a handover. */
export const returnView = ({ council, story, handover }: ReturnForm): ModalView =>
  modal({
    id: callbackIds.returnIt,
    title: 'Return it',
    submit: 'Return it',
    metadata: metadata({ issue: story.issue.number, handover }),
    parts: [
      aboutIssue({ council, story }),
      textInput({
        field: fields.reason,
        label: 'Reason',
        long: true,
        placeholder: 'What they can do with it, or who could',
        hint: 'They read it at once, and go on from there.',
      }),
    ],
  })

export type ReturnInput = { readonly number: number; readonly handover: string; readonly reason: string }

/** What was sent with the form; undefined for a form we never made. */
export const parseReturn = (view: unknown): ReturnInput | undefined => {
  const sent = submittedOf(view)
  const about = handoverMetadata(sent?.metadata)
  return sent && about && { number: about.issue, handover: about.handover, reason: sent.text(fields.reason) ?? '' }
}
