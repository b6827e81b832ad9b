/** A stretch of source: code, or what is only said: comments, strings, templates, regular expressions. */
export type Piece = { readonly kind: 'code' | 'comment' | 'words'; readonly text: string }

const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y
const quoted = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/y
const templatePart = /[`}](?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{)/y
const regularExpression = /\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y
const beforeExpression = /(?:[=(,:[!&|?{};+<>-]|\breturn|\bcase|^)\s*$/

const matchAt = (pattern: RegExp, source: string, at: number): string | undefined => {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0]
}

/** Takes source apart without a parser: enough to tell what is code from what is only said. */
export const piecesOf = (source: string): readonly Piece[] => {
  const pieces: Piece[] = []
  const openBraces: number[] = []
  let code = ''
  let at = 0
  const say = (kind: 'comment' | 'words', text: string): void => {
    pieces.push({ kind: 'code', text: code }, { kind, text })
    code = ''
    at += text.length
  }
  while (at < source.length) {
    const char = source.charAt(at)
    const innermost = openBraces.length - 1
    const endsHole = char === '}' && openBraces[innermost] === 0
    const said = matchAt(comment, source, at)
    const words =
      matchAt(quoted, source, at) ??
      (char === '`' || endsHole ? matchAt(templatePart, source, at) : undefined) ??
      (char === '/' && beforeExpression.test(code.slice(-40)) ? matchAt(regularExpression, source, at) : undefined)
    if (said !== undefined) say('comment', said)
    else if (words !== undefined) {
      if (endsHole) openBraces.pop()
      if ((char === '`' || endsHole) && words.endsWith('${')) openBraces.push(0)
      say('words', words)
    } else {
      if (char === '{' && innermost >= 0) openBraces[innermost] = (openBraces[innermost] ?? 0) + 1
      if (char === '}' && innermost >= 0) openBraces[innermost] = (openBraces[innermost] ?? 0) - 1
      code += char
      at += 1
    }
  }
  return [...pieces, { kind: 'code', text: code }]
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

/** The source with everything blanked that is not code, or with the comments blanked only; lines stay where they are. */
export const only = (pieces: readonly Piece[], kinds: readonly Piece['kind'][]): string =>
  pieces.map(({ kind, text }) => (kinds.includes(kind) ? text : blank(text))).join('')
