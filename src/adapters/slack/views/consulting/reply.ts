import type { ModalView } from '@slack/types'
import type { ConsultForm, ConsultReply } from '#application/forms.ts'
import { textInput } from '../../blocks/kit/inputs.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { text } from '../../blocks/kit/rich.ts'
import { talkOf } from '../../blocks/messages/consulting/talk.ts'
import { callbackIds, type Field, fields } from '../../names.ts'
import { aboutIssue } from '../kit/fields.ts'
import { metadata, replyMetadata } from '../kit/metadata.ts'
import { submittedOf } from '../kit/submitted.ts'

type Asked = {
  readonly title: string
  readonly submit: string
  readonly field: Field
  readonly label: string
  readonly hint: string
}

const asked: Readonly<Record<ConsultReply, Asked>> = {
  answer: {
    title: 'Answer',
    submit: 'Answer',
    field: fields.answer,
    label: 'Your answer',
    hint: 'The owner reads it at once, and it stands in the thread of the issue.',
  },
  ask_back: {
    title: 'Ask back',
    submit: 'Ask back',
    field: fields.question,
    label: 'What do you need to know first?',
    hint: 'The owner answers you, and your time begins anew.',
  },
  explain: {
    title: 'Answer',
    submit: 'Answer',
    field: fields.answer,
    label: 'Your answer',
    hint: 'The question goes on from there.',
  },
  decline: {
    title: "Can't help",
    submit: 'Tell them',
    field: fields.reason,
    label: 'Why not?',
    hint: 'The owner asks somebody else then. Who could help?',
  },
}

/** The small form in which somebody answers, asks back, answers that, or says why they cannot help. */
export const replyView = ({ council, story, consult, reply, now }: ConsultForm): ModalView => {
  const { title, submit, field, label, hint } = asked[reply]
  return modal({
    id: callbackIds.consultReply,
    title,
    submit,
    metadata: metadata({ issue: story.issue.number, consult: consult.id, reply }),
    parts: [
      aboutIssue({ council, story }),
      text(...talkOf({ council, story, now }, consult.id)),
      textInput({ field, label, hint, long: true }),
    ],
  })
}

export type ReplyInput = {
  readonly number: number
  readonly consult: string
  readonly reply: ConsultReply
  readonly text: string
}

/** What was sent with the form; undefined for a form we never made. */
export const parseReply = (view: unknown): ReplyInput | undefined => {
  const sent = submittedOf(view)
  const about = replyMetadata(sent?.metadata)
  if (!sent || !about) return undefined
  const { issue: number, consult, reply } = about
  return { number, consult, reply, text: sent.text(asked[reply].field) ?? '' }
}
