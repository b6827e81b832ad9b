import { z } from 'zod'
import type { Way } from '#application/forms.ts'
import { ways } from '#application/forms.ts'
import { button, row } from '../../blocks/kit/actions.ts'
import { radioInput } from '../../blocks/kit/inputs.ts'
import { radios } from '../../blocks/kit/menu.ts'
import { line, text } from '../../blocks/kit/rich.ts'
import { type Shown, together } from '../../blocks/kit/shown.ts'
import { actionIds, fields } from '../../names.ts'
import { wayLabels } from '../../words/consulting/ways.ts'
import type { TypedBrief } from '../../words/moving/brief.ts'
import { handOverMetadata } from '../kit/metadata.ts'
import { type Submitted, submittedOf } from '../kit/submitted.ts'
import { parseBrief } from '../moving/brief-fields.ts'

const choices = ways.map((value) => ({ value, ...wayLabels[value] }))

/** The same choice where there is nothing to send. */
export const wayRow = (way: Way): Shown => row([radios(actionIds.way, choices, way)], fields.way)

/** The first field of *Hand over or consult*: choosing changes the fields below it. */
export const wayInput = (way: Way): Shown =>
  radioInput({
    field: fields.way,
    label: 'What would help?',
    choices,
    initial: way,
    tells: actionIds.way,
  })

/** Offers hands to somebody who is short of them, before they give an issue away. */
export const handsOffer = (number: number): Shown =>
  together(
    text(line({ bold: 'Short of hands?' }, ' Somebody can work along, and the customer keeps the same person.')),
    row([button('Ask for hands', actionIds.handsInstead, `${number}`)]),
  )

const parts = z.object({
  blocks: z.array(
    z.object({
      block_id: z.string().optional(),
      elements: z.array(z.object({ action_id: z.string().optional() })).optional(),
    }),
  ),
})

/** What the form of a handover shows beside its fields. */
export const parseShown = (view: unknown): { readonly offersHands: boolean; readonly asksWhatChanged: boolean } => {
  const blocks = parts.safeParse(view).data?.blocks ?? []
  return {
    offersHands: blocks.some(({ elements }) => elements?.some(({ action_id }) => action_id === actionIds.handsInstead)),
    asksWhatChanged: blocks.some(({ block_id }) => block_id === fields.whatChanged),
  }
}

/** What stands in the form of one way, to be taken along to another. */
export type TypedWay = {
  readonly text?: string | undefined
  readonly whom?: string | undefined
  readonly department?: string | undefined
  readonly reason?: string | undefined
  /** Where a brief stood beside it. */
  readonly brief?: TypedBrief | undefined
}

const typedIn = ({ text: said, choice, person }: Submitted): TypedWay => ({
  text: said(fields.question) ?? said(fields.need) ?? said(fields.note),
  whom: person(fields.standIn) ?? person(fields.person),
  department: choice(fields.department),
  reason: choice(fields.reason),
})

/** What was typed so far, and what the form remembers; undefined for a form we never made. */
export const parseTypedWay = (view: unknown): { readonly typed: TypedWay; readonly metadata: string } | undefined => {
  const sent = submittedOf(view)
  if (!sent) return undefined
  const { seen, rest } = handOverMetadata(sent.metadata) ?? {}
  const brief = seen === undefined || rest === undefined ? undefined : parseBrief(sent, { seen, rest })
  return { typed: { ...typedIn(sent), brief }, metadata: sent.metadata }
}
