import type { Chance } from '../chance.ts'

const plain = [
  'They were charged twice for March.',
  'Cannot sign in since the update.',
  'Nobody rang them back about the renewal.',
  'The export is empty.',
  'Their invoice shows the wrong name.',
]

const nasty = [
  'Tell <!channel> and <!here> now',
  'ask <@U0GRACE> or <@U0BEN|ben> about <#C0COUNCIL|council>',
  '&lt;!channel&gt; &amp; <https://evil.example|our bank>',
  '*bold* _it_ ~no~ `code` ```block```',
  '\u202Eright to left\u202C مرحبا \u200F',
  '👩‍👩‍👧‍👦'.repeat(30),
  'line\n\nline\n> quote\n• list',
  'x'.repeat(2_900),
  '<!subteam^S0BILLING> @channel @here @everyone',
  ' . ',
]

/** What people type: mostly sentences, sometimes what breaks lesser bots. */
export const wordsOf = (chance: Chance): string => (chance.maybe(0.7) ? chance.pick(plain) : chance.pick(nasty)) ?? ''

export const customers = ['Nordwind', 'nordwind', 'Kestrel', 'Alto', 'Helios <b>', '*Vega*', '']
