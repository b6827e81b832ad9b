import type { Message } from '#application/messages/message.ts'
import { issueName, isWithheld as withheld } from '#domain/issue/issue.ts'
import { nameIn, storyTitle } from '../../words/issue.ts'
import { nameOf } from '../../words/people.ts'
import { row } from '../kit/actions.ts'
import { line, type Part, text } from '../kit/rich.ts'
import { message, type Rendered } from '../kit/shown.ts'
import {
  addDetailsButton,
  openButton,
  sameAsButton,
  shareWordsButton,
  unfollowButton,
  withdrawButton,
} from './parts/issue-buttons.ts'
import { standingLine } from './parts/standing.ts'

type Receipt = Extract<Message, { kind: 'receipt' }>

const open = new Set(['flagged', 'claimed', 'resolved'])

const thanks = ({ story, person, follower }: Receipt): string => {
  const name = nameOf(story, person)
  const to = name === undefined ? 'Thank you.' : `Thank you, ${name}.`
  return follower
    ? `${to} ${nameIn(story)} tells of this already; you follow it now.`
    : `${to} It is ${nameIn(story)} now.`
}

/** “Nordwind has an open issue already: …”: one press says that it is the same. */
const similarLine = ({ similar, story }: Receipt): Part | undefined => {
  if (similar === undefined) return undefined
  const whose = similar.ownerName === undefined ? '' : ` (${similar.ownerName} answers for it)`
  const customer = story.customerName ?? 'This customer'
  return line(`${customer} has an open issue already: ${issueName(similar.number)}${whose}. Is it the same?`)
}

/** Tells the flagger or a follower who was asked, and offers what they can still add. */
export const renderReceipt = (receipt: Receipt): Rendered => {
  const { story, follower, mayAddDetails, mayWithdraw, similar } = receipt
  const { number, state } = story.issue
  const hides = open.has(state) && !follower && withheld(story.issue)
  return message(
    text(
      line(thanks(receipt)),
      line({ bold: storyTitle(receipt) }),
      standingLine(receipt),
      similarLine(receipt),
      open.has(state) ? line("I'll tell you here when it moves, and when the customer was told.") : undefined,
      hides
        ? line('You flagged it from a private place, so its card withholds your words until you share them.')
        : undefined,
    ),
    row([
      similar !== undefined && sameAsButton(number, similar.number),
      similar !== undefined && openButton(similar.number),
      mayAddDetails && addDetailsButton(number),
      mayWithdraw && withdrawButton(number),
      follower && open.has(state) && unfollowButton(number),
      hides && shareWordsButton(number),
    ]),
  )
}
