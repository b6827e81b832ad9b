/** What a terminal or a page would obey instead of showing it: control, format and line separator characters. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu

const wide = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\uFF01-\uFF60\p{Emoji_Presentation}]/u
const letterless = /^[\p{M}]/u

/** How many columns of a terminal a text takes. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (letterless.test(sign) ? 0 : wide.test(sign) ? 2 : 1), 0)

export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

const beginningOf = (signs: readonly string[], width: number): string => {
  let shown = ''
  let left = width
  for (const sign of signs) {
    left -= widthOf(sign)
    if (left < 0) break
    shown += sign
  }
  return shown
}

/** A name on one line, without anything that moves the cursor or turns the direction of writing, cut to `longest` columns. */
export const nameShown = (name: string, longest: number): string => {
  const plain = name.slice(0, 2_000).replaceAll(unsafe, ' ').replaceAll(/\s+/g, ' ').trim()
  const signs = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(plain)].map(({ segment }) =>
    [...segment].slice(0, 8).join(''),
  )
  if (signs.length === 0) return '(no name)'
  const whole = signs.join('')
  return widthOf(whole) > longest ? `${beginningOf(signs, longest - 1)}…` : whole
}
