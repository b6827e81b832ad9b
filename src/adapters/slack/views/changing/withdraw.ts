import type { ModalView } from '@slack/types'
import type { IssueForm } from '#application/forms.ts'
import { textInput } from '../../blocks/kit/inputs.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { callbackIds, fields } from '../../names.ts'
import { nameIn } from '../../words/issue.ts'
import { aboutIssue } from '../kit/fields.ts'
import { issueMetadata, metadata } from '../kit/metadata.ts'
import { submittedOf } from '../kit/submitted.ts'

/** The form in which the chair takes an issue back. */
export const withdrawView = ({ council, story }: IssueForm): ModalView =>
  modal({
    id: callbackIds.withdraw,
    title: 'Withdraw',
    submit: 'Withdraw',
    metadata: metadata({ issue: story.issue.number }),
    parts: [
      aboutIssue({ council, story }),
      textInput({
        field: fields.reason,
        label: 'Reason',
        long: true,
        hint: `Everybody who waits for ${nameIn(story)} reads it. Nobody answers for the issue after that.`,
      }),
    ],
  })

export type WithdrawInput = { readonly number: number; readonly reason: string }

/** What was sent with the form; undefined for a form we never made. */
export const parseWithdraw = (view: unknown): WithdrawInput | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  return sent && about && { number: about.issue, reason: sent.text(fields.reason) ?? '' }
}
