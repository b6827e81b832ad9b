import type { ModalView } from '@slack/types'
import { z } from 'zod'
import type { CustomerChoice } from '#application/customers/customer.ts'
import type { FlagForm } from '#application/forms.ts'
import type { Council } from '#domain/council.ts'
import type { FlaggedVia } from '#domain/issue/events.ts'
import { type Severity, severities } from '#domain/severity.ts'
import { prefill, searchInput, selectInput, textInput } from '../blocks/kit/inputs.ts'
import { modal } from '../blocks/kit/modal.ts'
import { line, text } from '../blocks/kit/rich.ts'
import { callbackIds, fields, letTheMapDecide } from '../names.ts'
import { departmentOrMap, departmentOrMapChoices, severityChoices, stageChoices } from './kit/choices.ts'
import { knownCustomer, parseCustomerChoice } from './kit/customer-choice.ts'
import { given } from './kit/given.ts'
import { flagMetadata, metadata } from './kit/metadata.ts'
import { type Submitted, submittedOf } from './kit/submitted.ts'

type Details = {
  readonly customer?: { readonly id: string; readonly name: string } | undefined
  readonly severity?: Severity
  readonly stage?: string | undefined
  readonly department?: string | undefined
}

/** The fields that say whose problem it is and how bad; the same in every form that asks for them. */
export const correctionInputs = (
  council: Council,
  { customer, severity = 'normal', stage }: Omit<Details, 'department'>,
) => [
  searchInput({
    field: fields.customer,
    label: 'Customer',
    optional: true,
    initial: customer && knownCustomer(customer),
    placeholder: 'Type their name',
  }),
  selectInput({ field: fields.severity, label: 'Severity', choices: severityChoices, initial: severity }),
  council.journey.length > 0 &&
    selectInput({
      field: fields.stage,
      label: 'Journey stage',
      optional: true,
      choices: stageChoices(council),
      initial: stage,
      placeholder: 'Where it hurts',
    }),
]

/** The same, and the department that is to be asked. */
export const detailInputs = (council: Council, { department, ...details }: Details) => [
  ...correctionInputs(council, details),
  selectInput({
    field: fields.department,
    label: 'Department',
    optional: true,
    choices: departmentOrMapChoices(council),
    initial: department ?? letTheMapDecide,
  }),
]

/** What those fields hold. */
export const detailsIn = ({ choice }: Submitted) => ({
  severity: z.enum(severities).catch('normal').parse(choice(fields.severity)),
  ...given({
    customer: parseCustomerChoice(choice(fields.customer)),
    stage: choice(fields.stage),
    department: departmentOrMap(choice(fields.department)),
  }),
})

/** The ways to flag that open the form. */
export type FormVia = Extract<FlaggedVia, 'command' | 'message_shortcut' | 'global_shortcut' | 'home'>

const withheldNote = ({ shared }: FlagForm): string => {
  const from = shared === true ? 'a channel shared with another company' : 'a private place'
  return `This comes from ${from}: its card withholds your words until you press Share the words.`
}

/** The form in which a customer's problem is flagged. */
export const flagView = (form: FlagForm, via: FormVia): ModalView => {
  const { council, text: words, draft, restricted } = form
  const long = prefill(words).length < words.length
  return modal({
    id: callbackIds.flag,
    title: 'Flag a customer issue',
    submit: 'Flag',
    metadata: metadata({ via, restricted, draft }),
    parts: [
      textInput({
        field: fields.whatHappened,
        label: 'What happened',
        long: true,
        initial: words,
        placeholder: 'In the words of the customer, if you can',
        ...(long ? { hint: 'The text is longer than this field. The rest is kept and goes with it.' } : {}),
      }),
      ...detailInputs(council, {}),
      restricted && text(line(withheldNote(form))),
    ],
  })
}

export type FlagInput = {
  readonly via: FormVia
  readonly restricted: boolean
  readonly draft?: string
  /** As it stands in the field; empty when nothing does. */
  readonly text: string
  readonly severity: Severity
  readonly customer?: CustomerChoice
  readonly stage?: string
  readonly department?: string
}

/** What was sent with the form; undefined for a form we never made. */
export const parseFlag = (view: unknown): FlagInput | undefined => {
  const sent = submittedOf(view)
  const from = flagMetadata(sent?.metadata)
  if (!sent || !from) return undefined
  return {
    via: from.via,
    restricted: from.restricted,
    ...given({ draft: from.draft }),
    text: sent.text(fields.whatHappened) ?? '',
    ...detailsIn(sent),
  }
}
