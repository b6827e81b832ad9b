import fc from 'fast-check'
import { messageAbout } from '#application/messages/compose-message.ts'
import type { About, Message, Subject } from '#application/messages/message.ts'
import type { IssueLine } from '#application/read-models.ts'
import type { Council } from '#domain/council.ts'
import { consultLives, consultSubject } from './consults.ts'
import { answer, askFirst, askLead, briefed, expire, takeBack } from './handing-over.ts'
import { nastyName, nastyText } from './nasty.ts'
import {
  accept,
  cannot,
  claim,
  close,
  giveBack,
  handTo,
  nextStepSaid,
  note,
  notOurs,
  pass,
  promise,
  promiseThem,
  reopen,
  resolve,
  share,
  speak,
  toCouncil,
  vote,
  withdraw,
  withdrawByChair,
} from './steps.ts'
import { aboutOf, council, type Flag, later, type Step, storyOf } from './stories.ts'
import { movingAgain, waitFor } from './waits.ts'

const lives = (words: string): readonly (readonly [Flag, ...Step[]])[] => [
  [{}],
  [{ audience: 'restricted' }, share],
  [{}, withdraw],
  [{}, notOurs(words)],
  [{}, notOurs(words), notOurs(words)],
  [{}, claim(), promise, handTo('sales_ops', words)],
  [{}, claim(), handTo('sales_ops', words), giveBack(words)],
  [{}, claim(), handTo('sales_ops', words), accept, handTo('billing', words), accept, handTo('support', words)],
  [{}, claim(), handTo('sales_ops', words), accept, handTo('billing', words)],
  [{}, ...toCouncil(words), speak(words)],
  [{ severity: 'urgent' }, ...toCouncil(words)],
  [{}, ...toCouncil(words), vote('U0CARLA', 'U0MIA', words)],
  [{}, ...toCouncil(words), vote('U0CARLA', 'U0MIA', words), cannot(words)],
  [{}, ...toCouncil(words), resolve(words)],
  [{}, claim(), briefed(words), askFirst(words)],
  [{}, claim(), briefed(words), askFirst(words), answer(words), askLead],
  [{ audience: 'restricted' }, claim(), briefed(words), askLead, expire],
  [{}, claim(), handTo('sales_ops', words), askFirst(words), takeBack],
  [{}, claim(), promise, pass(words)],
  [{}, claim(), pass(words), giveBack(words)],
  [{}, claim(), pass(words), accept],
  [{}, claim(), resolve(words), close(words), reopen(words)],
  [{}, claim(), resolve(words), close(words)],
  ...consultLives(words).map((steps): readonly [Flag, ...Step[]] => [{}, claim(), ...steps]),
  [{}, claim(), waitFor('customer', words)],
  [{ audience: 'restricted' }, claim(), waitFor('approval', words), movingAgain, waitFor('department', words)],
  [{}, claim(), promiseThem(words), nextStepSaid(words), note(words)],
  [{ audience: 'restricted' }, claim(), promiseThem(words), nextStepSaid(words), withdrawByChair(words)],
  [{}, claim(), ...Array.from({ length: 10 }, () => [resolve(words), close(words), reopen(words)]).flat()],
]

/** A council whose departments and stages have this name; `size` departments. */
export const namedCouncil = (name: string, size = council.departments.length): Council => ({
  ...council,
  departments: Array.from({ length: size }, (_, i) => ({
    key: `d${i}`,
    lead: 'U0ANNA',
    members: [],
    calendar: council.calendar,
    ...council.departments[i],
    name,
  })),
  journey: council.journey.map((stage) => ({ ...stage, name })),
})

/** What people typed, wherever they can, and an issue in which they did. */
export type Hostile = {
  /** Up to 40,000 characters: a customer's words. */
  readonly words: string
  /** Up to 3,000: what fits into a field. */
  readonly said: string
  /** Of a person, department, stage or customer. */
  readonly name: string
  readonly about: About
}

type Typed = Omit<Hostile, 'about'> & { readonly customer: string; readonly life: number; readonly size: number }

