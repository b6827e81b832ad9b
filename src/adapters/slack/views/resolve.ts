import type { ModalView } from '@slack/types'
import type { ResolveForm } from '#application/forms.ts'
import { selectInput, textInput } from '../blocks/kit/inputs.ts'
import { modal } from '../blocks/kit/modal.ts'
import { callbackIds, fields } from '../names.ts'
import { departmentChoices, stageChoices } from './kit/choices.ts'
import { aboutIssue } from './kit/fields.ts'
import { given } from './kit/given.ts'
import { issueMetadata, metadata } from './kit/metadata.ts'
import { submittedOf } from './kit/submitted.ts'

/** The form in which the owner says that the problem is solved. */
export const resolveView = ({ council, story }: ResolveForm): ModalView =>
  modal({
    id: callbackIds.resolve,
    title: 'Resolve',
    submit: 'Resolve',
    metadata: metadata({ issue: story.issue.number }),
    parts: [
      aboutIssue({ council, story }),
      textInput({ field: fields.whatWasDone, label: 'What was done', long: true }),
      selectInput({
        field: fields.originDepartment,
        label: 'Where did it start?',
        optional: true,
        choices: departmentChoices(council),
        placeholder: 'Department',
        hint: 'Where the cause is, not who is to blame: three of a kind show a wall.',
      }),
      council.journey.length > 0 &&
        selectInput({
          field: fields.originStage,
          label: 'Where did it start? (journey stage)',
          optional: true,
          choices: stageChoices(council),
          placeholder: 'Journey stage',
        }),
    ],
  })

export type ResolveInput = {
  readonly number: number
  readonly whatWasDone: string
  readonly originStage?: string
  readonly originDepartment?: string
}

/** What was sent with the form; undefined for a form we never made. */
export const parseResolve = (view: unknown): ResolveInput | undefined => {
  const sent = submittedOf(view)
  const about = issueMetadata(sent?.metadata)
  if (!sent || !about) return undefined
  return {
    number: about.issue,
    whatWasDone: sent.text(fields.whatWasDone) ?? '',
    ...given({ originStage: sent.choice(fields.originStage), originDepartment: sent.choice(fields.originDepartment) }),
  }
}
