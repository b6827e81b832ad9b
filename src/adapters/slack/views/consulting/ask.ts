import type { ModalView } from '@slack/types'
import type { WayForm } from '#application/forms.ts'
import { isWithheld } from '#domain/issue/issue.ts'
import { personInput, selectInput, textInput } from '../../blocks/kit/inputs.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { line, text } from '../../blocks/kit/rich.ts'
import type { Shown } from '../../blocks/kit/shown.ts'
import { consultLines } from '../../blocks/messages/consulting/open-consults.ts'
import { callbackIds, fields } from '../../names.ts'
import { departmentChoices } from '../kit/choices.ts'
import { aboutIssue } from '../kit/fields.ts'
import { given } from '../kit/given.ts'
import { askMetadata, metadata } from '../kit/metadata.ts'
import { submittedOf } from '../kit/submitted.ts'
import { type TypedWay, wayInput } from './way.ts'

/** Said above the person when the one chosen is away; their stand-in is chosen instead, in a field of its own. */
export type StandIn = { readonly person: string; readonly sentence: string }

export type Typed = TypedWay & { readonly standIn?: StandIn; readonly insteadOf?: string | undefined }

const whoMaySee = ({ story }: WayForm): Shown | undefined =>
  story.issue.audience === 'restricted' || isWithheld(story.issue)
    ? text(line('It was flagged from a private place: whoever you ask may see it from then on.'))
    : undefined

const person = ({ standIn, whom }: Typed, label: string, hint: string, optional: boolean): readonly Shown[] =>
  standIn === undefined
    ? [personInput({ field: fields.person, label, hint, optional, initial: whom, placeholder: 'Choose a person' })]
    : [
        text(line(standIn.sentence)),
        personInput({ field: fields.standIn, label, hint, optional, initial: standIn.person }),
      ]

const opened = (form: WayForm, { insteadOf }: Typed) => ({
  title: 'Hand over or consult',
  submit: 'Ask them',
  metadata: metadata({ issue: form.story.issue.number, insteadOf: insteadOf ?? form.before?.insteadOf }),
})

const openOnes = (form: WayForm): Shown => text(...consultLines(form))

/** The form in which somebody of another department is asked a question. */
export const consultView = (form: WayForm, typed: Typed = {}): ModalView =>
  modal({
    ...opened(form, typed),
    id: callbackIds.consult,
    parts: [
      aboutIssue(form),
      wayInput('consult'),
      openOnes(form),
      whoMaySee(form),
      ...person(
        { ...typed, whom: typed.whom ?? form.before?.person },
        'Who could answer?',
        'Somebody of another department. You go on answering for the issue.',
        false,
      ),
      textInput({
        field: fields.question,
        label: 'What do you want to know?',
        long: true,
        initial: typed.text ?? form.before?.text,
        placeholder: 'One question that can be answered in a few words',
      }),
    ],
  })

/** The form in which somebody is asked to work along. */
export const handsView = (form: WayForm, typed: Typed = {}): ModalView =>
  modal({
    ...opened(form, typed),
    id: callbackIds.hands,
    parts: [
      aboutIssue(form),
      wayInput('hands'),
      openOnes(form),
      whoMaySee(form),
      ...person(
        { ...typed, whom: typed.whom ?? form.before?.person },
        'Who could lend a hand?',
        'A colleague, or somebody of another department.',
        true,
      ),
      selectInput({
        field: fields.department,
        label: 'Or which department?',
        optional: true,
        choices: departmentChoices(form.council, form.story.issue.department),
        initial: typed.department,
        hint: 'Its lead is asked.',
      }),
      textInput({
        field: fields.need,
        label: 'What do you need from them?',
        long: true,
        initial: typed.text ?? form.before?.text,
        placeholder: 'What they would do, and by when',
        hint: 'You go on answering for the issue.',
      }),
    ],
  })

export type AskInput = {
  readonly number: number
  readonly kind: 'question' | 'hands'
  readonly whom?: string
  readonly department?: string
  readonly text: string
  readonly insteadOf?: string
}

/** What was sent with either form; undefined for a form we never made. */
export const parseAsk = (view: unknown, kind: AskInput['kind']): AskInput | undefined => {
  const sent = submittedOf(view)
  const about = askMetadata(sent?.metadata)
  if (!sent || !about) return undefined
  const whom = sent.person(fields.standIn) ?? sent.person(fields.person)
  return {
    number: about.issue,
    kind,
    text: sent.text(kind === 'question' ? fields.question : fields.need) ?? '',
    ...given({ whom, insteadOf: about.insteadOf }),
    ...(kind === 'question' ? {} : given({ department: sent.choice(fields.department) })),
  }
}
