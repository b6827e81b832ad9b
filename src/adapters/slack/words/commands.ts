import { nearestWord } from '#domain/nearest-word.ts'

/** Every word that `/cx` understands, as it is typed, with what it does. */
export const commands = [
  { word: 'flag', usage: '/cx flag [text]', does: 'flag a customer issue' },
  { word: 'list', usage: '/cx list', does: 'see the open issues' },
  { word: 'mine', usage: '/cx mine', does: 'see what you answer for' },
  { word: 'show', usage: '/cx show CX-42', does: 'read one issue from the start' },
  { word: 'claim', usage: '/cx claim CX-42', does: 'answer for an issue until the customer was told' },
  { word: 'customer', usage: '/cx customer NAME', does: 'read what one customer went through, across departments' },
  { word: 'digest', usage: '/cx digest', does: 'preview the weekly digest, for your eyes only' },
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

/** Said when a command needs an issue's number and got none that can be one. */
export const needsNumber = (word: 'show' | 'claim'): string => `Which issue? Write its number, like /cx ${word} CX-42.`
