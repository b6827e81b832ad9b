import fc from 'fast-check'

const treacherous = [
  '<!channel>',
  '<!here|here>',
  '<!everyone>',
  '<@U0BEN>',
  '<@U0BEN|',
  '<#C0COUNCIL|x>',
  '<!subteam^S0COUNCIL|@council>',
  '<!date^1700000000^{date}|now>',
  '<https://evil.example|click>',
  '<mailto:a@b.example|https://acme.slack.com>',
  '@channel',
  '@here',
  '&lt;!channel&gt;',
  '&amp;lt;',
  '&amp;',
  '&#60;',
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
  '\u2066',
  '\u200F',
  '\u061C',
  '\u200B',
  '\u200D',
  '\u2028',
  'שלום',
  'مرحبا',
  '👩‍👩‍👧‍👦',
  '🇩🇪',
  '💥',
  '👍🏽',
  '👩🏿‍❤️‍💋‍👨🏻',
  '界',
  'e\u0301',
  '\u0000',
  '\u0007',
  '\u009B',
  '\uD83D',
  '\uDC4D',
  '"',
  '\\',
  ':tada:',
  ' ',
]

const pieces = fc.array(
  fc.oneof(fc.constantFrom(...treacherous), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constant('word ')),
  { minLength: 1, maxLength: 12 },
)

/** One thing over and over: a word without a space, line breaks by the thousand, a broadcast in every place. */
const drone = fc.constantFrom(...treacherous, 'W').map((one) => one.repeat(40_000))

const mixed = fc
  .tuple(
    pieces,
    fc.oneof(
      fc.constant(1),
      fc.constant(7),
      fc.nat(5_000).map((times) => times + 1),
    ),
  )
  .map(([parts, times]) => parts.join('').repeat(times))

/** Words of up to `longest` characters with everything in them that has ever hurt a message; never blank. */
export const nastyText = (longest: number): fc.Arbitrary<string> =>
  fc
    .oneof({ arbitrary: mixed, weight: 3 }, { arbitrary: drone, weight: 1 })
    .map((text) => `x${text.slice(0, longest - 1)}`)

/** The name of a person or department as somebody may have chosen it. */
export const nastyName = nastyText(75)
