import type { ModalView } from '@slack/types'
import type { WaitForm } from '#application/forms.ts'
import { usualWakeUp } from '#domain/decisions/waiting/wake-up.ts'
import { type WaitCause, waitCauses } from '#domain/issue/wait.ts'
import { dateInput, selectInput, textInput } from '../../blocks/kit/inputs.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { callbackIds, fields } from '../../names.ts'
import { lastOf } from '../../words/issue.ts'
import { waitLabels, waitMeanings } from '../../words/waiting/waits.ts'
import { departmentChoices } from '../kit/choices.ts'
import { aboutIssue } from '../kit/fields.ts'
import { given } from '../kit/given.ts'
import { issueMetadata, metadata } from '../kit/metadata.ts'
import { type Submitted, submittedOf } from '../kit/submitted.ts'

/** The form for what an issue waits on, showing what it waits on already. */
export const waitView = ({ council, story, now }: WaitForm): ModalView => {
  const { issue } = story
  const { wait } = issue
  return modal({
    id: callbackIds.wait,
    title: 'Waiting on…',
    submit: 'Save',
    metadata: metadata({ issue: issue.number }),
    parts: [
      aboutIssue({ council, story }),
      selectInput({
        field: fields.waitOn,
        label: 'What does it wait on?',
        choices: waitCauses.map((on) => ({ value: on, text: waitLabels[on], description: waitMeanings[on] })),
        initial: wait?.on ?? 'customer',
      }),
      textInput({
        field: fields.waitsFor,
        label: 'For what?',
        optional: true,
        long: true,
        initial: wait && lastOf(story, 'waiting_started')?.words?.text,
        hint: 'The question you asked the customer; what has to be approved, and by whom; which vendor. Only a question put to the customer gives the deadline more time.',
      }),
      selectInput({
        field: fields.department,
        label: 'Which department?',
        optional: true,
        choices: departmentChoices(council, issue.department),
        initial: wait?.department,
        placeholder: 'Department',
        hint: 'When it waits on a department.',
      }),
      dateInput({
        field: fields.wakeUp,
        label: 'Wake me up on',
        optional: true,
        initial: usualWakeUp(council, issue, now),
        hint: 'Until then you are not reminded. Left empty, the usual reminders go on.',
      }),
    ],
  })
}

export type WaitInput = {
  readonly number: number
  readonly on: WaitCause
  readonly department?: string
  readonly what?: string
  readonly wakeUp?: string
}

const causeIn = (sent: Submitted): WaitCause | undefined => {
  const chosen = sent.choice(fields.waitOn)
  return waitCauses.find((on) => on === chosen)
}

/** What was sent with the form; undefined for a form we never made. */
export const parseWait = (view: unknown): WaitInput | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  const on = sent && causeIn(sent)
  if (!sent || !about || on === undefined) return undefined
  const more = {
    department: sent.choice(fields.department),
    what: sent.text(fields.waitsFor),
    wakeUp: sent.date(fields.wakeUp),
  }
  return { number: about.issue, on, ...given(more) }
}
