import type { ErrorCode, YAMLError } from 'yaml'
import type { Mistake } from '../mistake.ts'

const sentences: Partial<Record<ErrorCode, string>> = {
  BAD_SCALAR_START: 'A value cannot begin with this character: put quotes around the value.',
  BAD_DQ_ESCAPE: 'Write a backslash inside double quotes twice, or use single quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'There is a second colon on this line: put quotes around the value or start a new line.',
  BLOCK_IN_FLOW: 'There is a second colon in this value: put quotes around it.',
  MULTILINE_IMPLICIT_KEY: 'A colon is missing here or on the line above, or this line is indented too far.',
  MULTIPLE_DOCS: 'A file holds one council: remove the “---” and what follows it.',
  RESOURCE_EXHAUSTION: 'The file is nested far too deep: a council needs no more than five levels.',
  TAB_AS_INDENT: 'Indent with spaces, not with a tab.',
  TAG_RESOLVE_FAILED: 'Tags such as !this are not read: leave the tag out.',
}

const sentenceOf = ({ code, message }: YAMLError): string => {
  const known = sentences[code]
  if (known) return known
  const bracket = /end with a (\S)/.exec(message)?.[1]
  if (bracket) return `A bracket that was opened is not closed: add “${bracket}” before this place.`
  if (message.includes('closing')) return 'Quotation marks that were opened are not closed: close them.'
  if (code === 'BAD_INDENT') return 'This line is indented differently from its neighbours: line it up with them.'
  return `Check colons, brackets and indentation here. YAML says: ${message}.`
}

/** YAML's own complaints in plain words, the first of each line; `position` turns an offset into line and column. */
export const syntaxMistakes = (
  errors: readonly YAMLError[],
  position: (offset: number) => { readonly line: number; readonly column: number },
): readonly Mistake[] => {
  const lines = new Map<number, Mistake>()
  for (const error of errors) {
    const place = position(error.pos[0])
    if (!lines.has(place.line)) lines.set(place.line, { ...place, message: sentenceOf(error) })
  }
  return [...lines.values()]
}
