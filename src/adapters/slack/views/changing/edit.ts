import type { ModalView } from '@slack/types'
import type { CustomerChoice } from '#application/customers/customer.ts'
import type { IssueForm } from '#application/forms.ts'
import type { Severity } from '#domain/severity.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { callbackIds } from '../../names.ts'
import { customerIn } from '../../words/issue.ts'
import { correctionInputs, detailsIn } from '../flag.ts'
import { aboutIssue } from '../kit/fields.ts'
import { given } from '../kit/given.ts'
import { issueMetadata, metadata } from '../kit/metadata.ts'
import { submittedOf } from '../kit/submitted.ts'

/** The form that corrects customer, severity and stage. */
export const editView = ({ council, story }: IssueForm): ModalView =>
  modal({
    id: callbackIds.edit,
    title: 'Edit',
    submit: 'Save',
    metadata: metadata({ issue: story.issue.number }),
    parts: [
      aboutIssue({ council, story }),
      ...correctionInputs(council, {
        customer: customerIn(story),
        severity: story.issue.severity,
        stage: story.issue.stage,
      }),
    ],
  })

export type EditFormInput = {
  readonly number: number
  readonly severity: Severity
  readonly customer?: CustomerChoice
  readonly stage?: string
}

/** What was sent with the form; undefined for a form we never made. */
export const parseEdit = (view: unknown): EditFormInput | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  if (!sent || !about) return undefined
  const { severity, customer, stage } = detailsIn(sent)
  return { number: about.issue, severity, ...given({ customer, stage }) }
}
