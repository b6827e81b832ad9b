import type { ModalView } from '@slack/types'
import type { ReturnForm } from '#application/forms.ts'
import { textInput } from '../../blocks/kit/inputs.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { line, quote, text } from '../../blocks/kit/rich.ts'
import { callbackIds, fields } from '../../names.ts'
import { lastOf } from '../../words/issue.ts'
import { somebodyFirst } from '../../words/people.ts'
import { aboutIssue } from '../kit/fields.ts'
import { handoverMetadata, metadata } from '../kit/metadata.ts'
import { submittedOf } from '../kit/submitted.ts'

type AboutHandover = { readonly number: number; readonly handover: string }

const metadataOf = ({ story, handover }: ReturnForm): string => metadata({ issue: story.issue.number, handover })

/** The form in which the receiver asks one question before they decide. */
export const askFirstView = (form: ReturnForm): ModalView =>
  modal({
    id: callbackIds.askFirst,
    title: 'Ask first',
    submit: 'Ask',
    metadata: metadataOf(form),
    parts: [
      aboutIssue(form),
      textInput({
        field: fields.question,
        label: 'Question',
        long: true,
        placeholder: 'The one thing you have to know before you decide',
        hint: 'Your time to answer stands still until they have answered. One question can be asked.',
      }),
    ],
  })

/** The form in which the sender answers it. */
export const answerQuestionView = (form: ReturnForm): ModalView => {
  const { story } = form
  const asked = lastOf(story, 'handover_question')
  return modal({
    id: callbackIds.answerQuestion,
    title: 'Answer',
    submit: 'Answer',
    metadata: metadataOf(form),
    parts: [
      aboutIssue(form),
      asked?.words && text(line(`${somebodyFirst(story, asked.actor)} asks first:`), quote(asked.words.text)),
      textInput({
        field: fields.answer,
        label: 'Answer',
        long: true,
        hint: 'They read it at once, and then accept it or return it.',
      }),
    ],
  })
}

const parsed = (view: unknown) => {
  const sent = submittedOf(view)
  const about = handoverMetadata(sent?.metadata)
  return sent && about && { sent, on: { number: about.issue, handover: about.handover } }
}

/** What was asked; undefined for a form we never made. */
export const parseAskFirst = (view: unknown): (AboutHandover & { readonly question: string }) | undefined => {
  const { sent, on } = parsed(view) ?? {}
  return sent && on && { ...on, question: sent.text(fields.question) ?? '' }
}

/** What was answered; undefined for a form we never made. */
export const parseAnswer = (view: unknown): (AboutHandover & { readonly answer: string }) | undefined => {
  const { sent, on } = parsed(view) ?? {}
  return sent && on && { ...on, answer: sent.text(fields.answer) ?? '' }
}