/** The issue in which somebody typed this. */
const hostileOf = ({ words, said, name, customer, life, size }: Typed): Hostile => {
  const [flag, ...steps] = lives(said)[life] ?? [{}]
  const story = storyOf({ customerName: customer, ...flag, whatHappened: words }, ...steps)
  const names = Object.fromEntries(Object.keys(story.names).map((id) => [id, name]))
  const similar: IssueLine = {
    number: 7,
    state: 'claimed',
    severity: 'low',
    flaggedAt: later(0),
    words,
    ownerName: name,
  }
  const joined = story.timeline.slice(0, 1).map((entry) => ({ ...entry, number: 7 }))
  const issue = { ...story.issue, links: Array.from({ length: 30 }, (_, i) => 999_999_900 + i) }
  const choice = {
    candidates: ['U0MIA', 'U0LOU', 'U0BEN'].map((id) => ({ id, name, department: 'billing' })),
    alone: [{ id: 'U0DANA', name }],
    together: 2,
  }
  const about = { ...aboutOf({ ...story, issue, joined, names }), similar, choice, council: namedCouncil(name, size) }
  return { words, said, name, about }
}

const shapes = { life: fc.nat(lives('').length - 1), size: fc.constantFrom(3, 100, 101, 250) }

/** Hostile words in every place where people write. */
export const hostile: fc.Arbitrary<Hostile> = fc
  .record({
    words: nastyText(40_000),
    said: nastyText(3000),
    name: nastyName,
    customer: fc.oneof(nastyName, nastyText(3000)),
    ...shapes,
  })
  .map(hostileOf)

/** The same text in every place where people write, over and over where there is room. */
export const repeating = (unit: string): fc.Arbitrary<Hostile> =>
  fc.record(shapes).map((shape) => {
    const filling = (longest: number): string => unit.repeat(Math.floor(longest / unit.length))
    return hostileOf({ words: filling(40_000), said: filling(3000), name: unit, customer: unit, ...shape })
  })

const subjectsOf = ({ story }: About): readonly Subject[] => [
  { kind: 'card', card: story.issue.card },
  { kind: 'card', card: 0 },
  ...story.timeline.flatMap((entry): readonly Subject[] => [
    { kind: 'story', seq: entry.seq },
    { kind: 'news', seq: entry.seq, person: 'U0ANNA' },
    { kind: 'returned', seq: entry.seq, person: 'U0BEN' },
    { kind: 'route', seq: entry.seq, person: 'U0CARLA' },
    { kind: 'council_note', seq: entry.seq },
    { kind: 'mine', since: `${entry.seq}`, person: story.issue.owner ?? 'U0BEN' },
    { kind: 'decision', id: 'id' in entry ? entry.id : 'h' },
    { kind: 'decision', id: 'id' in entry ? entry.id : 'h', again: true },
    { kind: 'speak', id: 'id' in entry ? entry.id : 'h', person: 'U0ANNA' },
    { kind: 'handover', seq: entry.seq, person: 'U0MIA', id: 'id' in entry ? entry.id : 'h' },
    ...consultSubject(entry),
    { kind: 'ask_first', seq: entry.seq, person: 'U0BEN', id: 'id' in entry ? entry.id : 'h' },
    { kind: 'first_answer', seq: entry.seq, person: 'U0MIA', id: 'id' in entry ? entry.id : 'h' },
    { kind: 'pass', seq: entry.seq, person: 'U0LOU', id: 'id' in entry ? entry.id : 'h' },
  ]),
  ...['first', 'backup', 'lead'].map((rung): Subject => ({ kind: 'ask', round: 1, rung, person: 'U0LOU' })),
  { kind: 'receipt', person: 'U0ANNA', follower: false },
  { kind: 'receipt', person: 'U0MIA', follower: true },
  { kind: 'council_ask', round: 1 },
  ...(['claim', 'accept', 'answer_question', 'route', 'answer'] as const).map(
    (to): Subject => ({ kind: 'call', to, person: 'U0BEN' }),
  ),
]

/** Every message about an issue, as it stands now. */
export const messagesAbout = (about: About): readonly Message[] =>
  subjectsOf(about)
    .map((subject) => messageAbout(subject, about, 'https://acme.slack.com/archives/C0BILLING/p1700000000000100'))
    .filter((message) => message !== undefined)

const lineOf = ({ words, name, about: { story } }: Hostile, number: number): IssueLine => ({
  number,
  state: (['flagged', 'claimed', 'resolved'] as const)[number % 3] ?? 'claimed',
  severity: 'urgent',
  department: 'billing',
  stage: 'pay',
  ...(number % 3 === 0 ? {} : { owner: 'U0BEN' }),
  ownerName: name,
  ...(story.customerName === undefined ? {} : { customerName: story.customerName }),
  flaggedAt: later(-400),
  nextStepBy: later(30),
  words: words.slice(0, 300),
  handover: { id: `h-${number}`, to: 'sales_ops' },
})

/** A list of issues whose words and names are hostile. */
export const linesOf = (typed: Hostile, length = 60): readonly IssueLine[] =>
  Array.from({ length }, (_, i) => lineOf(typed, i + 1))
