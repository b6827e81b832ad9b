import { styleText } from 'node:util'
import { counted, type Finding, type Mark, sentenceOf } from './finding.ts'

const marks: Readonly<Record<Mark, string>> = { ok: 'ok', look: 'look at this', broken: 'broken' }
const colours = { ok: 'green', look: 'yellow', broken: 'red' } as const

const markWidth = Math.max(...Object.values(marks).map((mark) => mark.length))
const aboutWidth = 'configuration'.length

/** Text as one line. Names come from Slack: nothing in them may move the cursor or turn the text around. */
export const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')

/** A finding as one line; coloured where `stream` is a terminal that shows colours. */
export const lineOf = (finding: Finding, stream: NodeJS.WriteStream): string => {
  const { mark, about } = finding
  const shown = styleText(colours[mark], marks[mark].padEnd(markWidth), { stream })
  return `${shown}  ${about.padEnd(aboutWidth)}  ${plain(sentenceOf(finding))}`
}

/** How it stands altogether, in one line. */
export const summaryOf = (findings: readonly Finding[]): string => {
  const count = (mark: Mark): number => findings.filter((finding) => finding.mark === mark).length
  const [wrong, odd] = [count('broken'), count('look')]
  if (wrong === 0 && odd === 0) return 'Everything is in order.'
  const toLook = odd === 0 ? [] : [`${counted(odd, 'thing')} to look at`]
  return `${[wrong === 0 ? 'Nothing is broken' : `${wrong} broken`, ...toLook].join(', ')}.`
}
