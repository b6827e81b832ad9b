import type { About } from '#application/messages/message.ts'
import { consultSaid } from '../../../words/consulting/open.ts'
import { counted } from '../../../words/time/durations.ts'
import { item, muted } from '../../kit/plain.ts'
import { line, type Part } from '../../kit/rich.ts'
import { type Shown, together } from '../../kit/shown.ts'
import { askerButtons } from './buttons.ts'

/** How many of those who are asked or help are named one by one. */
const mostNamed = 4

const more = (about: About): string | undefined => {
  const left = about.story.issue.consults.length - mostNamed
  return left > 0 ? `and ${counted(left, 'more question or helper', 'more questions and helpers')}` : undefined
}

/** Who is asked or helps and since when, each with the button that ends it for the owner. */
export const openConsults = (about: About): Shown => {
  const { consults, number } = about.story.issue
  return together(
    ...consults.slice(0, mostNamed).map((one) => item(consultSaid(one, about), askerButtons(number, one)[0])),
    muted(more(about)),
  )
}

/** The same to be read only. */
export const consultLines = (about: About): readonly Part[] => {
  const rest = more(about)
  const named = about.story.issue.consults.slice(0, mostNamed).map((one) => line(consultSaid(one, about)))
  return rest === undefined ? named : [...named, line(rest)]
}
