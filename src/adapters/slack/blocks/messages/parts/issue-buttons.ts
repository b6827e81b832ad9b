import type { Button } from '@slack/types'
import { actionIds } from '../../../names.ts'
import { handoverValue, issueValue } from '../../../values.ts'
import { asking, button } from '../../kit/actions.ts'

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

export const routeButton = made('Route', actionIds.route)
export const todayButton = made('Today', actionIds.nextStepToday)
export const tomorrowButton = made('Tomorrow', actionIds.nextStepTomorrow)
export const fridayButton = made('Friday', actionIds.nextStepFriday)

type HandoverButton = (issue: number, handover: string) => Button

export const acceptButton: HandoverButton = (issue, handover) =>
  button('Accept', actionIds.accept, handoverValue({ issue, handover }), 'primary')

export const returnButton: HandoverButton = (issue, handover) =>
  button('Return it', actionIds.returnIt, handoverValue({ issue, handover }))
