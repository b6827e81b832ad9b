import type { ModalView } from '@slack/types'
import type { DayForm } from '#application/forms.ts'
import { dateInput, textInput, timeInput } from '../../blocks/kit/inputs.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { callbackIds, fields } from '../../names.ts'
import { lastOf } from '../../words/issue.ts'
import { aboutIssue } from '../kit/fields.ts'
import { given } from '../kit/given.ts'
import { issueMetadata, metadata } from '../kit/metadata.ts'
import { submittedOf } from '../kit/submitted.ts'

/** The form for what the customer was promised, and by when. */
export const promiseView = ({ council, story, today }: DayForm): ModalView =>
  modal({
    id: callbackIds.promise,
    title: 'Promise to the customer',
    submit: 'Save',
    metadata: metadata({ issue: story.issue.number }),
    parts: [
      aboutIssue({ council, story }),
      textInput({
        field: fields.promise,
        label: 'What was promised?',
        initial: story.issue.promiseBy && lastOf(story, 'promised')?.words?.text,
        placeholder: 'For example: we call back',
        most: 300,
      }),
      dateInput({ field: fields.promiseBy, label: 'By when?', initial: today }),
      timeInput({
        field: fields.promiseTime,
        label: 'At what time?',
        optional: true,
        hint: 'Left empty, it is the end of the working day. You are reminded before.',
      }),
    ],
  })

export type PromiseInput = {
  readonly number: number
  readonly what: string
  readonly date: string
  readonly time?: number
}

const minutes = (time: string | undefined): number | undefined =>
  time === undefined ? undefined : Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** What was sent with the form; undefined for a form we never made. */
export const parsePromise = (view: unknown): PromiseInput | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  const date = sent?.date(fields.promiseBy)
  if (!sent || !about || date === undefined) return undefined
  return {
    number: about.issue,
    what: sent.text(fields.promise) ?? '',
    date,
    ...given({ time: minutes(sent.time(fields.promiseTime)) }),
  }
}
