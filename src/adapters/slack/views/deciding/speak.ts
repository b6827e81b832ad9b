import type { ModalView } from '@slack/types'
import type { SpeakForm } from '#application/forms.ts'
import { textInput } from '../../blocks/kit/inputs.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { callbackIds, fields } from '../../names.ts'
import { aboutIssue } from '../kit/fields.ts'
import { decisionMetadata, metadata } from '../kit/metadata.ts'
import { submittedOf } from '../kit/submitted.ts'

/** The form in which the lead of the department where it was to go says what the council should know. */
export const speakView = ({ council, story, decision }: SpeakForm): ModalView =>
  modal({
    id: callbackIds.speak,
    title: 'Tell the council',
    submit: 'Tell them',
    metadata: metadata({ issue: story.issue.number, decision }),
    parts: [
      aboutIssue({ council, story }),
      textInput({
        field: fields.leadSaid,
        label: 'What should the council know?',
        long: true,
        placeholder: 'Who could do it, or what it needs first',
        hint: 'It stands where they choose. They may choose before they read it.',
      }),
    ],
  })

export type SpeakInput = { readonly number: number; readonly decision: string; readonly said: string }

/** What was sent with the form; undefined for a form we never made. */
export const parseSpeak = (view: unknown): SpeakInput | undefined => {
  const sent = submittedOf(view)
  const about = decisionMetadata(sent?.metadata)
  return sent && about && { number: about.issue, decision: about.decision, said: sent.text(fields.leadSaid) ?? '' }
}
