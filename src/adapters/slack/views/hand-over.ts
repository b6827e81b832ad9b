import type { ModalView } from '@slack/types'
import { z } from 'zod'
import type { HandOverForm, HeldBefore } from '#application/forms.ts'
import { type HandoverReason, handoverReasons, issueName } from '#domain/issue/issue.ts'
import { selectInput, textInput } from '../blocks/kit/inputs.ts'
import { modal } from '../blocks/kit/modal.ts'
import { line, quote, text } from '../blocks/kit/rich.ts'
import type { Shown } from '../blocks/kit/shown.ts'
import { actionIds, callbackIds, fields } from '../names.ts'
import { departmentName, leftBecause, reasonLabels } from '../words/labels.ts'
import { shownBrief, type TypedBrief } from '../words/moving/brief.ts'
import { span } from '../words/time/durations.ts'
import { handsOffer, wayInput } from './consulting/way.ts'
import { departmentChoices } from './kit/choices.ts'
import { aboutIssue } from './kit/fields.ts'
import { given } from './kit/given.ts'
import { handOverMetadata, metadata } from './kit/metadata.ts'
import { submittedOf } from './kit/submitted.ts'
import { briefFields, parseBrief } from './moving/brief-fields.ts'

export type HandOverInput = {
  readonly number: number
  readonly to: string
  readonly reason: HandoverReason
  readonly need: string
  readonly whatChanged?: string
  /** The brief as it was sent; undefined for a form that showed none. */
  readonly brief?: TypedBrief
}

/** What was in the form before: a reason need not be chosen yet. */
type TypedBefore = Omit<HandOverInput, 'reason'> & { readonly reason?: HandoverReason }

/** “Billing held this before: 2 days”, or which other issue it held that this one goes on from. */
const opening = ({ department, heldFor, as }: HeldBefore): string => {
  const what = as === undefined ? 'this' : `${issueName(as)}, which belongs to this,`
  return heldFor === undefined
    ? `${department} held ${what} before`
    : `${department} held ${what} before: ${span(heldFor)}`
}

const why = ({ council }: HandOverForm, { leftFor, reason, byCouncil }: HeldBefore): string => {
  if (leftFor === undefined) return ''
  if (byCouncil) return ` the council chose ${departmentName(council, leftFor)}`
  return reason === undefined ? '' : ` ${leftBecause(reason, departmentName(council, leftFor))}`
}

const explanation = (form: HandOverForm, held: HeldBefore): Shown => {
  const because = why(form, held)
  const words = held.leftBecause
  if (words === undefined || words.trim() === '')
    return text(line(because === '' ? `${opening(held)}.` : `${opening(held)}; it left because${because}.`))
  return text(line(`${opening(held)}; it left because${because}:`), quote(words))
}

const explanationFields = (form: HandOverForm, held: HeldBefore): readonly Shown[] => [
  explanation(form, held),
  textInput({
    field: fields.whatChanged,
    label: 'What has changed?',
    long: true,
    placeholder: 'What is different from the last time',
  }),
]

/**
 * The form in which an issue is handed over. With `held` it also says that the department had it, and asks what has
 * changed; `typed` is what was in the form before, which Slack keeps by itself where it can.
 */
export const handOverView = (form: HandOverForm, held?: HeldBefore, typed?: TypedBefore): ModalView => {
  const { council, story } = form
  const brief = typed?.brief ?? shownBrief(form)
  return modal({
    id: callbackIds.handOver,
    title: 'Hand over or consult',
    submit: 'Hand over',
    metadata: metadata({ issue: story.issue.number, seen: brief.seen, rest: brief.rest }),
    parts: [
      aboutIssue(form),
      wayInput('hand_over'),
      selectInput({
        field: fields.department,
        label: 'Department',
        choices: departmentChoices(council, story.issue.department),
        initial: typed?.to,
        placeholder: 'Who should answer for it?',
      }),
      selectInput({
        field: fields.reason,
        label: 'Reason',
        choices: handoverReasons.map((reason) => ({ value: reason, text: reasonLabels[reason] })),
        initial: typed?.reason,
        tells: actionIds.handOverReason,
      }),
      ...(typed?.reason === 'capacity' ? [handsOffer(story.issue.number)] : []),
      textInput({
        field: fields.need,
        label: 'What do you need from them?',
        long: true,
        initial: typed?.need,
        hint: 'You answer for it until they accept.',
      }),
      ...(held === undefined ? [] : explanationFields(form, held)),
      ...briefFields(form, brief, typed?.brief),
    ],
  })
}

/** What was sent with the form; undefined for a form we never made. */
export const parseHandOver = (view: unknown): HandOverInput | undefined => {
  const sent = submittedOf(view)
  const about = handOverMetadata(sent?.metadata)
  const reason = z.enum(handoverReasons).safeParse(sent?.choice(fields.reason))
  if (!sent || !about || !reason.success) return undefined
  const { seen, rest } = about
  return {
    number: about.issue,
    to: sent.choice(fields.department) ?? '',
    reason: reason.data,
    need: sent.text(fields.need) ?? '',
    ...given({
      whatChanged: sent.text(fields.whatChanged),
      brief: seen === undefined || rest === undefined ? undefined : parseBrief(sent, { seen, rest }),
    }),
  }
}
