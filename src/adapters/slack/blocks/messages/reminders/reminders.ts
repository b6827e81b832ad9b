import type { ReminderItem, Reminders } from '#application/messages/reminders.ts'
import { mostInBatch } from '#domain/reminders/batch.ts'
import { endedSentence } from '../../../words/ended.ts'
import { nameIn, storyTitle } from '../../../words/issue.ts'
import { zoneOf } from '../../../words/people.ts'
import { reasonSentence } from '../../../words/reminders/reasons.ts'
import { moment } from '../../../words/time/dates.ts'
import { counted } from '../../../words/time/durations.ts'
import { limits } from '../../kit/limits.ts'
import { item as compact, muted } from '../../kit/plain.ts'
import { line, text } from '../../kit/rich.ts'
import { message, type Rendered, type Shown, together } from '../../kit/shown.ts'
import { openButton } from '../parts/issue-buttons.ts'
import { customerWords } from '../parts/issue-parts.ts'
import { itemButtons } from './buttons.ts'

/** How many issues are shown whole, with how much of their words, and how many more in a line each. */
type Room = { readonly whole: number; readonly words: number; readonly brief: number }

/** What is tried one after the other until it fits: nobody's words are worth a button. */
const rooms: readonly Room[] = [
  { whole: mostInBatch, words: 200, brief: 10 },
  { whole: mostInBatch, words: 100, brief: 3 },
  { whole: mostInBatch, words: 40, brief: 1 },
  { whole: 4, words: 40, brief: 1 },
  { whole: 2, words: 40, brief: 1 },
  { whole: 1, words: 40, brief: 0 },
]

/** How many of those that are over are named. */
const mostOver = 6

/** An issue with what is asked about it and the buttons that end it. */
const asked = (item: ReminderItem, person: string, words: number): Shown =>
  together(
    text(
      line({ bold: storyTitle(item) }),
      customerWords(item, 'person', words),
      ...item.reasons.map((reason) => line(reasonSentence(item, reason, person))),
    ),
    itemButtons(item),
  )

/** The same in a line, where there is no room for more. */
const inALine = (item: ReminderItem, person: string): Shown => {
  const sentences = item.reasons.map((reason) => reasonSentence(item, reason, person))
  return compact(`${storyTitle(item)}\n${sentences.join(' ')}`, openButton(item.story.issue.number))
}

/** What became of an issue that nothing is asked about any more. */
const over = (item: ReminderItem): Shown => {
  const { story, council, now, readerZone, snoozedUntil } = item
  if (snoozedUntil === undefined) return muted(`Settled: ${endedSentence(item)}`)
  const zone = readerZone ?? zoneOf(council, story.issue.department)
  return muted(`${nameIn(story)}: snoozed until ${moment(zone, snoozedUntil, now)}.`)
}

const opening = ({ name, items }: Reminders): string => {
  const fresh = items.filter(({ along, reasons }) => !along && reasons.length > 0)
  const what =
    fresh.length === 1 && fresh[0] ? `${nameIn(fresh[0].story)} waits` : `${counted(fresh.length, 'issue')} wait`
  if (fresh.length === 0) return 'What is left of your reminders:'
  return name === undefined ? `${what} for you:` : `${name}, ${what} for you:`
}

const titled = (title: string, items: readonly Shown[]): readonly Shown[] =>
  items.length === 0 ? [] : [text(line({ bold: title })), ...items]

const unsaid = (count: number): Shown | false =>
  count > 0 && muted(`and ${counted(count, 'more issue')}; App Home shows them all`)

const inRoom = (reminders: Reminders, { whole, words, brief }: Room): Rendered => {
  const { items, person } = reminders
  const open = items.filter(({ reasons }) => reasons.length > 0)
  const shown = open.slice(0, whole)
  const rest = open.slice(whole)
  const asking = (along: boolean) =>
    shown.filter((item) => item.along === along).map((item) => asked(item, person, words))
  return message(
    text(line(opening(reminders))),
    ...asking(false),
    ...titled('Still open from before', asking(true)),
    ...titled(
      'More that waits for you',
      rest.slice(0, brief).map((item) => inALine(item, person)),
    ),
    unsaid(rest.length - brief),
    ...items
      .filter(({ reasons }) => reasons.length === 0)
      .slice(0, mostOver)
      .map(over),
  )
}

const fits = ({ blocks }: Rendered): boolean => JSON.stringify(blocks).length <= limits.posted

/** Everything that waits for one person, in one message: what is asked, and the buttons that end it. */
export const renderReminders = (reminders: Reminders): Rendered => {
  const { newest, items } = reminders
  if (!newest) return message(text(line('These reminders went on in a newer message below.')))
  if (items.every(({ reasons, snoozedUntil }) => reasons.length === 0 && snoozedUntil === undefined))
    return message(text(line('Nothing is left of these reminders. Thank you.')))
  let said = message()
  for (const room of rooms) {
    said = inRoom(reminders, room)
    if (fits(said)) break
  }
  return said
}
