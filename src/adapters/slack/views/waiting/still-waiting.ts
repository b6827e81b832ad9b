import type { ModalView } from '@slack/types'
import type { WaitForm } from '#application/forms.ts'
import { usualWakeUp } from '#domain/decisions/waiting/wake-up.ts'
import { dateInput } from '../../blocks/kit/inputs.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { line, text } from '../../blocks/kit/rich.ts'
import { callbackIds, fields } from '../../names.ts'
import { waitSentence } from '../../words/waiting/waits.ts'
import { aboutIssue } from '../kit/fields.ts'
import { issueMetadata, metadata } from '../kit/metadata.ts'
import { submittedOf } from '../kit/submitted.ts'

/** The form for the day until which an issue goes on waiting. */
export const stillWaitingView = (form: WaitForm): ModalView => {
  const { council, story, now } = form
  return modal({
    id: callbackIds.stillWaiting,
    title: 'Still waiting',
    submit: 'Save',
    metadata: metadata({ issue: story.issue.number }),
    parts: [
      aboutIssue({ council, story }),
      text(line(waitSentence(form, 'person'))),
      dateInput({ field: fields.wakeUp, label: 'Wake me up on', initial: usualWakeUp(council, story.issue, now) }),
    ],
  })
}

/** What was sent with the form; undefined for a form we never made. */
export const parseStillWaiting = (view: unknown): { readonly number: number; readonly wakeUp: string } | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  const wakeUp = sent?.date(fields.wakeUp)
  return about && wakeUp !== undefined ? { number: about.issue, wakeUp } : undefined
}
