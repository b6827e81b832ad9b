import { checkBlocks, checkView } from '#adapters/practice/block-kit/surfaces.ts'
import { limitProblems, viewProblems } from '../slack-limits.ts'
import { pingsOf } from './pings.ts'

export type Said = { readonly text?: unknown; readonly blocks?: unknown }

/** Something that Slack is given: a message that is posted, an answer, a view, or a sentence at a field of a form. */
export type Surface =
  | { readonly as: 'posted' | 'answered'; readonly said: Said }
  | { readonly as: 'view'; readonly view: { readonly blocks: readonly unknown[] } }
  | { readonly as: 'sentence'; readonly sentence: string }

/** All blocks of a posted message as JSON, in characters: Slack says `msg_blocks_too_long` beyond about 13,000. */
const mostPosted = 12_000

const mostFallback = 3000

/** All but line breaks and tabs. */
const unseen = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u

const sentenceProblems = (sentence: unknown): readonly string[] => {
  if (typeof sentence !== 'string' || sentence.trim() === '') return ['says nothing']
  return [
    ...(sentence.length > mostFallback ? [`${sentence.length} characters`] : []),
    ...(sentence.isWellFormed() ? [] : ['half of a surrogate pair']),
    ...(unseen.test(sentence) ? ['a control character, or a mark that turns the text behind it'] : []),
  ]
}

const listOf = (blocks: unknown): readonly unknown[] => (Array.isArray(blocks) ? blocks : [])

const saidProblems = ({ text, blocks }: Said): readonly unknown[] => [
  ...sentenceProblems(text).map((problem) => `text: ${problem}`),
  ...(blocks === undefined ? [] : limitProblems(listOf(blocks), 50)),
  ...(blocks === undefined ? [] : checkBlocks(blocks, 'message')),
]

const weightProblems = ({ blocks }: Said): readonly string[] => {
  const weight = JSON.stringify(blocks ?? []).length
  return weight > mostPosted ? [`blocks of ${weight} characters`] : []
}

/** Everything that Slack would refuse or cut in what it is given, and every ping in it. */
export const problemsOf = (surface: Surface): readonly unknown[] => {
  switch (surface.as) {
    case 'posted':
      return [...saidProblems(surface.said), ...weightProblems(surface.said), ...pingsOf(surface.said)]
    case 'answered':
      return [...saidProblems(surface.said), ...pingsOf(surface.said)]
    case 'view':
      return [...viewProblems(surface.view), ...checkView(surface.view), ...pingsOf(surface.view)]
    case 'sentence':
      return sentenceProblems(surface.sentence)
  }
}
