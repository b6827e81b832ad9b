import type { ModalView } from '@slack/types'
import type { NotOursForm } from '#application/forms.ts'
import { selectInput, textInput } from '../blocks/kit/inputs.ts'
import { modal } from '../blocks/kit/modal.ts'
import { callbackIds, fields } from '../names.ts'
import { departmentChoices } from './kit/choices.ts'
import { aboutIssue } from './kit/fields.ts'
import { issueMetadata, metadata } from './kit/metadata.ts'
import { submittedOf } from './kit/submitted.ts'

/** The form in which the department asked says whose it is instead. */
export const notOursView = ({ council, story }: NotOursForm): ModalView =>
  modal({
    id: callbackIds.notOurs,
    title: 'Not ours',
    submit: 'Send it there',
    metadata: metadata({ issue: story.issue.number }),
    parts: [
      aboutIssue({ council, story }),
      selectInput({
        field: fields.department,
        label: 'Department',
        choices: departmentChoices(council, story.issue.department),
        placeholder: 'Whose is it?',
        ...(story.issue.moves.notOurs > 0
          ? { hint: 'It was turned down once already, so the chair chooses, and reads what you suggest.' }
          : {}),
      }),
      textInput({ field: fields.reason, label: 'Reason', long: true, placeholder: 'Why it is theirs' }),
    ],
  })

export type NotOursInput = { readonly number: number; readonly department: string; readonly reason: string }

/** What was sent with the form; undefined for a form we never made. */
export const parseNotOurs = (view: unknown): NotOursInput | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  if (!sent || !about) return undefined
  return {
    number: about.issue,
    department: sent.choice(fields.department) ?? '',
    reason: sent.text(fields.reason) ?? '',
  }
}
