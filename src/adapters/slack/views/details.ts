import type { ModalView } from '@slack/types'
import type { CustomerChoice } from '#application/customers/customer.ts'
import type { DetailsForm } from '#application/forms.ts'
import type { IssueStory } from '#application/read-models.ts'
import type { Severity } from '#domain/severity.ts'
import { modal } from '../blocks/kit/modal.ts'
import { callbackIds } from '../names.ts'
import { customerIn, lastOf } from '../words/issue.ts'
import { detailInputs, detailsIn } from './flag.ts'
import { aboutIssue } from './kit/fields.ts'
import { issueMetadata, metadata } from './kit/metadata.ts'
import { submittedOf } from './kit/submitted.ts'

/** The department if somebody chose it; undefined while it is where the map sent it, so that a new stage can move it. */
const chosenDepartment = ({ issue, timeline, ...story }: IssueStory): string | undefined => {
  const why = lastOf({ issue, timeline, ...story }, 'asked')?.why
  const named = timeline.some(
    (entry) =>
      (entry.kind === 'flagged' || entry.kind === 'details_added') &&
      entry.department !== undefined &&
      entry.department === issue.department,
  )
  return named || why === 'routed' || why === 'not_routed_in_time' || why === 'not_ours' ? issue.department : undefined
}

/** The form that completes a flag. */
export const detailsView = ({ council, story }: DetailsForm): ModalView =>
  modal({
    id: callbackIds.details,
    title: 'Add details',
    submit: 'Save',
    metadata: metadata({ issue: story.issue.number }),
    parts: [
      aboutIssue({ council, story }),
      ...detailInputs(council, {
        customer: customerIn(story),
        severity: story.issue.severity,
        stage: story.issue.stage,
        department: chosenDepartment(story),
      }),
    ],
  })

export type DetailsInput = {
  readonly number: number
  readonly severity: Severity
  readonly customer?: CustomerChoice
  readonly stage?: string
  readonly department?: string
}

/** What was sent with the form; undefined for a form we never made. */
export const parseDetails = (view: unknown): DetailsInput | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  return sent && about && { number: about.issue, ...detailsIn(sent) }
}
