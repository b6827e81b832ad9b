import { issueName } from '#domain/issue/issue.ts'
import { nearestWord } from '#domain/nearest-word.ts'

/** Every word that `/cx` understands, as it is typed, with what it does. */
export const commands = [
  { word: 'flag', usage: '/cx flag [text]', does: 'flag a customer issue' },
  { word: 'list', usage: '/cx list', does: 'see the open issues' },
  { word: 'mine', usage: '/cx mine', does: 'see what you answer for' },
  {
    word: 'show',
    usage: '/cx show CX-42 [history]',
    does: 'read one issue from the start, or all that ever happened to it',
  },
  { word: 'claim', usage: '/cx claim CX-42', does: 'answer for an issue until the customer was told' },
  { word: 'update', usage: '/cx update CX-42 text', does: 'note what is new, in the story of an issue' },
  { word: 'follow', usage: '/cx follow CX-42', does: 'hear when it moves, and when the customer was told' },
  { word: 'unfollow', usage: '/cx unfollow CX-42', does: 'hear no more of it' },
  { word: 'merge', usage: '/cx merge CX-7 CX-3', does: 'let CX-7 go on in CX-3, when both tell of the same' },
  { word: 'link', usage: '/cx link CX-7 CX-3', does: 'let two issues name each other' },
  { word: 'wait', usage: '/cx wait CX-42', does: 'say what your issue waits on, and when to look again' },
  { word: 'pass', usage: '/cx pass CX-42', does: 'ask a colleague to take your issue over' },
  {
    word: 'consult',
    usage: '/cx consult CX-42 @person question',
    does: 'ask somebody of another department, and keep the issue',
  },
  {
    word: 'away',
    usage: '/cx away [until DATE] [cover @person]',
    does: 'say that you will not be here, so that others are asked',
  },
  { word: 'back', usage: '/cx back', does: 'say that you are here again' },
  { word: 'hold', usage: '/cx hold CX-42 reason', does: 'keep its words from being erased, for admins and the chair' },
  { word: 'unhold', usage: '/cx unhold CX-42 reason', does: 'let its words be erased again' },
  { word: 'customer', usage: '/cx customer NAME', does: 'read what one customer went through, across departments' },
  { word: 'digest', usage: '/cx digest', does: 'preview the weekly digest, for your eyes only' },
  {
    word: 'bounces',
    usage: '/cx bounces [weeks]',
    does: 'read what was sent around lately, what was stopped, and what the council decided',
  },
  { word: 'help', usage: '/cx help', does: 'see this list' },
] as const

export type CommandWord = (typeof commands)[number]['word']

/** A short answer to a word that `/cx` does not know, with the command that was probably meant. */
export const unknownCommand = (typed: string): string => {
  const nearest = nearestWord(
    typed,
    commands.map(({ word }) => word),
  )
  const meant = commands.find(({ word }) => word === nearest)
  const shown = typed.length > 40 ? 'that' : `“${typed}”`
  return meant
    ? `I don't know ${shown}. Did you mean ${meant.usage}?`
    : `I don't know ${shown}. /cx flag flags a customer issue, /cx help lists everything else.`
}

/** Said when a command needs two issues' numbers. */
export const needsTwoNumbers = (word: 'merge' | 'link'): string =>
  `Which two issues? Write both numbers, like /cx ${word} CX-7 CX-3.`

/** Said when an update lacks its issue or its words. */
export const needsUpdate = 'Which issue, and what is new? Write both, like /cx update CX-42 The refund is on its way.'

/** Said when a question lacks its issue, its person or its words. */
export const needsQuestion =
  'Which issue, whom, and what? Write all three, like /cx consult CX-42 @mia Is the contract signed?'

/** Said when a command needs an issue's number and got none that can be one. */
export const needsNumber = (
  word: 'show' | 'claim' | 'pass' | 'wait' | 'follow' | 'unfollow' | 'hold' | 'unhold',
): string => {
  const reason = word === 'hold' || word === 'unhold' ? ' and why' : ''
  return `Which issue? Write its number, like /cx ${word} CX-42${reason}.`
}

/** Said when somebody was asked; the name is left out where it is not known. */
export const askedAnswer = (number: number, name: string | undefined): string =>
  `${name ?? 'They'} ${name === undefined ? 'have' : 'has'} your question about ${issueName(number)}. You go on answering for it; the answer comes to you here in Slack.`

/** What became of a hold. */
export const heldAnswer = (number: number, act: 'hold' | 'lift', changed: boolean): string => {
  const issue = issueName(number)
  if (act === 'hold')
    return changed ? `${issue} is on hold: its words are kept until you lift it.` : `${issue} is on hold already.`
  return changed
    ? `The hold of ${issue} is lifted. Its words are erased when they were kept long enough.`
    : `${issue} is not on hold.`
}
