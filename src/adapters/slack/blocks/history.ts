import type { About } from '#application/messages/message.ts'
import { nameIn } from '../words/issue.ts'
import { counted } from '../words/time/durations.ts'
import { muted } from './kit/plain.ts'
import { line, text } from './kit/rich.ts'
import { message, type Rendered } from './kit/shown.ts'
import { titleLine } from './messages/parts/issue-parts.ts'
import { toldEntry } from './told-entry.ts'

/** How many events a page has, and how much of the words of each: together they stay within one message. */
const perPage = 25
const mostQuoted = 300

/** `/cx show CX-42 history`: every event from the first on, a page at a time; past the last page, the last one. */
export const renderHistory = (about: About, wanted: number): Rendered => {
  const { timeline } = about.story
  const pages = Math.max(1, Math.ceil(timeline.length / perPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const name = nameIn(about.story)
  const all = counted(timeline.length, 'event')
  const next = page < pages && `Later events: /cx show ${name} history ${page + 1}`
  return message(
    text(
      titleLine(about),
      line({ bold: pages === 1 ? 'History' : `History, page ${page} of ${pages}, ${all} in all` }),
    ),
    ...timeline
      .slice((page - 1) * perPage, page * perPage)
      .map((entry) => text(...toldEntry(entry, about, mostQuoted))),
    next !== false && muted(next),
    muted(`Long words are cut here. Whoever runs the bot has all of it: npm run council -- timeline ${name}`),
  )
}
