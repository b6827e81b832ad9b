import type { About } from '#application/messages/message.ts'
import { commands } from '../words/commands.ts'
import { muted } from './kit/plain.ts'
import { bullets, line, text } from './kit/rich.ts'
import { message, type Rendered } from './kit/shown.ts'
import { wholeStory } from './whole-story.ts'

/** A short answer of one sentence. */
export const renderAnswer = (sentence: string): Rendered => message(text(line(sentence)))

/** `/cx show`: an issue from the start, for the eyes of the one who asked. */
export const renderShow = (about: About): Rendered => message(...wholeStory(about, { words: 500, entries: 20 }, 2000))

/** `/cx help`: what the commands do, and the other ways to flag. */
export const renderHelp = (flagReaction: string): Rendered =>
  message(
    text(
      line('Every customer issue has one person who answers for it until the customer was told. What you can type:'),
      bullets(...commands.map(({ usage, does }) => [{ bold: usage }, ` ${does}`])),
    ),
    muted(
      `To flag what you just read, add :${flagReaction}: to the message, or choose Flag for the council in its menu.`,
    ),
  )
