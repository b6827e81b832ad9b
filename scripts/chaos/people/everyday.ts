import type { Chance } from '../chance.ts'
import { brokenAnswer } from '../tally.ts'
import { handIn, opened } from './forms.ts'
import { someIssue } from './numbers.ts'
import type { Person } from './person.ts'
import { customers, wordsOf } from './words.ts'

const absence = (chance: Chance): string =>
  chance.pick(['', 'until tomorrow', 'until Friday', 'until tomorrow cover @ben', 'cover @omar', 'for ever']) ?? ''

/** Everything that `/cx` understands but to flag: sensible mostly. */
const said = (person: Person): string => {
  const { chance } = person
  const number = someIssue(person)
  return chance.weighted([
    [6, `claim ${number}`],
    [2, `show ${number}`],
    [1, `show ${number} history`],
    [1, 'list'],
    [1, 'mine'],
    [1, 'digest'],
    [1, 'help'],
    [3, `update ${number} ${wordsOf(chance)}`],
    [1, `follow ${number}`],
    [1, `unfollow ${number}`],
    [2, `merge ${number} ${someIssue(person)}`],
    [1, `link ${number} ${someIssue(person)}`],
    [2, `pass ${number}`],
    [1, `away ${absence(chance)}`],
    [3, 'back'],
    [1, `customer ${chance.pick(customers)}`],
    [1, `hold ${number} ${wordsOf(chance)}`],
    [1, `unhold ${number} ${wordsOf(chance)}`],
    [1, `claim ${wordsOf(chance)}`],
    [1, wordsOf(chance)],
  ])
}

/** Something said to `/cx`; the form that it opens, if any, is filled in and sent. */
export const sayCommand = async (person: Person): Promise<void> => {
  const { actor, chance, channels, tally } = person
  const text = said(person)
  const [word = ''] = text.split(' ')
  const answer = await actor.command('/cx', text, chance.pick(channels) ?? '')
  if (answer.error && !['operation_timeout', 'dispatch_failed'].includes(answer.error))
    tally.add(`${brokenAnswer}: ${answer.error} to ${text}`)
  if (word === 'pass' && !answer.answer && (await opened(person))) await handIn(person, word)
  if (actor.modal()) await actor.close({ all: true })
}

/** A reply in the thread of a card, which counts as an update where its owner writes it. */
export const replyInThread = async (person: Person): Promise<void> => {
  const { slack, actor, chance, channels } = person
  const channel = chance.pick(channels) ?? ''
  const cards = (slack.world.messages.get(channel) ?? []).slice(-60).filter(({ metadata, deleted }) => {
    const { key } = (metadata?.event_payload ?? {}) as { key?: string }
    return !deleted && key?.startsWith('card:')
  })
  const card = chance.pick(cards)
  if (card) await actor.post(channel, wordsOf(chance), { thread: card.ts })
}

const hour = 3_600

/** Says in Slack that they are away until a time, or that they are here again. */
export const changeStatus = async ({ slack, actor, chance }: Person): Promise<void> => {
  const expiration = Math.floor(Date.now() / 1_000) + chance.between(1, 48) * hour
  const status = chance.maybe(0.4)
    ? { text: 'Out sick', emoji: ':face_with_thermometer:', expiration }
    : { text: '', emoji: '', expiration: 0 }
  await slack.updatePerson(actor.id, { status })
}
