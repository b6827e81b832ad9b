import type { ModalView } from '@slack/types'
import type { PassForm } from '#application/forms.ts'
import { selectInput, textInput } from '../../blocks/kit/inputs.ts'
import { modal } from '../../blocks/kit/modal.ts'
import type { Shown } from '../../blocks/kit/shown.ts'
import { callbackIds, fields } from '../../names.ts'
import { departmentName } from '../../words/labels.ts'
import { aboutIssue } from '../kit/fields.ts'
import { given } from '../kit/given.ts'
import { issueMetadata, metadata } from '../kit/metadata.ts'
import { submittedOf } from '../kit/submitted.ts'

/** What stands above the fields, and what was written before. */
type PassMore = { readonly above?: Shown; readonly note?: string | undefined }

/** The form in which an issue is passed to a colleague of the same department. */
export const passView = ({ council, story, colleagues }: PassForm, { above, note }: PassMore = {}): ModalView =>
  modal({
    id: callbackIds.passOn,
    title: 'Pass to a colleague',
    submit: 'Ask them',
    metadata: metadata({ issue: story.issue.number }),
    parts: [
      aboutIssue({ council, story }),
      above,
      selectInput({
        field: fields.colleague,
        label: 'Colleague',
        choices: colleagues.map(({ id, name }) => ({ value: id, text: name.trim() === '' ? id : name })),
        placeholder: 'Who should answer for it?',
        hint: `Those of ${departmentName(council, story.issue.department ?? '')} who are here now.`,
      }),
      textInput({
        field: fields.note,
        label: 'Note',
        long: true,
        optional: true,
        initial: note,
        placeholder: 'What they should know, or do next',
        hint: 'You answer for it until they accept.',
      }),
    ],
  })

export type PassInput = { readonly number: number; readonly to: string; readonly note?: string }

/** What was sent with the form; undefined for a form we never made. */
export const parsePass = (view: unknown): PassInput | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  return (
    sent &&
    about && {
      number: about.issue,
      to: sent.choice(fields.colleague) ?? '',
      ...given({ note: sent.text(fields.note) }),
    }
  )
}
