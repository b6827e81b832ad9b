import type { HandOverForm } from '#application/forms.ts'
import { longestDontAsk } from '#domain/decisions/moving/edit-brief.ts'
import { textInput } from '../../blocks/kit/inputs.ts'
import type { Shown } from '../../blocks/kit/shown.ts'
import { fields } from '../../names.ts'
import { briefText, dontAskWords, type ShownBrief, type TypedBrief } from '../../words/moving/brief.ts'
import type { Submitted } from '../kit/submitted.ts'

const hints = {
  whole: 'Whoever takes over reads it first: what the customer said, and what was tried.',
  cut: 'It is longer than this field. The rest is kept and goes with it.',
}

/** The brief that travels with an issue, to be read and edited before it does; `typed` is what stood there before. */
export const briefFields = (form: HandOverForm, { rest }: ShownBrief, typed?: TypedBrief): readonly Shown[] => [
  textInput({
    field: fields.brief,
    label: 'Brief',
    long: true,
    optional: true,
    initial: typed === undefined ? briefText(form) : typed.text,
    hint: rest > 0 ? hints.cut : hints.whole,
  }),
  textInput({
    field: fields.dontAsk,
    label: "Please don't ask again",
    optional: true,
    most: longestDontAsk,
    initial: typed === undefined ? dontAskWords(form) : typed.dontAsk,
    placeholder: 'What the customer has told us already, like the invoice number',
  }),
]

/** What was sent with those fields. */
export const parseBrief = (sent: Submitted, shown: ShownBrief): TypedBrief => ({
  ...shown,
  text: sent.text(fields.brief) ?? '',
  dontAsk: sent.text(fields.dontAsk) ?? '',
})
