import type { ModalView } from '@slack/types'
import type { RouteForm } from '#application/forms.ts'
import { selectInput } from '../blocks/kit/inputs.ts'
import { modal } from '../blocks/kit/modal.ts'
import { callbackIds, fields } from '../names.ts'
import { departmentChoices } from './kit/choices.ts'
import { aboutIssue } from './kit/fields.ts'
import { issueMetadata, metadata } from './kit/metadata.ts'
import { submittedOf } from './kit/submitted.ts'

/** The form in which the chair sends an issue to any department; it begins with the best suggestion. */
export const routeView = ({ council, story, suggestions }: RouteForm): ModalView =>
  modal({
    id: callbackIds.route,
    title: 'Route',
    submit: 'Route',
    metadata: metadata({ issue: story.issue.number }),
    parts: [
      aboutIssue({ council, story }),
      selectInput({
        field: fields.department,
        label: 'Department',
        choices: departmentChoices(council),
        initial: suggestions[0],
        hint: 'Its accountable owner is asked at once.',
      }),
    ],
  })

export type RouteInput = { readonly number: number; readonly department: string }

/** What was sent with the form; undefined for a form we never made. */
export const parseRoute = (view: unknown): RouteInput | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  return sent && about && { number: about.issue, department: sent.choice(fields.department) ?? '' }
}
