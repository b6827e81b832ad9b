import type { ModalView } from '@slack/types'
import type { DayForm } from '#application/forms.ts'
import { localDate } from '#domain/time/zoned-time.ts'
import { dateInput, textInput } from '../../blocks/kit/inputs.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { callbackIds, fields } from '../../names.ts'
import { lastOf } from '../../words/issue.ts'
import { zoneOf } from '../../words/people.ts'
import { aboutIssue } from '../kit/fields.ts'
import { given } from '../kit/given.ts'
import { issueMetadata, metadata } from '../kit/metadata.ts'
import { submittedOf } from '../kit/submitted.ts'

/** The form for the next step: what it is, and by which day. */
export const nextStepView = ({ council, story, today }: DayForm): ModalView => {
  const { number, nextStepBy, department } = story.issue
  const chosen = nextStepBy && localDate(zoneOf(council, department), new Date(nextStepBy.getTime() - 1))
  return modal({
    id: callbackIds.nextStep,
    title: 'Next step by',
    submit: 'Save',
    metadata: metadata({ issue: number }),
    parts: [
      aboutIssue({ council, story }),
      textInput({
        field: fields.nextStep,
        label: 'Next step',
        optional: true,
        initial: nextStepBy && lastOf(story, 'next_step_set')?.words?.text,
        placeholder: 'For example: refund sent',
        most: 150,
      }),
      dateInput({ field: fields.nextStepBy, label: 'Next step by', initial: chosen ?? today }),
    ],
  })
}

export type NextStepFormInput = {
  readonly number: number
  readonly what?: string
  readonly day: { readonly date: string }
}

/** What was sent with the form; undefined for a form we never made. */
export const parseNextStep = (view: unknown): NextStepFormInput | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  const date = sent?.date(fields.nextStepBy)
  if (!sent || !about || date === undefined) return undefined
  return { number: about.issue, day: { date }, ...given({ what: sent.text(fields.nextStep) }) }
}
