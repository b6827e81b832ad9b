import type { ModalView } from '@slack/types'
import type { DecideForm } from '#application/forms.ts'
import { personInput, textInput } from '../../blocks/kit/inputs.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { line, text } from '../../blocks/kit/rich.ts'
import { callbackIds, fields } from '../../names.ts'
import { whoChooses } from '../../words/deciding/decision.ts'
import { aboutIssue } from '../kit/fields.ts'
import { decisionMetadata, metadata } from '../kit/metadata.ts'
import { submittedOf } from '../kit/submitted.ts'

/** The form in which the council names anybody. */
export const decideView = ({ council, story, choice, decision }: DecideForm): ModalView => {
  const about = { council, story, now: story.issue.lastUpdateAt, ...(choice === undefined ? {} : { choice }) }
  return modal({
    id: callbackIds.decide,
    title: 'Someone else',
    submit: 'Choose them',
    metadata: metadata({ issue: story.issue.number, decision }),
    parts: [
      aboutIssue({ council, story }),
      personInput({
        field: fields.person,
        label: 'Who should answer for it?',
        hint: 'They answer at once; whoever has it may stay.',
      }),
      textInput({
        field: fields.reason,
        label: 'Reason',
        long: true,
        placeholder: 'Why them, in a sentence',
      }),
      text(line(whoChooses(about))),
    ],
  })
}

export type DecideInput = {
  readonly number: number
  readonly decision: string
  readonly named: string
  readonly reason: string
}

/** What was sent with the form; undefined for a form we never made. */
export const parseDecide = (view: unknown): DecideInput | undefined => {
  const sent = submittedOf(view)
  const about = decisionMetadata(sent?.metadata)
  return (
    sent &&
    about && {
      number: about.issue,
      decision: about.decision,
      named: sent.person(fields.person) ?? '',
      reason: sent.text(fields.reason) ?? '',
    }
  )
}
