import type { About } from '#application/messages/message.ts'
import { briefOf } from '#domain/issue/brief.ts'
import { briefText, dontAskWords } from '../../../words/moving/brief.ts'
import { limits } from '../../kit/limits.ts'
import { line, type Part, quote, text } from '../../kit/rich.ts'
import { type Shown, together } from '../../kit/shown.ts'
import { clean, inParts } from '../../kit/text.ts'
import { customerWords, isWithheld, type Reader } from './issue-parts.ts'
import { triedBefore } from './tried-before.ts'

/** “Please don't ask again: invoice number”, where somebody noted something. */
export const dontAskLine = (about: About, reader: Reader): Part | undefined => {
  const words = isWithheld(about, reader) ? undefined : dontAskWords(about)
  return words === undefined ? undefined : line(`Please don't ask again: ${words}`)
}

const goesOn = line({ italic: 'It goes on: See all shows the whole brief.' })

/**
 * The brief as whoever is asked to take over reads it: what somebody made of it, else the customer's words, with what
 * was tried up to the event `before`, and what must not be asked again.
 */
export const briefParts = (about: About, before: number): readonly (Part | undefined)[] => {
  const { edited } = briefOf(about.story.timeline, before)
  const written = edited?.words?.text
  const told = { before, after: edited?.seq ?? 0 }
  return [
    ...(edited === undefined
      ? [customerWords(about, 'person', limits.text)]
      : [line({ bold: 'Brief' }), quote(written ?? '')]),
    (written?.length ?? 0) > limits.text ? goesOn : undefined,
    ...triedBefore(about, told, edited === undefined ? 'Tried before' : 'Since then'),
    dontAskLine(about, 'person'),
  ]
}

/** The whole brief where somebody has edited it; `atMost` where there is less room. */
export const wholeBrief = (about: About, atMost?: number): Shown | false => {
  if (briefOf(about.story.timeline).edited === undefined) return false
  const words = briefText(about)
  const parts = atMost === undefined ? inParts(clean(words), limits.text) : [words]
  return together(text(line({ bold: 'Brief' })), ...parts.map((part) => text(quote(part, atMost ?? limits.text))))
}
