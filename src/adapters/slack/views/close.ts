import type { ModalView } from '@slack/types'
import { z } from 'zod'
import type { CloseForm } from '#application/forms.ts'
import type { Closing } from '#domain/issue/issue.ts'
import { dateInput, numberInput, personInput, selectInput, textInput } from '../blocks/kit/inputs.ts'
import { modal } from '../blocks/kit/modal.ts'
import { callbackIds, fields } from '../names.ts'
import { explainedAgainLabels } from '../words/labels.ts'
import { aboutIssue } from './kit/fields.ts'
import { given } from './kit/given.ts'
import { issueMetadata, metadata } from './kit/metadata.ts'
import { submittedOf } from './kit/submitted.ts'

const answers = ['yes', 'no', 'not_asked'] as const satisfies readonly Closing['explainedAgain'][]

const tellingInputs = ({ today, person }: CloseForm) => [
  textInput({ field: fields.told, label: 'What was the customer told?', optional: true, long: true }),
  textInput({
    field: fields.couldNotBeTold,
    label: 'Could not be told, because',
    optional: true,
    long: true,
    hint: 'Only when they could not be reached: fill in one of the two.',
  }),
  numberInput({
    field: fields.attempts,
    label: 'Attempts',
    optional: true,
    least: 1,
    most: 99,
    hint: 'How often somebody tried to reach them.',
  }),
  dateInput({ field: fields.when, label: 'When', initial: today }),
  personInput({ field: fields.byWhom, label: 'By whom', initial: person }),
]

const askingInputs = () => [
  selectInput({
    field: fields.explainedAgain,
    label: 'Had to explain again?',
    choices: answers.map((answer) => ({ value: answer, text: explainedAgainLabels[answer] })),
    initial: 'not_asked',
    hint: 'Whether the customer had to tell their story more than once.',
  }),
  selectInput({
    field: fields.satisfaction,
    label: 'Satisfaction (1-5)',
    optional: true,
    choices: ['1', '2', '3', '4', '5'].map((mark) => ({ value: mark, text: mark })),
    placeholder: '5 is best',
  }),
]

/** The form that records what the customer was told, and closes the issue. */
export const closeView = (form: CloseForm): ModalView =>
  modal({
    id: callbackIds.close,
    title: 'Close the loop',
    submit: 'Close the loop',
    metadata: metadata({ issue: form.story.issue.number }),
    parts: [aboutIssue(form), ...tellingInputs(form), ...askingInputs()],
  })

export type CloseInput = {
  readonly number: number
  readonly told?: string
  readonly couldNotBeToldBecause?: string
  /** May be no whole number: the domain says so at its field. */
  readonly attempts?: number
  /** YYYY-MM-DD. */
  readonly when: string
  readonly byWhom: string
  readonly explainedAgain: Closing['explainedAgain']
  readonly satisfaction?: number
}

const numeral = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))

/** What was sent with the form; undefined for a form we never made. */
export const parseClose = (view: unknown): CloseInput | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  const when = sent?.date(fields.when)
  const byWhom = sent?.person(fields.byWhom)
  if (!sent || !about || when === undefined || byWhom === undefined) return undefined
  return {
    number: about.issue,
    when,
    byWhom,
    explainedAgain: z.enum(answers).catch('not_asked').parse(sent.choice(fields.explainedAgain)),
    ...given({
      told: sent.text(fields.told),
      couldNotBeToldBecause: sent.text(fields.couldNotBeTold),
      attempts: numeral(sent.text(fields.attempts)),
      satisfaction: numeral(sent.choice(fields.satisfaction)),
    }),
  }
}
