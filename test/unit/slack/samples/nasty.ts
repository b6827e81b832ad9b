import fc from 'fast-check'

const treacherous = [
  '<!channel>',
  '<!here|here>',
  '<@U0BEN>',
  '<#C0COUNCIL|x>',
  '<https://evil.example|click>',
  '&lt;!channel&gt;',
  '&',
  '<',
  '>',
  '*bold*',
  '`code`',
  '```',
  '~x~',
  '> quoted',
  '\n',
  '\r\n',
  '\u202E',
  'שלום',
  'مرحبا',
  '👩‍👩‍👧‍👦',
  '🇩🇪',
  '💥',
  'e\u0301',
  '\u0000',
  '\uD83D',
  ':tada:',
  ' ',
]

const pieces = fc.array(
  fc.oneof(fc.constantFrom(...treacherous), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constant('word ')),
  { minLength: 1, maxLength: 12 },
)

/** Words of up to `longest` characters with everything in them that has ever hurt a message; never blank. */
export const nastyText = (longest: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      pieces,
      fc.oneof(
        fc.constant(1),
        fc.constant(7),
        fc.nat(5_000).map((times) => times + 1),
      ),
    )
    .map(([parts, times]) =>
      parts
        .join('')
        .repeat(times)
        .slice(0, longest - 1),
    )
    .map((text) => `x${text}`)

/** The name of a person, customer or department as somebody may have chosen it. */
export const nastyName = nastyText(75)
