import type { Button, Overflow } from '@slack/types'
import { issueName } from '#domain/issue/issue.ts'
import { actionIds } from '../../../names.ts'
import { handoverValue, issueValue, type More, moreValue, sameAsValue } from '../../../values.ts'
import { asking, button, overflow } from '../../kit/actions.ts'

type IssueButton = (issue: number) => Button

const made =
  (label: string, actionId: string, style?: 'primary'): IssueButton =>
  (issue) =>
    button(label, actionId, issueValue(issue), style)

export const claimButton = made('Claim', actionIds.claim, 'primary')
export const notOursButton = made('Not ours', actionIds.notOurs)
export const seeAllButton = made('See all', actionIds.seeAll)
export const openButton = made('Open', actionIds.open)
export const releaseButton = made('Release', actionIds.release)
export const handOverButton = made('Hand over or consult', actionIds.handOver)
export const passButton = made('Pass to a colleague', actionIds.passOn)
export const resolveButton = made('Resolve', actionIds.resolve)
export const closeLoopButton = made('Close the loop', actionIds.closeLoop, 'primary')
/** An issue of somebody who left is theirs who presses. */
export const takeItButton = made("I'll take it", actionIds.takeIt)
export const reopenButton = made('Reopen', actionIds.reopen)
export const addDetailsButton = made('Add details', actionIds.addDetails)
export const withdrawButton = made('Withdraw', actionIds.withdraw)

const shareWords = made('Share the words', actionIds.shareWords)

export const shareWordsButton: IssueButton = (issue) =>
  asking(shareWords(issue), {
    title: 'Share the words?',
    text: 'Its card will show them to everyone in that channel, with a link to where they were said. This cannot be taken back.',
    confirm: 'Share the words',
    deny: 'Keep them',
  })

/** On a card, where there is little room; in other places it is called what it does. */
export const updateButton = made('Update', actionIds.update)
export const addUpdateButton = made('Add update', actionIds.update)
export const editButton = made('Edit', actionIds.edit)
export const promiseButton = made('Promise to the customer', actionIds.promise)
export const keptButton = made('Kept', actionIds.kept)
export const followButton = made('Follow', actionIds.follow)
export const unfollowButton = made('Unfollow', actionIds.unfollow)

const moreLabels: Readonly<Record<More, string>> = {
  update: 'Add update',
  next_step: 'Next step by',
  promise: 'Promise to the customer',
  pass: 'Pass to a colleague',
  edit: 'Edit',
  follow: 'Follow',
  withdraw: 'Withdraw',
  merge: 'Merge',
  link: 'Link',
  wait: 'Waiting on…',
}

/** The dots beside the buttons of an issue, with these rarer acts. */
export const moreMenu = (issue: number, acts: readonly More[]): Overflow =>
  overflow(
    actionIds.more,
    acts.map((act) => ({ value: moreValue({ issue, act }), text: moreLabels[act] })),
  )

export const movingAgainButton = made('Moving again', actionIds.movingAgain)
export const stillWaitingButton = made('Still waiting', actionIds.stillWaiting)

export const mergeButton = made('Merge', actionIds.merge)
export const linkButton = made('Link', actionIds.link)

/** *Same as CX-12* lets an issue go on in that one. */
export const sameAsButton = (issue: number, other: number): Button =>
  asking(button(`Same as ${issueName(other)}`, actionIds.sameAs, sameAsValue({ issue, other })), {
    title: `Same as ${issueName(other)}?`,
    text: `${issueName(issue)} then goes on in ${issueName(other)}: one story, one owner, and you follow it. This cannot be taken back.`,
    confirm: 'It is the same',
    deny: 'Keep both',
  })

export const routeButton = made('Route', actionIds.route)
export const todayButton = made('Today', actionIds.nextStepToday)
export const tomorrowButton = made('Tomorrow', actionIds.nextStepTomorrow)
export const fridayButton = made('Friday', actionIds.nextStepFriday)

type HandoverButton = (issue: number, handover: string) => Button

export const acceptButton: HandoverButton = (issue, handover) =>
  button('Accept', actionIds.accept, handoverValue({ issue, handover }), 'primary')

export const returnButton: HandoverButton = (issue, handover) =>
  button('Return it', actionIds.returnIt, handoverValue({ issue, handover }))
